import { dayAt, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { passes, type Deadline, type ListedOffer } from '#offers/index.ts';

export type EntryKind = 'deadline' | 'city-deadline' | 'opens' | 'held' | 'decided' | 'expected';

/** A date of an offer as a calendar takes it. */
export type Entry = {
  offer: ListedOffer;
  what: EntryKind;
  /** The date as the record has it, EDTF. */
  date: string;
  from: Day;
  to: Day;
  /** Its days are known; a month or a year has a place in the list only. */
  exact: boolean;
  /** The last moment on time, where a deadline names an hour. */
  at: Date | null;
};

/** The dates of an offer, by the days of the city's time zone. The expected next round is one of them only under its own name. */
export function entriesOf(offer: ListedOffer, zone: string): Entry[] {
  const { opens, deadline, cityDeadline, begins, ends, decided, recurring } = offer.body;
  const held = begins === null ? ends : ends === null ? begins : `${begins}/${ends}`;
  const entries: (Entry | null)[] = [
    opens === null ? null : dated(offer, 'opens', opens),
    cityDeadline === null ? null : due(offer, 'city-deadline', cityDeadline, zone),
    deadline === null ? null : due(offer, 'deadline', deadline, zone),
    held === null ? null : dated(offer, 'held', held),
    decided === undefined ? null : dated(offer, 'decided', decided.date),
    recurring?.expected === undefined ? null : dated(offer, 'expected', recurring.expected),
  ];
  return entries.filter((entry) => entry !== null);
}

function dated(offer: ListedOffer, what: EntryKind, date: string): Entry | null {
  const value = edtf(date);
  const { from, to } = boundsOf(value);
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return null;
  const ends = value.kind === 'date' ? [value.date] : [value.start, value.end].flatMap((end) => (end.kind === 'date' ? [end.date] : []));
  return { offer, what, date, from: first, to: last, exact: ends.every((end) => end.precision === 'day'), at: null };
}

function due(offer: ListedOffer, what: EntryKind, deadline: Deadline, zone: string): Entry | null {
  const entry = dated(offer, what, deadline.date);
  if (entry === null || !entry.exact || deadline.time === undefined) return entry;
  const at = new Date(passes(deadline).earliest - 1000);
  const here = dayAt(at, zone);
  return { ...entry, from: here, to: here, at };
}

/** A longer time is told by its first and its last day: a project of three years would cover every day of every month. */
const shownDaily = 14 * 86_400_000;

export const isLong = ({ from, to }: Entry): boolean => Date.parse(to) - Date.parse(from) > shownDaily;

export const byDate = (a: Entry, b: Entry): number => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.offer.slug, b.offer.slug) || compare(a.what, b.what);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
