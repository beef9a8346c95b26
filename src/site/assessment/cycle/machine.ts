import type { Assessed, Assessment, AssessmentResult, Criterion, ScoreSheet } from '#assessment/index.ts';
import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { revisionOf } from '../addresses.ts';
import type { CycleView } from '../read.ts';
import { textsFor } from '../texts.ts';
import { costsKnown } from './plane-section.tsx';

/** Everything that the results were made from, and the results: whoever has this can count them again. */
export function cycleAsData({ slug, body, before, decisions }: CycleView, lang: Lang): Record<string, unknown> {
  const { known, of } = costsKnown(body);
  return {
    standingNotice: textsFor(lang).cycle.notice(known, of),
    slug,
    address: addressOf('assessmentCycle', lang, { slug }),
    before: before === null ? null : `${addressOf('assessmentCycle', lang, { slug: before.slug })}.json`,
    ...body,
    decisions: decisions.map((decision) => ({ slug: decision.slug, ...decision.body })),
  };
}

type Row = { body: Assessment; one: Assessed; result: AssessmentResult | undefined; criterion: Criterion; sheet: ScoreSheet | undefined };

/** A row for each membership and criterion, with the membership's result beside. */
export const cycleRows = (body: Assessment): Row[] =>
  body.memberships.flatMap((one) =>
    body.criteria.criteria.map((criterion) => ({
      body,
      one,
      result: body.results.find(({ membership }) => membership === one.membership),
      criterion,
      sheet: one.scores.find((sheet) => sheet.criterion === criterion.code),
    })),
  );

type Cell = readonly [column: string, of: (row: Row, lang: Lang) => string | number | null];

export const cycleCells: readonly Cell[] = [
  ['year', ({ body }) => body.year],
  ['membership', ({ one }) => one.membership],
  ['organisation', ({ one }) => one.organisation],
  ['organisation_name', ({ one }, lang) => inLang(one.name, lang)],
  ['criterion', ({ criterion }) => criterion.code],
  ['criterion_name', ({ criterion }, lang) => inLang(criterion.name, lang)],
  ['index', ({ criterion }) => criterion.index],
  ['unit', ({ criterion }, lang) => inLang(criterion.unit, lang)],
  ['state', ({ sheet }) => sheet?.state ?? 'unknown'],
  ['reading_from', ({ sheet }) => sheet?.from ?? null],
  ['reading_to', ({ sheet }) => sheet?.to ?? null],
  ['grade', ({ sheet }) => sheet?.grade ?? null],
  ['seen_on', ({ sheet }) => sheet?.seenOn ?? null],
  ['reason', ({ sheet }, lang) => (sheet?.reason ? inLang(sheet.reason, lang) : null)],
  ['rows', ({ sheet }, lang) => (sheet?.evidence ?? []).map((row) => revisionOf(row, lang)).join(' ')],
  ['rows_beside', ({ sheet }, lang) => (sheet?.beside ?? []).map((row) => revisionOf(row, lang)).join(' ')],
  ['benefits_completeness', ({ result }) => result?.completeness.benefits ?? null],
  ['asks_completeness', ({ result }) => result?.completeness.asks ?? null],
  ['benefits_mean', ({ result }) => result?.benefits?.mean ?? null],
  ['benefits_low', ({ result }) => result?.benefits?.low ?? null],
  ['benefits_high', ({ result }) => result?.benefits?.high ?? null],
  ['asks_mean', ({ result }) => result?.asks?.mean ?? null],
  ['asks_low', ({ result }) => result?.asks?.low ?? null],
  ['asks_high', ({ result }) => result?.asks?.high ?? null],
  ['keep_and_use_more', ({ result }) => result?.shares?.keepAndUseMore ?? null],
  ['keep', ({ result }) => result?.shares?.keep ?? null],
  ['revive_or_justify', ({ result }) => result?.shares?.reviveOrJustify ?? null],
  ['examine', ({ result }) => result?.shares?.examine ?? null],
  ['indication', ({ result }) => result?.indication ?? null],
  ['standing_notice', ({ body }, lang) => textsFor(lang).cycle.notice(costsKnown(body).known, costsKnown(body).of)],
];

export const cycleColumns = columnsOf('assessment', {
  year: 'integer',
  membership: 'text',
  organisation: 'text',
  organisation_name: 'text',
  criterion: 'text',
  criterion_name: 'text',
  index: 'text',
  unit: 'text',
  state: 'text',
  reading_from: 'decimal',
  reading_to: 'decimal',
  grade: 'text',
  seen_on: 'date',
  reason: 'text',
  rows: 'links',
  rows_beside: 'links',
  benefits_completeness: 'decimal',
  asks_completeness: 'decimal',
  benefits_mean: 'decimal',
  benefits_low: 'decimal',
  benefits_high: 'decimal',
  asks_mean: 'decimal',
  asks_low: 'decimal',
  asks_high: 'decimal',
  keep_and_use_more: 'decimal',
  keep: 'decimal',
  revive_or_justify: 'decimal',
  examine: 'decimal',
  indication: 'text',
  standing_notice: 'text',
});
