import type { Day } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import { timeline as en } from '#lang/en/timeline.ts';
import type { Lang } from '#lang/lang.ts';
import { timeline as pl } from '#lang/pl/timeline.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { belongingOf, endIsUnknown, lastsBySources, yearIn } from './timeline-belonging.ts';
import { isMarked } from './timeline-bars.ts';
import { beginningOf, type BelongingStatus, type DrawnRow } from './timeline-row.ts';
import { fitting } from './timeline-text.ts';

export const timelineTexts = (lang: Lang) => (lang === 'pl' ? pl : en);

type StepName = keyof ReturnType<typeof wordsFor>['step'];

/** One period of belonging, with the organisation's short name. */
export type TimelineRow = Omit<DrawnRow, 'steps' | 'functions'> & {
  /** Where the name is in another language than the page. */
  nameLang?: Lang | undefined;
  href: string;
  /** Which period it is, where there are more than one with this organisation. */
  period?: number | undefined;
  /** What the sources say of the whole period, each claim in EDTF. */
  belonging: readonly string[];
  steps: readonly { kind: StepName; date: readonly string[] }[];
  /** Offices held in this period. */
  functions: readonly { role: string; roleLang?: Lang | undefined; term: readonly string[] }[];
};

export const nameOfRow = (row: TimelineRow, lang: Lang): string => (row.period === undefined ? row.name : timelineTexts(lang).row(row.name, row.period));

export const statusToday = (row: DrawnRow, today: Day): BelongingStatus => row.spans.findLast((span) => span.from === null || span.from <= today)?.status ?? 'not-established';

/** What is recent: this year and the nine before it. */
const recentYears = 10;

/** The picture in one sentence. Of dates that leave room the latest counts for "since", the earliest for "recent", so that it never claims too much. */
export function timelineFinding(rows: readonly TimelineRow[], today: Day, lang: Lang): string {
  const lasting = rows.filter((row) => statusToday(row, today) === 'active');
  const sinces = lasting.flatMap((row) => (beginningOf(row.spans) === null ? [] : (row.spans.find((span) => span.status === 'active')?.from ?? [])));
  const since = sinces.length === 0 ? null : Math.min(...sinces.map((from) => Number(from.slice(0, 4))));
  const from = Number(today.slice(0, 4)) - recentYears + 1;
  const recent = lasting.filter((row) => Number((beginningOf(row.spans) ?? '0').slice(0, 4)) >= from).length;
  const unknown = rows.filter((row) => statusToday(row, today) === 'not-established').length;
  return timelineTexts(lang).finding(lasting.length, since, { n: recent, since: from }, unknown);
}

/** The beginning as exactly as there is room for: `od 22 listopada 1995`, `od 1995`, `od 1992, koniec ?`, `2019–2020`. */
export function begunInWords(row: TimelineRow, lang: Lang, width: number): string {
  const texts = timelineTexts(lang);
  const belonging = belongingOf(row.belonging);
  const { start, end } = belonging;
  const years = [...new Set(start.dates.map(yearIn))];
  const sinceYears = texts.since(years.join(` ${texts.or} `));
  const size = 14;
  if (start.dates.length === 0) return '';
  if (endIsUnknown(belonging)) return `${sinceYears}, ${texts.endUnknown}`;
  if (lastsBySources(belonging)) return fitting(start.dates.length === 1 ? [dateInWords(`${start.dates[0]}/..`, lang), sinceYears] : [sinceYears], width, size);
  const [first, last] = [years.toSorted()[0], end.dates.map(yearIn).toSorted().at(-1)];
  return first === undefined || last === undefined || first === last ? (first ?? '') : texts.span(first, last);
}

const either = (dates: readonly string[], lang: Lang): string => dates.map((date) => dateInWords(date, lang)).join(` ${timelineTexts(lang).or} `);

/** The cells of the table beside the name; null is what nobody knows. */
export function rowInWords(row: TimelineRow, today: Day, lang: Lang) {
  const texts = timelineTexts(lang);
  const words = wordsFor(lang);
  const { start, end } = belongingOf(row.belonging);
  const over = row.spans.find((span) => span.status === 'ended')?.from ?? null;
  const ends = [...(end.open ? [texts.lasts] : []), ...(end.dates.length > 0 ? [either(end.dates, lang)] : [])];
  const overBy = end.dates.length === 0 && over !== null && over <= today ? texts.overBy(dateInWords(over, lang)) : null;
  const status = statusToday(row, today);
  const said = (text: string): string => tidy(text, lang);
  return {
    start: start.dates.length === 0 ? null : said(either(start.dates, lang)),
    end: overBy === null ? (ends.length === 0 ? null : said(ends.join(` ${texts.or} `))) : said(overBy),
    decidedBy: row.decidedBy === 'not-established' ? null : words.decidedBy[row.decidedBy],
    decidedByUnknown: words.decidedBy['not-established'],
    status: words.status[status],
    statusKnown: status !== 'not-established',
    steps: row.steps.filter((step) => isMarked(step.kind)).map((step) => said(`${words.step[step.kind]}: ${step.date.length === 0 ? texts.unknown : either(step.date, lang)}`)),
    functions: row.functions.map((held) => ({ role: held.role, lang: held.roleLang, term: said(held.term.length === 0 ? texts.termUnknown : either(held.term, lang)) })),
  };
}
