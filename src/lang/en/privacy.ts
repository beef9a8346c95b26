import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { cookies as plCookies, privacy as pl } from '../pl/privacy.ts';

export const privacy: Same<typeof pl> = {
  title: 'Privacy',
  lead: 'Reading this service needs no account and no consent. The service does not track readers and does not count visits.',
  description: 'What the service knows about its readers, what it stores and what it does not do.',
  sections: [
    {
      id: 'reading',
      heading: 'What does the service know of a reader?',
      text: [
        'The server learns the IP address and the page asked for, as it could not answer otherwise. It does not store who read what. There is no log of visits and there are no statistics.',
        'Everything on a page comes from the same server: fonts, images, scripts. The browser contacts no other company until somebody opens a link to a source.',
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
      id: 'notifications',
      heading: 'What happens to an address given for notifications?',
      text: [
        'Whoever asks for notifications of offers gives an e-mail address and chooses filters. E-mails come only once the owner of the address has confirmed by a link; an address that is not confirmed is gone after 7 days. The address serves these e-mails alone.',
        'Each e-mail has two links: one shows all that the service has kept and lets it be changed, the other ends the notifications and erases the address at once, from e-mails that wait to be sent as well. The service does not watch whether an e-mail was opened.',
        'So that nobody floods another person’s mailbox, the service counts for a day the requests from one IP address and for one e-mail address. In place of the addresses it keeps hashes of them.',
      ],
    },
    {
      id: 'institutions',
      heading: 'What does the service know about institutions and their people?',
      text: [
        'Whoever registers an institution gives its name and kind and, about themselves, a name and an e-mail address. The registration takes effect only once it has been confirmed by a link in an e-mail; one that is not confirmed is gone after two weeks. The people of that institution, the administrator and the offers coordinators of the city office see these data, and nobody else.',
        'There is no password: one signs in with a one-time link. A cookie recognises the person who has signed in, for 30 days at most. The service notes when they signed in and keeps only hashes of links and sessions.',
        'On their own page people can see, correct and download everything that the service keeps about them, and erase their own data or the whole account of the institution at once. Figures then remain in the statistics: the kind of institution, its themes and the outcomes of applications, without any names. The address that the last e-mail went to stays on the list of sent ones for up to 90 days.',
      ],
    },
    {
      id: 'reports-on-offers',
      heading: 'What happens to a report on an offer?',
      text: [
        'Whoever tells how they used an offer gives the kind of institution, the year and the outcome. Name and e-mail address are optional and serve to check the report and nothing else. The office erases name, address and description 90 days after the check; figures stay.',
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
  applications: {
    id: 'applications',
    heading: 'What happens to an application?',
    who: 'The people of the institution, and the coordinators and scorers of that one offer, see what an application says and its files. Once the city has passed it on, so does the organiser.',
    kept: (months) =>
      `The city office erases answers, files and messages ${plural(months, 'en', { one: 'a month', other: `${months} months` })} after the matter has ended. What remains is the number, state, dates, kind of institution and themes, from which the figures are made.`,
  },
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
  lead: 'The public pages set no cookies, so they do not ask for consent to them. Only people who sign in to the office or to the institutions’ area get the cookies that signing in needs.',
  description: 'What the service leaves in the browser, what for and for how long.',
  kept: {
    id: 'what-stays',
    heading: 'What stays in the browser?',
    intro:
      'On public pages only the choice of theme, and only once somebody changes it; it is never sent to the server. Signing in to the office or to the institutions’ area also sets cookies, which no script and no other site can read.',
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
    institution: {
      where: 'cookie, in the institutions’ area only',
      purpose: 'recognises the person of an institution who has signed in',
      lifetime: 'until signing out, 30 days at most',
    },
  },
  removing: {
    id: 'removing',
    heading: 'How can it be removed?',
    text: 'Choose the system theme in the footer, or clear the site’s data in the browser’s settings. The service works just the same if the browser remembers nothing.',
  },
};
