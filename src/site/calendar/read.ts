import { addDays, day, type Day } from '#basics/day.ts';
import { listOffers, organisationsOffering, type OfferedBy } from '#offers/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import type { Asked } from '../page.ts';
import { byDate, entriesOf, isLong, type Entry } from './entries.ts';
import { monthOf, readQuery, type CalendarQuery } from './query.ts';

export type CalendarView = {
  query: CalendarQuery;
  organisations: OfferedBy[];
  /** Everything under the filters, by date. */
  entries: Entry[];
  /** Whether the register holds any offer at all. */
  any: boolean;
  /** The months that the reader can go to from this one; null beyond the first and the last that hold something. */
  previous: string | null;
  next: string | null;
  label: LabelFacts | undefined;
};

export async function readCalendar({ reader, query: params, today, city }: Asked): Promise<CalendarView> {
  const organisations = await organisationsOffering(reader);
  const query = readQuery(params, { organisations: new Set(organisations.map((one) => one.slug)), today });
  const offers = await listOffers(reader, { theme: query.theme, organisation: query.organisation });
  const entries = offers.flatMap((offer) => entriesOf(offer, city.timeZone)).toSorted(byDate);
  const months = [...new Set([...entries.flatMap((entry) => (entry.exact ? [monthOf(entry.from), monthOf(entry.to)] : [])), monthOf(today)])].toSorted();
  return {
    query,
    organisations,
    entries,
    any: offers.length > 0 || organisations.length > 0 || (await listOffers(reader)).length > 0,
    previous: months.findLast((month) => month < query.month) ?? null,
    next: months.find((month) => month > query.month) ?? null,
    label: await labelOfLatest(reader, ['offer', 'organisation']),
  };
}

export type ShownEntry = { entry: Entry; what: Entry['what'] | 'begins' | 'ends' };

/** The days of a month with what falls on each, in whole weeks from Monday; null stands for days of the months beside it. */
export function weeksOf(month: string, entries: readonly Entry[]): ({ day: Day; shown: ShownEntry[] } | null)[][] {
  const first = day(`${month}-01`);
  const days: Day[] = [];
  for (let one = first; monthOf(one) === month; one = addDays(one, 1)) days.push(one);
  // ISO weeks begin on Monday; getUTCDay counts from Sunday.
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days.map((one) => ({ day: one, shown: shownOn(one, entries) }))];
  const whole = [...cells, ...Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null)];
  return Array.from({ length: whole.length / 7 }, (_none, week) => whole.slice(week * 7, week * 7 + 7));
}

function shownOn(one: Day, entries: readonly Entry[]): ShownEntry[] {
  return entries.flatMap((entry): ShownEntry[] => {
    if (!entry.exact || entry.what === 'expected' || entry.from > one || entry.to < one) return [];
    if (!isLong(entry)) return [{ entry, what: entry.what }];
    return entry.from === one ? [{ entry, what: 'begins' }] : entry.to === one ? [{ entry, what: 'ends' }] : [];
  });
}

/** What is known to fall in a month or its year, without a day. */
export const inexactIn = (month: string, entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => !entry.exact && entry.what !== 'expected' && monthOf(entry.from) <= month && monthOf(entry.to) >= month);
