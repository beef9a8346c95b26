import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { whyBelong as pl } from '../pl/why-belong.ts';

const effects = (n: number): string => plural(n, 'en', { one: '1 effect', other: `${n} effects` });

export const whyBelong: Same<typeof pl> = {
  title: 'Why belong to an organisation?',
  description: 'Documented effects of memberships by area: measurable, immaterial and prestige, each with its source.',
  textId: 'how-we-count',
  textHeading: 'What counts as a benefit?',
  textSource: 'Source of this text:',
  sums: {
    counts: (n) =>
      plural(n, 'en', {
        one: 'documented effect: a source links it to a membership, and it happened while that lasted',
        other: 'documented effects: a source links them to a membership, and they happened while that lasted',
      }),
    measurable: (n) => plural(n, 'en', { one: 'of these is measurable', other: 'of these are measurable' }),
    expected: () => 'expected at accession, not counted',
    coincident: () => 'at the same time and place only, not counted',
    before: 'from before the membership, not counted',
    after: 'from after the membership, not counted',
    undated: 'without a date, so perhaps from outside membership; not counted',
    'not-established': 'not established whether from the time of membership; not counted',
  },
  overviewId: 'areas',
  overview: 'What came of it, area by area?',
  assessment: { lead: 'The same records by membership, beside what each costs and what is not known yet:', link: 'What do the memberships bring?' },
  overviewIntro: 'An effect told in two records counts once. “Beside” are records that do not count.',
  caption: 'Documented effects by area',
  columns: { area: 'Area', measurable: 'Measurable', immaterial: 'Immaterial', beside: 'Beside' },
  groups: {
    measurable: { id: 'measurable', heading: 'Measurable', intro: 'Concrete international projects that bring innovation and good practice.' },
    immaterial: { id: 'immaterial', heading: 'Immaterial', intro: 'Some effects here can be counted all the same, so each record says for itself whether it is measurable.' },
    prestige: { id: 'prestige-group', heading: 'Prestige', intro: 'Elections to the organisations’ governing bodies, titles and distinctions.' },
  },
  counted: (all, measurable) => {
    if (all === 0) return 'no effect that counts';
    if (measurable === 0) return effects(all);
    if (measurable === all) return all === 1 ? `${effects(all)}, measurable` : `${effects(all)}, all measurable`;
    return `${effects(all)}, ${measurable} measurable`;
  },
  besideCount: (n) => plural(n, 'en', { one: '1 record beside', other: `${n} records beside` }),
  noRecordCount: 'no record',
  noRecord: 'No record was found. That does not mean there is no benefit.',
  show: (n) => plural(n, 'en', { one: 'Show the record', other: `Show ${n} records` }),
  beside: {
    expected: 'Expected at accession',
    coincident: 'At the same time and place only',
    before: 'From before the membership',
    after: 'From after the membership',
    undated: 'Without a date',
    'not-established': 'Not established whether from the time of membership',
  },
  noDate: 'no date',
  amount: (amount) => `amount: ${amount}`,
  cityShare: (amount) => `of which the city’s share: ${amount}`,
  shareUnknown: 'the city’s share is not known',
  people: (n) => plural(n, 'en', { one: '1 person', other: `${n} people` }),
  countedWith: 'counts as one with the record',
  figure: {
    marks: 'One mark is one record, set at its first year.',
    found: (withEffect, all) => `Effects that count are found in ${withEffect} of ${all} areas.`,
    most: (area, n) => `The largest share, ${n}, is under “${area}”.`,
    measurable: 'measurable',
    immaterial: 'immaterial',
    expected: 'expected',
    beside: 'another record beside',
  },
};
