import type { Same } from '../lang.ts';
import type { cookies as plCookies, privacy as pl } from '../pl/privacy.ts';

export const privacy: Same<typeof pl> = {
  title: 'Privacy',
  lead: 'Reading this service needs no account and no consent. It does not track readers and does not count visits.',
  description: 'What the service knows about its readers, what it stores and what it does not do.',
  sections: [
    {
      id: 'reading',
      heading: 'What does the service know of a reader?',
      text: [
        'The server learns the IP address and the page asked for, as it could not answer otherwise. It does not store who read what. There is no log of visits and there are no statistics.',
        'Everything on a page comes from the same server: letters, drawings, scripts. The browser contacts no other company until somebody opens a link to a source.',
        'A network proxy may stand before the service and keep a log of its own. Whoever runs the server answers for it.',
      ],
    },
    {
      id: 'fault-log',
      heading: 'What does the fault log hold?',
      text: [
        'When a fault keeps the server from answering, it records a reference number, the address of the page with its query, and a description of the fault. If the address held words searched for, they are recorded too. The log holds no IP address.',
      ],
    },
    {
      id: 'remarks',
      heading: 'What happens to remarks?',
      text: [
        'A remark sent with the form is stored with the address of the page it concerns and the time. The sender’s e-mail address is stored only if the sender gives it, and serves only for the answer.',
        'So that one sender cannot flood the form, the service counts the remarks from one IP address over a day. In place of the address it keeps a digest whose key changes daily.',
      ],
    },
    {
      id: 'office',
      heading: 'What does the service know about people of the office?',
      text: [
        'Whoever keeps the register has an account: name, e-mail address, hash of a password or a passkey, roles and open sessions. A log of events says who changed what and when.',
        'When somebody leaves, an administrator erases their name and address. Their role remains beside what they published.',
      ],
    },
    {
      id: 'names',
      heading: 'Whose names are in the register?',
      text: [
        'The register names only people who hold or held public office, and only in connection with that office.',
        'The label of a page says who produced the information and who published it, as the Polish Act on access to public information requires (art. 8(6)). In the demonstration a role stands there, not a name.',
      ],
    },
  ],
  rights: {
    id: 'controller',
    heading: 'Who answers for the data?',
    demonstration: 'The demonstration has no data controller and no contact address. In a city’s service the office and its data protection officer would be named here.',
    officer: (email: string) => `The controller of the data is the office that runs this service. Its data protection officer: ${email}.`,
    own: 'The controller is the office that runs the service. It has not yet given the address of its data protection officer here.',
    text: 'People whose data are stored may ask to see, correct or erase them, and may complain to the President of the Personal Data Protection Office.',
  },
};

export const cookies: Same<typeof plCookies> = {
  title: 'Cookies',
  lead: 'The public pages set no cookies, so they do not ask for consent to them. Only people who sign in to the office get cookies, those that signing in needs.',
  description: 'What the service leaves in the browser, what for and for how long.',
  kept: {
    id: 'what-stays',
    heading: 'What stays in the browser?',
    intro:
      'On public pages only the choice of theme, and only once somebody changes it; it is never sent to the server. Signing in to the office also sets cookies, which no script and no other site can read.',
    caption: 'What the service leaves in the browser',
    columns: { name: 'Name', where: 'Where', purpose: 'What for', lifetime: 'For how long' },
    theme: {
      where: 'the browser’s storage (localStorage)',
      purpose: 'remembers whether the page is to be light or dark',
      lifetime: 'until the system theme is chosen or the browser’s data for this site are cleared',
    },
    session: { where: 'cookie, in the office only', purpose: 'recognises the person who has signed in', lifetime: 'until signing out, 12 hours at most' },
    challenge: { where: 'cookie, in the office only', purpose: 'remembers between password and code who is signing in', lifetime: 'until the code is given, 10 minutes at most' },
    passkey: { where: 'cookie, in the office only', purpose: 'ties a passkey’s answer to the question', lifetime: 'until signed in, 5 minutes at most' },
  },
  removing: {
    id: 'removing',
    heading: 'How can it be removed?',
    text: 'Choose the system theme in the footer, or clear the site’s data in the browser’s settings. The service works just the same if the browser remembers nothing.',
  },
};
