import type { Same } from '../lang.ts';
import { numberInWords } from '../numbers.ts';
import type { offerFigures as pl } from '../pl/offer-figures.ts';

const offersIn = (n: number): string => `${n === 1 ? 'is' : 'are'} ${numberInWords(n, 'en')} ${n === 1 ? 'offer' : 'offers'}`;

export const offerFigures: Same<typeof pl> = {
  title: 'How many offers are there, and how many were used?',
  nav: 'Figures',
  description: 'Offers of organisations in figures: what was announced, how many institutions applied, how many applications were chosen, passed on and won.',
  lead: (offers: number, applied: number, won: number) =>
    applied === 0
      ? `There ${offersIn(offers)} in the service. No application has come in through the city office yet.`
      : `There ${offersIn(offers)} in the service. ${numberInWords(applied, 'en')} ${applied === 1 ? 'application has' : 'applications have'} come in through the city office, and ${numberInWords(won, 'en')} of them ${won === 1 ? 'has' : 'have'} won.`,
  use: {
    id: 'applications',
    heading: 'How were offers used through the city office?',
    intro: 'An application counts in each step that it reached. There are no names of people or applicants here.',
    nothing: 'No application has come in through the city office yet, so there is nothing to count. What is known of the offers themselves stands below.',
    calls: 'Offers with applications taken by the office',
    interests: 'Interests expressed',
    institutions: 'Institutions that applied',
    institutionsNote: 'without those that erased their data',
    reached: 'Notices of new offers',
    reachedNote: 'so many times an offer reached somebody in a mail; we do not record whom',
    direct: 'Reports of use without going through the city',
    directCounts: (used: number, checked: number) => `${numberInWords(used, 'en')}, of which checked by the office: ${numberInWords(checked, 'en')}`,
  },
  byKind: {
    id: 'by-institution',
    heading: 'Who applies?',
    caption: 'Applications by kind of institution',
    note: 'Kinds with few applications stand together, so that no single institution is pointed at.',
  },
  byTheme: { id: 'by-theme', heading: 'In which themes?', caption: 'Applications by theme', note: 'An application with several themes counts in each of them.' },
  byYear: { id: 'by-year', heading: 'In which years?', caption: 'Applications by the year in which they came in' },
  heads: {
    kind: 'Kind of institution',
    theme: 'Theme',
    year: 'Year',
    type: 'Type of offer',
    organisation: 'Organisation',
    way: 'Can I apply without the city?',
    currency: 'Currency',
    calls: 'Offers with applications taken',
    applied: 'Applications',
    chosen: 'Chosen',
    passedOn: 'Passed on',
    won: 'Won',
    offers: 'Offers',
    least: 'Least',
    most: 'Most',
  },
  offers: {
    id: 'offers',
    heading: 'Which offers were announced?',
    intro: 'All published offers, past ones too.',
    none: 'There is no offer yet.',
    byYear: 'Offers by the year of their deadline or event',
    byType: 'Offers by type',
    byTheme: 'Offers by theme',
    byThemeNote: 'An offer with several themes counts in each of them.',
    byOrganisation: 'Offers by organisation',
    byWay: 'Offers by the way to apply',
    undated: 'no date known',
    outside: 'not in the register of organisations',
  },
  money: {
    id: 'money',
    heading: 'How much money is it about?',
    caption: 'Amounts named in offers, by currency',
    known: (named: number, of: number) =>
      `${numberInWords(named, 'en')} of ${numberInWords(of, 'en')} offers ${named === 1 ? 'names' : 'name'} an amount. Amounts are not added up: some are for a whole call, others for one prize.`,
    none: 'No offer names an amount.',
  },
  files: 'The same figures',
  counted: 'The figures of applications are renewed every hour.',
  report: {
    title: 'Offers for local institutions',
    lead: (offers: number, year: number) =>
      `In ${year} fall the deadlines or events of ${numberInWords(offers, 'en')} ${offers === 1 ? 'offer' : 'offers'} of organisations and networks.`,
    noOffers: (year: number) => `The register knows of no offer with a deadline or event in ${year}.`,
    noApplications: (year: number) => `In ${year} no application came in through the city office.`,
    applications: (year: number) => `Applications through the city office in ${year}`,
    types: (year: number) => `Offers for ${year} by type`,
    allYears: 'Applications by kind of institution, all years',
    direct: (used: number, checked: number) =>
      `Institutions sent ${numberInWords(used, 'en')} ${used === 1 ? 'report' : 'reports'} of offers that they used without going through the city, of which checked by the office: ${numberInWords(checked, 'en')}.`,
    notices: (mails) => `Notices by mail so far: ${numberInWords(mails, 'en')}. So many times an offer reached somebody in a mail; whom, the service does not record.`,
  },
};
