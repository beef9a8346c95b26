import { boundsOf, edtf, parseEdtf } from '#basics/edtf.ts';
import { timeIn, type TimeRead } from './clock-words.ts';
import { datesIn, type DateRead } from './dates.ts';
import type { Doubt, Finding, IntakeField } from './finding.ts';
import { mailLine, roleOf, type RoleRead } from './roles.ts';

export type DateContext = {
  /** The day on which the mail went, or came. */
  sentOn: string;
  /** The clock of the city, where no other is named. */
  zone: string;
};

/** The dates of a text as findings: the deadline with its time and zone, opening, first and last day, and those of which nothing near tells what they are for. */
export function dateFindings(text: string, context: DateContext): Finding[] {
  const dates = datesIn(text).filter((one) => !mailLine.test(lineAround(text, one.from)));
  const roles = rolesOf(text, dates);
  const findings = dates.flatMap((one, index) => findingsOf(text, one, roles[index] ?? { role: null, word: null }, { context, dates, index }));
  return hasDeadline(findings) ? findings : withPossibleDeadlines(findings, context);
}

const hasDeadline = (findings: readonly Finding[]): boolean => findings.some(({ field }) => field === 'deadline');

/** Where no word tells of a deadline, each later day that has no other part might be it. It is asked, never filled in. */
const withPossibleDeadlines = (findings: Finding[], { zone, sentOn }: DateContext): Finding[] => [
  ...findings,
  ...findings
    .filter((one) => one.field === 'other' && one.doubt === 'no-word-near' && one.value >= sentOn)
    .map((one) => ({ ...one, field: 'deadline' as const, value: `${one.value}[${zone}]`, doubt: 'no-word-near' as const })),
];

function lineAround(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to === -1 ? undefined : to);
}

/** Both ends of a span are for the same thing. */
function rolesOf(text: string, dates: readonly DateRead[]): RoleRead[] {
  const roles = dates.map((one, index) => {
    const [before, after] = [dates[index - 1], dates[index + 1]];
    return roleOf(text, one, before === undefined || before.from === one.from ? 0 : before.to, after === undefined || after.from === one.from ? text.length : after.from);
  });
  return roles.map((role, index) => (dates[index]?.span === 'to' ? (roles[index - 1] ?? role) : role));
}

type Around = { context: DateContext; dates: readonly DateRead[]; index: number };

function findingsOf(text: string, date: DateRead, { role, word }: RoleRead, around: Around): Finding[] {
  const { context } = around;
  const field = fieldOf(role, date);
  const time = field === 'deadline' ? timeBeside(text, date, around) : null;
  const place = marked(text, date, word, time);
  const years = date.hasYear ? date.values : date.values.flatMap((value) => nextYearOf(value, context.sentOn));
  return years.map((value) => {
    const doubt = doubtOf({ date, value, field, role, time, context });
    const told = field === 'deadline' ? `${value}${time?.time === null || time === null ? '' : `T${time.time}`}[${time?.zone ?? context.zone}]` : value;
    return { field, value: told, words: text.slice(place.from, place.to), place: { part: 'body', ...place }, doubt };
  });
}

function fieldOf(role: RoleRead['role'], { span }: DateRead): IntakeField {
  if (role === 'deadline') return span === 'from' ? 'opens' : 'deadline';
  // Something that opens on one day and closes on the other.
  if (role === 'opens') return span === 'to' ? 'deadline' : 'opens';
  if (role === 'held') return span === 'to' ? 'ends' : 'begins';
  return 'other';
}

type Doubted = { date: DateRead; value: string; field: IntakeField; role: RoleRead['role']; time: TimeRead | null; context: DateContext };

function doubtOf({ date, value, field, role, time, context }: Doubted): Doubt | null {
  if (date.values.length > 1) return 'two-readings';
  if (date.weekdayWrong) return 'weekday';
  if (!date.hasYear) return 'no-year';
  if (role === null) return 'no-word-near';
  if (field === 'other') return null;
  if ((boundsOf(edtf(value)).to ?? '') < context.sentOn) return 'past';
  return time?.doubt ?? null;
}

/** The next such day after the mail went; a year is asked for all the same. */
function nextYearOf(monthAndDay: string, sentOn: string): string[] {
  const year = Number(sentOn.slice(0, 4));
  const next = [year, year + 1, year + 2, year + 3, year + 4].map((one) => `${one}-${monthAndDay}`).find((one) => one >= sentOn && parseEdtf(one) !== null);
  return next === undefined ? [] : [next];
}

/** A time stands behind its date, or before it: "by 17:00 CET on 31 March". */
function timeBeside(text: string, date: DateRead, { dates, index }: Around): TimeRead | null {
  const [value = ''] = date.values;
  const after = text.slice(date.to, Math.min(date.to + 60, dates.find((one) => one.from >= date.to)?.from ?? text.length));
  const end = /[.!?;]\s+\p{Lu}|\n\s*\n|\n\s*[-*•]/u.exec(after)?.index ?? after.length;
  const behind = timeIn(after.slice(0, end), value);
  if (behind !== null) return { ...behind, from: behind.from + date.to, to: behind.to + date.to };
  const low = Math.max(dates[index - 1]?.to ?? 0, date.from - 45, 0);
  const before = text.slice(low, date.from);
  const start = [...before.matchAll(/[!?;]\s|\.\s+\p{Lu}|\n\s*\n|\n\s*[-*•]/gu)].at(-1)?.index ?? 0;
  const ahead = timeIn(before.slice(start), value);
  return ahead && { ...ahead, from: ahead.from + low + start, to: ahead.to + low + start };
}

/** From the word that tells what the date is for to the end of date and time, as long as that is one stretch of a sentence. */
function marked(text: string, date: DateRead, word: { from: number; to: number } | null, time: TimeRead | null): { from: number; to: number } {
  const from = Math.min(date.from, word?.from ?? date.from, time?.from ?? date.from);
  const to = Math.max(date.to, word?.to ?? date.to, time?.to ?? date.to);
  const trimmed = text.slice(from, to);
  return { from, to: from + trimmed.trimEnd().length };
}
