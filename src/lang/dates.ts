import { dayAt, wallAt, type Day } from '#basics/day.ts';
import { edtf, parseEdtf, type EdtfDate, type EdtfEnd } from '#basics/edtf.ts';
import type { Lang } from './lang.ts';
import { monthName, type MonthCase } from './months.ts';

const words = {
  pl: {
    about: 'około',
    probably: 'prawdopodobnie',
    from: 'od',
    since: 'od',
    to: 'do',
    until: 'do',
    endUnknown: 'koniec nieznany',
    startUnknown: 'początek nieznany',
  },
  en: {
    about: 'about',
    probably: 'probably',
    from: 'from',
    since: 'since',
    to: 'to',
    until: 'until',
    endUnknown: 'end not known',
    startUnknown: 'start not known',
  },
} as const;

type Parts = { year: string; month: number | null; day: number | null };

function partsOf(text: string): Parts {
  const [year = '', month, day] = text.replace(/[~?%]$/, '').split('-');
  return { year: String(Number(year)), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
}

/** `22 listopada 1995`, `listopad 1995`, `1995`. After a preposition (`od`, `do`, `około`) Polish wants the month in the genitive; so it does after a day. */
function plainDate(text: string, lang: Lang, monthCase: MonthCase): string {
  const { year, month, day } = partsOf(text);
  if (month === null) return year;
  if (day === null) return `${monthName(month, lang, monthCase)} ${year}`;
  return `${day} ${monthName(month, lang, 'genitive')} ${year}`;
}

const about = (date: EdtfDate, lang: Lang, monthCase: MonthCase): string =>
  date.approximate ? `${words[lang].about} ${plainDate(date.text, lang, 'genitive')}` : plainDate(date.text, lang, monthCase);

const probably = (uncertain: boolean, lang: Lang, phrase: string): string => (uncertain ? `${words[lang].probably} ${phrase}` : phrase);

const singleDate = (date: EdtfDate, lang: Lang): string => probably(date.uncertain, lang, about(date, lang, 'nominative'));

/** Two plain dates of the same precision, said once what they share: `2–5 czerwca 2019`, `czerwiec–wrzesień 2019`, `1995–2001`. */
function range(start: EdtfDate, end: EdtfDate, lang: Lang): string {
  const [from, to] = [partsOf(start.text), partsOf(end.text)];
  if (from.month === null || to.month === null) return `${from.year}–${to.year}`;
  const sameYear = from.year === to.year;
  if (from.day === null || to.day === null) {
    if (sameYear) return `${monthName(from.month, lang, 'nominative')}–${monthName(to.month, lang, 'nominative')} ${to.year}`;
  } else if (sameYear) {
    const last = `${monthName(to.month, lang, 'genitive')} ${to.year}`;
    return from.month === to.month ? `${from.day}–${to.day} ${last}` : `${from.day} ${monthName(from.month, lang, 'genitive')} – ${to.day} ${last}`;
  }
  return `${plainDate(start.text, lang, 'nominative')} – ${plainDate(end.text, lang, 'nominative')}`;
}

/** Ends of unequal exactness cannot share a dash: `od około 2016 do czerwca 2019`. One doubtful end bears its doubt in brackets, so that the other stays certain. */
function fromTo(start: EdtfDate, end: EdtfDate, lang: Lang): string {
  const { from, to, probably: maybe } = words[lang];
  const bothUncertain = start.uncertain && end.uncertain;
  const side = (date: EdtfDate): string => about(date, lang, 'genitive') + (date.uncertain && !bothUncertain ? ` (${maybe})` : '');
  return probably(bothUncertain, lang, `${from} ${side(start)} ${to} ${side(end)}`);
}

const isPlain = (date: EdtfDate): boolean => !date.approximate && !date.uncertain;

function intervalInWords(start: EdtfEnd, end: EdtfEnd, lang: Lang): string {
  const { from, since, until, endUnknown, startUnknown } = words[lang];
  if (start.kind === 'date' && end.kind === 'date') {
    if (start.date.text === end.date.text) return singleDate(start.date, lang);
    const alike = isPlain(start.date) && isPlain(end.date) && start.date.precision === end.date.precision;
    return alike ? range(start.date, end.date, lang) : fromTo(start.date, end.date, lang);
  }
  if (start.kind === 'date') {
    const begun = probably(start.date.uncertain, lang, `${end.kind === 'open' ? since : from} ${about(start.date, lang, 'genitive')}`);
    return end.kind === 'open' ? begun : `${begun}, ${endUnknown}`;
  }
  if (end.kind !== 'date') return `${startUnknown}, ${endUnknown}`;
  const ended = probably(end.date.uncertain, lang, `${until} ${about(end.date, lang, 'genitive')}`);
  return start.kind === 'open' ? ended : `${ended}, ${startUnknown}`;
}

/**
 * A date or an interval as a sentence would say it: `około listopada 2019`, `od 16 lipca 2004, koniec nieznany`.
 *
 * @throws RangeError where the text is not EDTF (see basics/edtf).
 */
export function dateInWords(edtfText: string, lang: Lang): string {
  const value = edtf(edtfText);
  return value.kind === 'date' ? singleDate(value.date, lang) : intervalInWords(value.start, value.end, lang);
}

export const dayInWords = (day: Day, lang: Lang): string => plainDate(day, lang, 'nominative');

/** Without an offset the same text would mean another moment on every machine. */
const instantPattern = /\d{2}:\d{2}.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * A moment by the clock of a time zone, to the second: `22 listopada 2026, 14:03:07`.
 *
 * @throws RangeError where the text is no instant with `Z` or an offset.
 */
export function instantInWords(isoInstant: string, lang: Lang, timeZone: string): string {
  const instant = new Date(isoInstant);
  if (Number.isNaN(instant.getTime()) || !instantPattern.test(isoInstant)) throw new RangeError(`${JSON.stringify(isoInstant)} is not an instant such as 2026-11-22T13:03:07Z`);
  return `${dayInWords(dayAt(instant, timeZone), lang)}, ${wallAt(instant, timeZone).time}`;
}

/** The `datetime` of a `<time>` element; null for intervals and for dates that are only about right, which HTML cannot say. */
export function dateAttribute(edtfText: string): string | null {
  const value = parseEdtf(edtfText);
  // HTML has no year zero: https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#months
  if (value?.kind !== 'date' || !isPlain(value.date) || value.date.text.startsWith('0000')) return null;
  return value.date.text;
}
