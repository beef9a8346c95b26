import type { Same } from '../lang.ts';
import type { officeReports as pl } from '../pl/office-reports.ts';

export const officeReports: Same<typeof pl> = {
  title: 'Reports',
  lead: 'The report to the City Council is made from what is published. It holds the same figures as the public pages. For the current year it shows the state of today, for a past year that of 31 December.',
  make: {
    heading: 'New report',
    year: 'For the year',
    kind: 'What to prepare',
    kinds: { report: 'the whole yearly report', chapter: 'the chapter for the report on the state of the municipality' },
    lang: 'Language',
    langs: { pl: 'Polish', en: 'English' },
    format: 'File',
    formats: { pdf: 'PDF (accessible, for publication)', docx: 'DOCX (for further work)', xlsx: 'XLSX (the tables alone)' },
    submit: 'Prepare',
  },
  errors: { year: (first, last) => `Choose a year from ${first} to ${last}`, choice: 'Choose one of the answers' },
  made: {
    heading: 'Prepared files',
    caption: 'Latest reports, newest first',
    heads: { what: 'What', who: 'Who and when', state: 'State', file: 'File' },
    what: (kind, year) => `${kind}, ${year}`,
    none: 'Nothing has been prepared yet',
    kept: 'The latest 20 files are kept.',
    leave: 'You may leave: the file will be waiting on this page.',
    states: { waiting: 'waiting', making: 'in the making', ready: 'ready', failed: 'failed' },
    progress: (percent) => `in the making: ${percent}%`,
    progressLabel: 'Progress',
    download: (name) => `Download ${name}`,
    size: (kilobytes) => `${kilobytes} kB`,
    someone: 'person removed',
  },
  problems: {
    'no-pdf': 'There is no PDF compiler on this server. Choose DOCX or XLSX.',
    'no-city': 'No city has been set up yet.',
    failed: 'Prepare the file once more. If it fails again, tell the administrator.',
  },
};
