import { daysBetween, type Day } from './day.ts';
import { boundsOf, parseEdtf } from './edtf.ts';

/** What a task tells in its sentences: data only. The words around it stand in the catalogue. */
export type Said =
  | string
  | { pl: string; en?: string | undefined }
  | { date: string }
  | { amount: string; currency: string }
  /** A value of a record with the group of words that names it: `{ group: 'askType', value: 'fee' }`. */
  | { group: string; value: string }
  /** A field by its path: `['membership', 'unit']`. */
  | { field: readonly string[] }
  | { all: readonly Said[] }
  | { either: readonly Said[] };

export const urgencies = ['overdue', 'soon', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/** Something that needs a hand. Rules make tasks, the office shows them; both sides know only this shape. */
export type Task = {
  /** The same task bears the same key from day to day and after a restart: notes, the calendar and the digest go by it. */
  key: string;
  /** The rule that found it; the catalogue has its sentences under this name. */
  rule: string;
  record: { kind: string; slug: string } | null;
  /** What it is about, as tables call it; null where the catalogue's word stands. */
  about: { pl: string; en?: string | undefined } | null;
  /** Which period of belonging, where there are several with the same organisation. */
  period: number | null;
  said: Readonly<Record<string, Said>>;
  /** EDTF: as exact as it is known. A task due in 2026 is due at the end of 2026. */
  dueOn: string | null;
  urgency: Urgency;
  /** Where it is mended. */
  href: string;
};

/** The last day that a date can mean: what is known to the year only is due on the last day of that year. Null where it has no last day. */
export function dueDayOf(dueOn: string | null | undefined): Day | null {
  const value = typeof dueOn === 'string' ? parseEdtf(dueOn) : null;
  return value && boundsOf(value).to;
}

/** How pressing a due date is; null where it is further off than the horizon, and no task yet. */
export function urgencyOf(due: Day, today: Day, horizon: { days: number; soonDays: number }): Urgency | null {
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left <= horizon.soonDays) return 'soon';
  return left <= horizon.days ? 'later' : null;
}
