import type { Same } from '../lang.ts';
import type { shell as polish } from '../pl/shell.ts';

export const shell: Same<typeof polish> = {
  skipLink: 'Skip to content',
  contentId: 'content',
  mainNav: 'Main',
  languageNav: 'Language',
  languageName: 'English',
  sectionNav: 'In this section',
  trail: 'Where you are',
  back: 'Back',
  demonstration: 'About this version of the service',
  errorPrefix: 'Error',
  theme: 'Appearance',
  themes: { system: 'system', light: 'light', dark: 'dark' },
  footerNav: 'Footer',
  software: 'Software: Koga.',
  copyLink: (heading) => `Copy a link to the part “${heading}”`,
  linkCopied: 'Link copied',

  unknown: { neuter: 'unknown', feminine: 'unknown', masculine: 'unknown', notFound: 'not found', notEstablished: 'not established', notEstablishedFeminine: 'not established' },
  onlyPolish: 'in Polish only',

  sourceLabel: (number) => `Source ${number}`,
  sourceAnchor: (number) => `source-${number}`,
  sources: 'How do we know?',
  sourcesId: 'sources',
  readOn: (date) => `Read on ${date}.`,
  readUntil: (date) => `Read up to ${date}.`,
  readOnShort: (date) => `read on ${date}`,
  sourceBy: { city: 'as told by the city', organisation: 'as told by the organisation', independent: 'independent source' },

  label: {
    heading: 'Who answers for this?',
    headingId: 'responsibility',
    summary: 'Label',
    author: 'Author',
    publisher: 'Publishing person',
    publishingBody: 'Publishing body',
    produced: 'Produced',
    published: 'Published',
    updated: 'Updated',
    revision: 'Revision number',
    history: 'Changes to this page',
  },
  archive: {
    heading: 'Archived version',
    text: (revision, date) => `This is revision ${revision}, published on ${date}. It is no longer current.`,
    current: 'See the current version',
    history: 'See all versions',
    withdrawn: 'The page has been withdrawn and has no current version.',
  },

  filters: {
    fold: 'Filter',
    foldSorting: 'Filter and sort',
    show: 'Show',
    applied: 'Filters in use',
    remove: (filter) => `Remove filter: ${filter}`,
    clear: 'Clear all',
  },
  errorSummary: 'Check the form',
  errorInField: 'Error:',

  pagination: {
    label: 'Pages of results',
    previous: 'Previous',
    next: 'Next',
    pageWord: 'page',
    page: (number) => `Page ${number}`,
  },
};
