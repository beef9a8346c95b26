import { parseEdtf } from '#basics/edtf.ts';
import { monthNames, numbered, roman, weekdayOf } from './calendar-words.ts';

/** A date in a text: from and to are the letters that it takes up. */
export type DateRead = {
  from: number;
  to: number;
  /** EDTF; more than one where it can be read in two ways. */
  values: string[];
  /** No year stands there: `month-day` only, the year is to be asked. */
  hasYear: boolean;
  /** The day of the week that is named is not that of the date. */
  weekdayWrong: boolean;
  /** The first day of a span from … to. */
  span: 'from' | 'to' | null;
};

const months = [...monthNames.keys()].toSorted((a, b) => b.length - a.length).join('|');
const weekdays = String.raw`(?:(?<week>\p{L}{2,14})\.?,?\s{1,3}(?:the\s+|dnia\s+)?)?`;
const notWithin = String.raw`(?<![\p{L}\p{N}.,/-])`;
const notGoingOn = String.raw`(?![\p{L}\p{N}])`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;
const ordinal = String.raw`(?:st|nd|rd|th|\.)?`;
const dash = String.raw`\s?(?:[-–—]|to|do|and|i|oraz)\s?`;

const patterns: readonly RegExp[] = [
  // 12–14 May 2027 · od 12 do 14 maja 2027 · 31st of March 2027
  new RegExp(
    String.raw`${notWithin}${weekdays}(?<first>\d{1,2})${ordinal}(?:${dash}(?<last>\d{1,2})${ordinal})?\s{1,3}(?:of\s+)?(?<month>${months})\.?(?:,?\s{1,3}${year})?${notGoingOn}`,
    'giu',
  ),
  // March 31, 2027 · May 12–14, 2027
  new RegExp(
    String.raw`${notWithin}${weekdays}(?<month>${months})\.?\s{1,3}(?<first>\d{1,2})${ordinal}(?:${dash}(?<last>\d{1,2})${ordinal})?(?:,?\s{1,3}${year})?${notGoingOn}`,
    'giu',
  ),
  // 31 III 2027
  new RegExp(String.raw`${notWithin}(?<first>\d{1,2})[. ]\s?(?<roman>I{1,3}|IV|VI{0,3}|IX|XI{0,2})[. ]\s?${year}${notGoingOn}`, 'gu'),
  // 2027-03-31
  new RegExp(String.raw`${notWithin}${year}-(?<number>\d{2})-(?<first>\d{2})(?![\d-])`, 'gu'),
  // 31.03.2027 · 12-14.05.2027
  new RegExp(String.raw`${notWithin}(?:(?<first>\d{1,2})\.?\s?[-–]\s?)?(?<dotted>\d{1,2})\.\s?(?<number>\d{1,2})\.\s?${year}${notGoingOn}`, 'gu'),
  // 03/04/2027: day and month, or month and day
  new RegExp(String.raw`${notWithin}(?<one>\d{1,2})(?<sign>[/-])(?<two>\d{1,2})\k<sign>${year}${notGoingOn}`, 'gu'),
  // May 2027 · w maju 2027
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?<!\d(?:st|nd|rd|th|\.)?\s{1,3}(?:of\s+)?)(?<month>${months})\.?,?\s{1,3}${year}${notGoingOn}`, 'giu'),
];

/** Every date in a text, in its order. Days that do not exist are none. */
export function datesIn(text: string): DateRead[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(read));
  const taken: DateRead[] = [];
  // The longer reading of the same letters is the one that is meant.
  for (const one of found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (!taken.some((other) => one.from < other.to && other.from < one.to && !(one.from === other.from && one.to === other.to && one.span !== other.span))) taken.push(one);
  return joined(
    taken.toSorted((a, b) => a.from - b.from || (a.span === 'from' ? -1 : 1)),
    text,
  );
}

function read(match: RegExpMatchArray): DateRead[] {
  const { week, first, last, month, roman: numeral, number, dotted, one, two, year: named } = match.groups ?? {};
  const start = match.index ?? 0;
  // Whatever word stands before a date is looked at; it belongs to it where it is a day of the week.
  const from = start + (week !== undefined && weekdayOf(week) === null ? offsetAfter(match[0], week) : 0);
  const place = { from, to: start + match[0].length, hasYear: named !== undefined };
  const weekday = week === undefined ? null : weekdayOf(week);
  const made = (day: string | undefined, monthOf: number | undefined): string | null => {
    if (monthOf === undefined) return null;
    // A leap year stands for a year that is not known.
    const value = `${named ?? '2028'}-${twoDigits(monthOf)}${day === undefined ? '' : `-${twoDigits(Number(day))}`}`;
    return parseEdtf(value) === null ? null : named === undefined ? value.slice(5) : value;
  };
  const dated = (values: (string | null)[], span: DateRead['span'] = null): DateRead[] => {
    const known = [...new Set(values.filter((value) => value !== null))];
    if (known.length === 0) return [];
    const wrong = weekday !== null && named !== undefined && known.length === 1 && new Date(`${known[0]}T00:00:00Z`).getUTCDay() !== weekday;
    return [{ ...place, values: known, weekdayWrong: wrong, span }];
  };
  if (one !== undefined && two !== undefined) return dated([made(one, numbered(two)), made(two, numbered(one))]);
  if (dotted !== undefined) {
    const monthOf = numbered(number ?? '');
    return first === undefined ? dated([made(dotted, monthOf)]) : [...dated([made(first, monthOf)], 'from'), ...dated([made(dotted, monthOf)], 'to')];
  }
  const monthOf = month !== undefined ? monthNames.get(month.toLowerCase()) : numeral !== undefined ? roman(numeral) : numbered(number ?? '');
  // "You may 12 …": without a year the month of May begins with a capital, in either language's running text only where it is meant in English.
  if (month === 'may' && named === undefined) return [];
  // Three small letters alone are also other words.
  if (month !== undefined && month.length <= 3 && named === undefined && /^\p{Ll}/u.test(month) && month !== 'maj') return [];
  return last === undefined ? dated([made(first, monthOf)]) : [...dated([made(first, monthOf)], 'from'), ...dated([made(last, monthOf)], 'to')];
}

const offsetAfter = (whole: string, week: string): number => {
  const rest = whole.slice(week.length);
  return week.length + (rest.length - rest.replace(/^[.,\s]+/, '').length);
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "30 April to 2 May 2027" is one span, and the year at its end is that of its beginning too. */
function joined(dates: DateRead[], text: string): DateRead[] {
  return dates.map((one, index) => {
    const next = dates[index + 1];
    const before = dates[index - 1];
    if (one.span !== null) return one;
    if (next !== undefined && next.span === null && isLink(text.slice(one.to, next.from))) {
      const [end] = next.values;
      const told = one.hasYear || !next.hasYear ? null : (end ?? '').slice(0, 4);
      return {
        ...one,
        span: 'from' as const,
        ...(told === null ? {} : { hasYear: true, values: one.values.map((value) => `${told}-${value}`).filter((value) => parseEdtf(value) !== null) }),
      };
    }
    if (before !== undefined && isLink(text.slice(before.to, one.from))) return { ...one, span: 'to' as const };
    return one;
  });
}

const isLink = (between: string): boolean => between.length < 20 && /^\s*(?:r\.|roku)?\s*(?:[-–—]|to|do|until|till|and|aż do)\s*(?:\p{L}{3,12},?\s)?(?:dnia\s)?$/u.test(between);
