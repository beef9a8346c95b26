import { day, type Day } from './day.ts';

/**
 * Dates as exact as they are known: a subset of EDTF (ISO 8601-2, level 1).
 *
 *   date      1995 · 1995-11 · 1995-11-22 · 2016~ (about) · 2016? (uncertain) · 2016% (both)
 *   interval  2019-06/2022-09 · 2015/.. (it lasts) · 2015/ (nobody knows the end) · ../2015 · /2015
 *
 * An open end (`..`) and an unknown end (nothing) are two different facts and stay two.
 */
export type Precision = 'year' | 'month' | 'day';

export type EdtfDate = {
  text: string;
  precision: Precision;
  approximate: boolean;
  uncertain: boolean;
  /** First and last day the date can mean, qualifiers left aside. */
  earliest: Day;
  latest: Day;
};

export type EdtfEnd = { kind: 'date'; date: EdtfDate } | { kind: 'open' } | { kind: 'unknown' };

export type Edtf = { kind: 'date'; date: EdtfDate } | { kind: 'interval'; start: EdtfEnd; end: EdtfEnd };

const datePattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([~?%]?)$/;

function parseDate(text: string): EdtfDate | null {
  const match = datePattern.exec(text);
  if (!match) return null;
  const [, year, month, dayOfMonth, qualifier] = match;
  if (year === undefined) return null;
  const marks = { approximate: qualifier === '~' || qualifier === '%', uncertain: qualifier === '?' || qualifier === '%' };
  if (dayOfMonth !== undefined && month !== undefined) {
    if (Number(dayOfMonth) > lastDayOf(Number(year), Number(month))) return null;
    const only = day(`${year}-${month}-${dayOfMonth}`);
    return { text, precision: 'day', ...marks, earliest: only, latest: only };
  }
  if (month !== undefined) {
    const last = String(lastDayOf(Number(year), Number(month))).padStart(2, '0');
    return { text, precision: 'month', ...marks, earliest: day(`${year}-${month}-01`), latest: day(`${year}-${month}-${last}`) };
  }
  return { text, precision: 'year', ...marks, earliest: day(`${year}-01-01`), latest: day(`${year}-12-31`) };
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parseEnd(text: string): EdtfEnd | null {
  if (text === '..') return { kind: 'open' };
  if (text === '') return { kind: 'unknown' };
  const date = parseDate(text);
  return date && { kind: 'date', date };
}

/** Lists are put in order by dates, which reads the same texts many thousand times. What was read stays the same; a few thousand readings are kept, then all are forgotten at once. */
const readings = new Map<string, Edtf | null>();
const mostReadings = 5000;

/** Reads a date or an interval; null where the text is neither, names a day that does not exist, or ends before it starts. */
export function parseEdtf(text: string): Edtf | null {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const read = readEdtf(text);
  if (readings.size >= mostReadings) readings.clear();
  // Longer texts are no dates, whatever they are.
  if (text.length <= 30) readings.set(text, read);
  return read;
}

function readEdtf(text: string): Edtf | null {
  const parts = text.split('/');
  if (parts.length === 1) {
    const date = parseDate(text);
    return date && { kind: 'date', date };
  }
  if (parts.length !== 2) return null;
  const start = parseEnd(parts[0] ?? '');
  const end = parseEnd(parts[1] ?? '');
  if (!start || !end) return null;
  if (start.kind !== 'date' && end.kind !== 'date') return null;
  if (start.kind === 'date' && end.kind === 'date' && end.date.latest < start.date.earliest) return null;
  return { kind: 'interval', start, end };
}

/** @throws RangeError where the text is not of the subset. */
export function edtf(text: string): Edtf {
  const parsed = parseEdtf(text);
  if (!parsed) throw new RangeError(`${JSON.stringify(text)} is not a date such as 1995, 1995-11, 1995-11-22, 2019-06/2022-09, 2015/.. or 2015/`);
  return parsed;
}

/** First and last day that the whole date or interval can touch; null where that side is open or unknown. */
export function boundsOf(value: Edtf): { from: Day | null; to: Day | null } {
  if (value.kind === 'date') return { from: value.date.earliest, to: value.date.latest };
  return {
    from: value.start.kind === 'date' ? value.start.date.earliest : null,
    to: value.end.kind === 'date' ? value.end.date.latest : null,
  };
}

const exactness: Record<Precision, number> = { year: 0, month: 1, day: 2 };

/** No day is later as text. */
const afterAll = '9999-99-99';

/** First possible day, exactness of that end and last possible day; what is not known sorts last. */
function orderOf(text: string | null): [string, number, string] {
  const value = text === null ? null : parseEdtf(text);
  if (!value) return [afterAll, 0, afterAll];
  const bounds = boundsOf(value);
  const first = value.kind === 'date' ? value.date : value.start.kind === 'date' ? value.start.date : null;
  return [bounds.from ?? afterAll, first ? exactness[first.precision] : 0, bounds.to ?? afterAll];
}

/** Order for lists: by the first possible day, then the less exact first, then by the last possible day. Unknown starts come after all known ones, no date at all comes last. */
export function compareEdtf(a: string | null, b: string | null): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  for (const place of [0, 1, 2] as const) {
    if (left[place] < right[place]) return -1;
    if (left[place] > right[place]) return 1;
  }
  return 0;
}
