import type { MembershipSummary } from '#assessment/index.ts';
import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

type Cell = readonly [column: string, of: (one: MembershipSummary, lang: Lang) => string | number | null];

const counted = ({ effects }: MembershipSummary, is: (cell: MembershipSummary['effects']['cells'][number]) => boolean): number =>
  effects.cells.filter(is).reduce((sum, cell) => sum + cell.count, 0);
const beside = ({ effects }: MembershipSummary, standing: string): number => effects.beside.find((one) => one.standing === standing)?.count ?? 0;

/** What is documented of a membership as a row of a table, column by column. */
export const summaryCells: readonly Cell[] = [
  ['membership', ({ membership }) => membership],
  ['organisation', ({ organisation }) => organisation],
  ['organisation_name', ({ name }, lang) => inLang(name, lang)],
  ['period', ({ period }) => period],
  ['status', ({ status }) => status],
  ['effects', ({ effects }) => effects.count],
  ['effects_measurable', (one) => counted(one, (cell) => cell.measurable)],
  ['effects_outcome', (one) => counted(one, (cell) => cell.level === 'outcome')],
  ['effects_output', (one) => counted(one, (cell) => cell.level === 'output')],
  ['effects_action', (one) => counted(one, (cell) => cell.level === 'action')],
  ['effects_self_reported', ({ effects }) => effects.selfReported],
  ['expected', (one) => beside(one, 'expected')],
  ['coincident', (one) => beside(one, 'coincident')],
  ['undated', (one) => beside(one, 'undated')],
  ['last_effect', ({ effects }) => effects.last?.slug ?? null],
  ['last_effect_date', ({ effects }) => effects.last?.date ?? null],
  ['cost_pln_from', ({ cost }) => cost.from],
  ['cost_pln_to', ({ cost }) => cost.to],
  ['cost_rows', ({ cost }) => cost.evidence.map((row) => row.slug).join(' ')],
  ['indicators_known', ({ known }) => known.indicators],
  ['indicators', ({ known }) => known.of],
  ['missing', ({ collect }) => collect.indicators.join('|')],
  ['address', ({ organisation }, lang) => addressOf('organisation', lang, { slug: organisation })],
];

export const summaryColumns = columnsOf('documented', {
  membership: 'text',
  organisation: 'text',
  organisation_name: 'text',
  period: 'integer',
  status: 'text',
  effects: 'integer',
  effects_measurable: 'integer',
  effects_outcome: 'integer',
  effects_output: 'integer',
  effects_action: 'integer',
  effects_self_reported: 'integer',
  expected: 'integer',
  coincident: 'integer',
  undated: 'integer',
  last_effect: 'text',
  last_effect_date: 'date',
  cost_pln_from: 'decimal',
  cost_pln_to: 'decimal',
  cost_rows: 'slugs',
  indicators_known: 'integer',
  indicators: 'integer',
  missing: 'texts',
  address: 'link',
});
