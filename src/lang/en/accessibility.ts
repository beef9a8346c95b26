import type { Same } from '../lang.ts';
import type { accessibility as pl } from '../pl/accessibility.ts';

export const accessibility: Same<typeof pl> = {
  title: 'Accessibility statement',
  lead: 'Whether everybody can use this service, what still stands in the way, and what can be done about it.',
  description: 'Digital accessibility of this service: conformity with the law, known gaps, contact and procedure.',
  none: 'none',
  scope: {
    id: 'scope',
    heading: 'What does this statement cover?',
    demonstration:
      'The Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies asks public offices for a statement. The demonstration is not the service of an office, so the duty does not fall on it. The statement is here because a city’s service must have one, and it tells the truth about this version.',
    own: (body: string) =>
      `${body} keeps this service accessible in accordance with the Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies.`,
    body: 'Who runs the service',
    what: 'Scope',
    website: (title: string) => `the website “${title}”`,
    address: 'Address',
    published: 'Service published on',
    updated: 'Last major change',
  },
  status: {
    id: 'conformity',
    heading: 'Does the service conform to the Act?',
    text: 'The service partly conforms to the Act on digital accessibility. No fault has been detected, but nobody from outside has confirmed full conformity, and the following is missing.',
    missing: [
      'There is no easy-to-read text and no recording in Polish Sign Language.',
      'Some records have no English text. English pages then show the Polish text, marked as Polish.',
      'Sources are kept on the websites of other institutions, which answer for their accessibility.',
    ],
    keyboard:
      'The whole service works from the keyboard and with scripts switched off. The first press of Tab reaches a link that leads to the content. The service has no keyboard shortcuts of its own; those of the browser work as usual.',
  },
  made: {
    id: 'how-checked',
    heading: 'How was it checked?',
    drawnUp: 'Statement drawn up on',
    how: 'Basis',
    assessment:
      'Self-assessment by the makers of the software. Every kind of page was checked with axe-core against the rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA: in Polish and English, in the light and the dark theme, on a wide and a narrow screen. The tool reported no violation.',
    limits: 'Such a tool finds only some of the barriers. There has been no audit by an outside body and no test with people with disabilities.',
  },
  contact: {
    heading: 'Whom can I contact?',
    demonstration: 'The demonstration has no contact address or telephone. In a city’s service the office and the person in charge of accessibility would be named here.',
    unit: (unit: string) => `The unit to ask about accessibility: ${unit}.`,
    own: 'The office has not yet given contact details for matters of accessibility.',
    form: 'Use the form to report a problem',
    formNote: 'In the demonstration a report stays in this installation and does not reach the city’s office.',
    email: 'E-mail',
    phone: 'Telephone',
  },
  procedure: {
    heading: 'How can I ask for access, or complain?',
    demonstration: 'The demonstration has no office that could be asked. In a city’s service the procedure would be this:',
    own: 'The procedure is laid down in article 18 of the Act:',
    steps: [
      'Anyone may ask for a page or a part of it to be made accessible, or for the same content in another way, for instance by having a document read out.',
      'The request gives the person’s details, the page concerned, a way of contact and, if needed, another way of access that would suit them.',
      'The office meets the request without delay, within 7 days at the latest. If it cannot, it gives a new date at once, no later than 2 months after the request.',
      'If it cannot make the content accessible, it offers another way of access. If it refuses both, a complaint can be lodged with it.',
      'After that, one can write to the Commissioner for Human Rights.',
    ],
    ombudsman: 'Website of the Commissioner for Human Rights',
  },
  apps: { heading: 'Are there mobile applications?', text: 'No. The service runs in a browser, on a telephone too.' },
  building: {
    heading: 'Can I get into the office?',
    demonstration: 'The demonstration has no premises. In a city’s service the entrances, lifts, toilets and parking places of the office would be described here.',
    own: 'The office has not yet said whether and how its premises can be reached.',
  },
  talking: {
    heading: 'How can I communicate?',
    demonstration: 'The demonstration serves nobody in person or by telephone. In a city’s service this would say how to book an interpreter and how to write to the office.',
    own: 'The office has not yet said how one can communicate with it, for instance through an interpreter.',
    easyId: 'easy-to-read',
    easy: 'Easy-to-read text',
    easyText: 'There is no such text yet. A simple description of what the office does and how this service works belongs here.',
    signId: 'sign-language',
    sign: 'Polish Sign Language',
    signText: 'There is no such recording yet. A film in Polish Sign Language (PJM) that tells the same belongs here.',
  },
};
