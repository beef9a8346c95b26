import type { Same } from '#lang/lang.ts';
import type { institutionForm as pl } from '#lang/pl/institution-form.ts';

/** The fields of an institution and of its people, in its own pages and in the office. */
export const institutionForm: Same<typeof pl> = {
  name: 'Name of the institution',
  nameHint: 'The full name, as in its statute or register.',
  kind: 'Kind of institution',
  kindChoose: 'choose',
  themes: 'Themes (optional)',
  themesHint: 'Those in which the institution looks for offers.',
  description: 'What the institution does (optional)',
  descriptionHint: 'At most 1,000 characters. Only the institution’s people and the city office see it.',
  url: 'Website (optional)',
  urlHint: 'For example https://www.example.org',
  address: 'Address of the seat (optional)',
  contactName: 'First name and surname',
  email: 'E-mail address',
  problems: {
    nameMissing: 'Enter the name of the institution, at least 2 characters',
    nameLong: 'Shorten the name of the institution to 200 characters',
    kindMissing: 'Choose the kind of institution',
    descriptionLong: 'Shorten the description to 1,000 characters',
    urlWrong: 'Enter the address of the website like https://www.example.org, or leave this field empty',
    addressLong: 'Shorten the address of the seat to 300 characters',
    contactNameMissing: 'Enter the first name and surname, at least 2 characters',
    contactNameLong: 'Shorten the name to 120 characters',
    emailMissing: 'Enter the e-mail address',
    emailWrong: 'Enter the e-mail address like name@example.org',
    consentMissing: 'Tick the consent. Without it the service may not keep these data',
  },
};
