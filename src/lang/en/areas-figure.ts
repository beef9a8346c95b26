import type { Same } from '../lang.ts';
import { listInWords, plural } from '../numbers.ts';
import type { areasFigure as pl } from '../pl/areas-figure.ts';

const named = (areas: readonly string[]): string =>
  listInWords(
    areas.map((area) => `‘${area}’`),
    'en',
  );

export const areasFigure: Same<typeof pl> = {
  title: 'Documented effects by area and year',
  finding: (found) => {
    const [n, all] = [found.areas, found.all];
    const where = `Effects that count are found in ${n} of ${all} ${plural(all, 'en', { one: 'area', other: 'areas' })}`;
    const most =
      found.leading.length === 1
        ? `, the most (${found.most}) in ${named(found.leading)}`
        : found.leading.length <= 3
          ? `, the most (${found.most} each) in ${named(found.leading)}`
          : '';
    const none =
      found.empty.length === 0
        ? ''
        : found.empty.length <= 3
          ? `; there is no record at all in ${named(found.empty)}`
          : `; there is no record at all in ${found.empty.length} areas`;
    return `${where}${n > 1 ? most : n === 1 ? `: ${named(found.leading)} (${found.most})` : ''}${none}.`;
  },
  noneCounts: (records) =>
    plural(records, 'en', {
      one: 'There is 1 record, but it does not count as an effect of membership.',
      other: `There are ${records} records, but none counts as an effect of membership.`,
    }),
  nothing: 'There are no records of effects yet that could be shown in time.',
  key: {
    measurable: 'measurable, counts',
    immaterial: 'immaterial, counts',
    expected: 'expected',
    coincident: 'same time and place only',
    before: 'from before the membership',
    after: 'from after the membership',
    'not-established': 'not established whether from the time of membership',
    undated: 'no date, does not count',
  },
  noDate: 'no date',
  counted: 'counted',
  measurable: 'measurable',
  bothSums: 'counted (of these measurable)',
  total: 'All areas',
  reading: 'One mark is one record. A record of several years stands at the first.',
  once: 'A thing told in several records counts once in the sums.',
  gap: (spans) => `There are no records from ${listInWords(spans, 'en')}, and the axis is broken there.`,
  years: (from, to) => (from === to ? String(from) : `${from}–${to}`),
  several: (years) => `On a narrow screen one column is ${plural(years, 'en', { one: 'one year', other: `${years} years` })}.`,
  sumsCaption: 'Sums by area',
  recordsCaption: 'Records by area',
  columns: {
    area: 'Area',
    counted: 'Counted',
    measurable: 'Of these measurable',
    beside: 'Records beside',
    effect: 'Record',
    date: 'Date',
    kind: 'Kind',
    standing: 'Does it count',
  },
};
