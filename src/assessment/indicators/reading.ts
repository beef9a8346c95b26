import { day, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Source, Text } from '#publishing/facts.ts';
import { standingOf, type Effect, type StatusSpan } from '#register/index.ts';
import type { IndicatorName } from '../criteria/criterion.ts';
import type { AsideReason, Evidence } from '../cycles/cycle.ts';
import type { Grade } from '../decision/scores.ts';
import type { IndicatorReading } from './indicator.ts';
import type { Revised } from './rows.ts';

/** A record that counts, with what it adds and how strong its source is. */
export type Counted = { evidence: Evidence; adds: number; grade: Grade; seenOn: string | null };
export type Found = { counted: Counted[]; beside: Evidence[] };

type Sourced = { sources?: Source[] | undefined };

/** What the city says of its own doings in an effect is a statement; the network or the press is the middle; its own books and lists are documents. */
export const effectGrade: Readonly<Record<Effect['reportedBy'], Grade>> = { city: 'C', organisation: 'B', independent: 'B', institution: 'C' };

const strength: Readonly<Record<Grade, number>> = { A: 0, B: 1, C: 2 };

export function evidenceOf(kind: string, row: Revised<unknown>, title: Text, given: { amount?: string | undefined; date?: string | null | undefined } = {}): Evidence {
  const { amount, date } = given;
  return { kind, slug: row.slug, title, revision: row.revision, ...(amount === undefined ? {} : { amount }), ...(date === undefined || date === null ? {} : { date }) };
}

export const counts = (evidence: Evidence, body: Sourced, grade: Grade, adds = 1): Counted => ({
  evidence: { ...evidence, grade },
  adds,
  grade,
  seenOn: latestSeen(body.sources ?? []),
});

export const aside = (evidence: Evidence, because: AsideReason): Evidence => ({ ...evidence, because });

const latestSeen = (sources: readonly Source[]): string | null => sources.reduce<string | null>((latest, { seenOn }) => later(latest, seenOn ?? null), null);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

export const unknownReading = (membership: string, indicator: IndicatorName, beside: Evidence[] = []): IndicatorReading => ({
  membership,
  indicator,
  state: 'unknown',
  from: null,
  to: null,
  grade: null,
  seenOn: null,
  evidence: [],
  beside: inOrder(beside),
});

/** A reading from what was found: the sum of what counts, or another value where the indicator is none. Nothing counted is unknown. */
export function readingFrom(membership: string, indicator: IndicatorName, { counted, beside }: Found, value?: { from: number; to: number }): IndicatorReading {
  if (counted.length === 0) return unknownReading(membership, indicator, beside);
  // To the hundredth: sums of groszy in binary fractions differ by their order.
  const sum = Math.round(counted.reduce((total, one) => total + one.adds, 0) * 100) / 100;
  return {
    membership,
    indicator,
    state: 'documented',
    from: value?.from ?? sum,
    to: value?.to ?? sum,
    grade: counted.reduce<Grade>((weakest, one) => (strength[one.grade] > strength[weakest] ? one.grade : weakest), 'A'),
    seenOn: counted.reduce<string | null>((latest, one) => later(latest, one.seenOn), null),
    evidence: inOrder(counted.map((one) => one.evidence)),
    beside: inOrder(beside),
  };
}

const inOrder = (evidence: Evidence[]): Evidence[] => evidence.toSorted((a, b) => (`${a.kind} ${a.slug}` < `${b.kind} ${b.slug}` ? -1 : 1));

/** The same day so many years earlier; 29 February becomes 28. */
export function yearsBefore(on: Day, years: number): Day {
  const year = String(Number(on.slice(0, 4)) - years).padStart(4, '0');
  return day(on.slice(5) === '02-29' ? `${year}-02-28` : `${year}${on.slice(4)}`);
}

/** Where a dated thing stands: it counts, or a reason why not. It counts where it could lie within the membership and the years asked for. */
export function asideReasonOf(thing: { attribution: Effect['attribution']; date: string | null }, spans: readonly StatusSpan[], years: number | null, on: Day): AsideReason | null {
  const standing = standingOf(thing, [spans]);
  if (standing !== 'counts') return standing;
  const { from, to } = boundsOf(edtf(thing.date ?? ''));
  if (from !== null && from > on) return 'later';
  if (years !== null && to !== null && to <= yearsBefore(on, years)) return 'earlier';
  return null;
}

/** Whether a span of time covers the day: with a beginning or an end that nobody knows that is not established, unless the other end settles it. */
export function lastingOn(date: string | undefined, on: Day): AsideReason | null {
  if (date === undefined) return 'undated';
  const value = edtf(date);
  const { from, to } = boundsOf(value);
  if (from !== null && from > on) return 'later';
  if (to !== null && to < on) return 'earlier';
  if (from === null) return 'not-established';
  if (to !== null) return null;
  return value.kind === 'interval' && value.end.kind === 'open' ? null : 'not-established';
}

/** The last day on which something dated can have happened by the close. */
export function lastDayBy(date: string | null, on: Day): Day | null {
  if (date === null) return null;
  const { from, to } = boundsOf(edtf(date));
  const last = to ?? from;
  return last === null ? null : last < on ? last : on;
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, from.slice(8) > to.slice(8) ? months - 1 : months);
}
