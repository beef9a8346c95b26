import type { Same } from '#lang/lang.ts';
import type { officeInstitutions as pl } from '#lang/pl/office-institutions.ts';
import { numberInWords, plural } from '../numbers.ts';

const institutions = { one: 'institution', few: 'institutions', many: 'institutions', other: 'institutions' };

/** Local institutions, as the office sees them. */
export const officeInstitutions: Same<typeof pl> = {
  title: 'Institutions',
  lead: 'Schools, libraries, museums, organisations and firms that apply for offers through the office. They register themselves, or the office enters them.',
  count: (n: number) => `${numberInWords(n, 'en')} ${plural(n, 'en', institutions)}`,
  enter: 'Enter an institution',
  filters: { q: 'Name', kind: 'Kind', theme: 'Theme', state: 'State' },
  any: 'all',
  show: 'Show',
  all: 'Show all',
  none: 'No institution matches the chosen filters.',
  empty: 'There is no institution yet. Institutions register on the public page, or the office enters them.',
  columns: { name: 'Name', kind: 'Kind', themes: 'Themes', people: 'People', state: 'State', since: 'Since' },
  states: { active: 'active', waiting: 'waiting for confirmation', deactivated: 'deactivated' },
  caption: 'Institutions with kind, themes and state',
  new: {
    title: 'New institution',
    text: 'The person whom you enter here gets no mail. You can invite them later; they then give their own consent and sign in.',
    person: 'Contact person (optional)',
    save: 'Enter the institution',
  },
  details: 'Details',
  save: 'Save',
  stale: 'Somebody has changed these details in the meantime. What was entered is below. Save again to replace their change',
  facts: { source: 'Entered by', created: 'Entered', confirmed: 'Confirmed', notYet: 'not yet' },
  sources: { self: 'the institution itself', office: 'the office', colleague: 'a person of the institution' },
  people: {
    title: 'People',
    caption: 'People with address and state',
    none: 'Nobody is recorded with this institution.',
    columns: { name: 'Name', email: 'E-mail address', state: 'State', act: 'Actions' },
    states: { active: 'may sign in', waiting: 'has not confirmed the address' },
    invite: 'Send an invitation',
    inviteFor: (name: string) => `Send an invitation: ${name}`,
    erase: 'Erase',
    eraseFor: (name: string) => `Erase: ${name}`,
    add: 'Add a person',
    addHint: 'Without an invitation the person gets no mail.',
    known: 'This person is already recorded with this institution',
    tooMany: 'Several mails have already gone to this address. Try again in a quarter of an hour',
    eraseTitle: (name: string) => `Erase the data of this person: ${name}?`,
    eraseText: 'The name and address will go from the service at once. If the person could sign in, they will get a mail about it.',
    eraseYes: 'Erase the person’s data',
  },
  access: 'Access',
  deactivate: 'Deactivate the institution',
  deactivateHint: 'Its people will not be able to sign in. Data and applications stay. This can be undone.',
  activate: 'Activate the institution',
  erase: 'Erase the institution’s data',
  eraseTitle: (name: string) => `Erase the data of this institution: ${name}?`,
  eraseText:
    'Its name, description and addresses and the data of all its people will go at once. Its kind and themes stay in the figures. This cannot be undone. Each person who could sign in will get a mail about it.',
  eraseYes: 'Erase the institution’s data',
  cancel: 'Do not erase',
};
