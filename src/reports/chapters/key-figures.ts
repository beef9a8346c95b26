import { dateInWords } from '#lang/dates.ts';
import type { Gathered } from '../gathered.ts';
import type { Cell, Chapter, Table } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { counting, effectsIn, eventsIn, functionsIn, projectsIn, stepsIn, things, tripsIn } from '../year.ts';

export const withStatus = ({ periods }: Pick<Gathered, 'periods'>, status: Gathered['periods'][number]['status']) => periods.filter((period) => period.status === status);

export const isNational = (period: Gathered['periods'][number]): boolean => period.organisation.body.scope === 'national';

/** What the report comes to, one figure a row, each with how it was counted. */
export function keyFigures(gathered: Gathered, write: Writing): Table {
  const { year, on, lang, fees, effects } = gathered;
  const texts = textsFor(lang);
  const { key, columns } = texts;
  const active = withStatus(gathered, 'active');
  const counted = counting(effects);
  const row = (name: string, count: Cell, how: string, part?: true): Cell[] => [write.cell(name, part === undefined ? { strong: true } : { part }), count, write.cell(how)];
  const some = (name: string, n: number, how: string): Cell[][] => (n === 0 ? [] : [row(name, write.count(n), how)]);
  return write.table(
    key.table(dateInWords(on, lang)),
    [
      { head: columns.measure, share: 5 },
      { head: columns.count, share: 2, numeric: true },
      { head: columns.how, share: 7 },
    ],
    [
      row(key.organisations.name, write.count(gathered.organisationsOnDay), key.organisations.how),
      row(key.active.name, write.count(active.length), key.active.how),
      row(key.council.name, write.count(active.filter(({ body }) => body.decidedBy === 'council').length), key.council.how, true),
      row(key.national.name, write.count(active.filter(isNational).length), key.national.how, true),
      ...some(key.suspended.name, withStatus(gathered, 'suspended').length, key.suspended.how),
      ...some(key.unclear.name, withStatus(gathered, 'not-established').length, key.unclear.how),
      ...some(key.ended.name, withStatus(gathered, 'ended').length, key.ended.how),
      ...some(key.planned.name, withStatus(gathered, 'planned').length, key.planned.how),
      row(key.steps.name(year), write.count(stepsIn(gathered).length), key.steps.how),
      row(key.fees.name, { ...write.cell(key.ofAll(String(fees.known), String(fees.of))), value: fees.known }, key.fees.how),
      row(key.functions.name(year), write.count(functionsIn(gathered).length), key.functions.how),
      row(key.events.name(year), write.count(eventsIn(gathered).length), key.events.how),
      row(key.projects.name(year), write.count(projectsIn(gathered).length), key.projects.how),
      ...some(key.trips.name(year), tripsIn(gathered).length, key.trips.how),
      row(key.effects.name, write.count(things(counted)), key.effects.how),
      row(key.effectsInYear.name(year), write.count(things(effectsIn(counted, year))), key.effectsInYear.how, true),
    ],
  );
}

export function keyChapter(gathered: Gathered, write: Writing): Chapter {
  const { key, method } = textsFor(gathered.lang);
  return {
    title: key.title,
    newPage: true,
    blocks: [write.paragraph(key.intro(gathered.year)), keyFigures(gathered, write), write.subheading(method.title), write.list(method.points)],
  };
}
