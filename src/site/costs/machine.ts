import { inLang, type AskWithOrganisation } from '#register/index.ts';
import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';

/** A cost for readers of data: its public body and the organisation it goes to. */
export const askAsData = (ask: AskWithOrganisation, lang: Lang) => ({
  slug: ask.slug,
  ...ask.body,
  period: ask.period,
  holder: ask.holder,
  organisation: { slug: ask.organisation.slug, name: ask.organisation.body.name, address: addressOf('organisation', lang, { slug: ask.organisation.slug }) },
});

type Cell = readonly [column: string, of: (ask: AskWithOrganisation, lang: Lang) => string | number | null];

/** A cost as a row of a table, column by column. */
export const askCells: readonly Cell[] = [
  ['slug', ({ slug }) => slug],
  ['organisation', ({ organisation }) => organisation.slug],
  ['organisation_name', ({ organisation }, lang) => inLang(organisation.body.name, lang)],
  ['membership', ({ body }) => body.membership],
  ['period', ({ period }) => period],
  ['holder', ({ holder }) => holder],
  ['type', ({ body }) => body.type],
  ['year', ({ body }) => body.year],
  ['every', ({ body }) => body.every ?? null],
  ['amount', ({ body }) => body.amount],
  ['currency', ({ body }) => body.currency],
  ['hours', ({ body }) => body.hours ?? null],
  ['due_on', ({ body }) => body.dueOn ?? null],
  ['paid_on', ({ body }) => body.paidOn ?? null],
  ['act', ({ body }) => body.act ?? null],
  ['stated_about', ({ body }) => body.statedAbout ?? null],
  ['note_pl', ({ body }) => body.note?.pl ?? null],
  ['note_en', ({ body }) => body.note?.en ?? null],
  ['sources', ({ body }) => sourcesOf(body)],
];

const sourcesOf = ({ sources, sourceIds }: AskWithOrganisation['body']): string =>
  sources
    .filter((source) => sourceIds.includes(source.id))
    .map((source) => source.url)
    .join(' ');

export const askColumns = columnsOf('costs', {
  slug: 'text',
  organisation: 'text',
  organisation_name: 'text',
  membership: 'text',
  period: 'integer',
  holder: 'text',
  type: 'text',
  year: 'integer',
  every: 'text',
  amount: 'decimal',
  currency: 'text',
  hours: 'decimal',
  due_on: 'date',
  paid_on: 'date',
  act: 'text',
  stated_about: 'date',
  note_pl: 'text',
  note_en: 'text',
  sources: 'links',
});
