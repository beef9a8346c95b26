import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang, type StandingEffect } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

const addressOfEffect = (slug: string, lang: Lang): string => `${addressOf('whyBelong', lang)}#${slug}`;

/** An effect for readers of data: its public body, how it stands, and its organisation. */
export const effectAsData = ({ slug, standing, body, organisation }: StandingEffect, lang: Lang) => ({
  slug,
  standing,
  ...body,
  organisation: { slug: organisation.slug, name: organisation.body.name, address: addressOf('organisation', lang, { slug: organisation.slug }) },
  address: addressOfEffect(slug, lang),
});

type Cell = readonly [column: string, of: (effect: StandingEffect, lang: Lang) => string | number | boolean | null];

/** An effect as a row of a table, column by column. */
export const effectCells: readonly Cell[] = [
  ['slug', ({ slug }) => slug],
  ['organisation', ({ organisation }) => organisation.slug],
  ['organisation_name', ({ organisation }, lang) => inLang(organisation.body.name, lang)],
  ['date', ({ body }) => body.date],
  ['area', ({ body }) => body.area],
  ['standing', ({ standing }) => standing],
  ['attribution', ({ body }) => body.attribution],
  ['measurable', ({ body }) => body.measurable],
  ['level', ({ body }) => body.level],
  ['reported_by', ({ body }) => body.reportedBy],
  ['same_thing', ({ body }) => body.sameThing ?? null],
  ['amount', ({ body }) => body.amount ?? null],
  ['currency', ({ body }) => body.currency ?? null],
  ['city_share', ({ body }) => body.cityShare ?? null],
  ['head_count', ({ body }) => body.headCount ?? null],
  ['title_pl', ({ body }) => body.title.pl],
  ['title_en', ({ body }) => body.title.en ?? null],
  ['note_pl', ({ body }) => body.note?.pl ?? null],
  ['note_en', ({ body }) => body.note?.en ?? null],
  ['sources', ({ body }) => body.sources.flatMap((source) => (body.sourceIds.includes(source.id) ? [source.url] : [])).join(' ')],
  ['address', ({ slug }, lang) => addressOfEffect(slug, lang)],
];

export const effectColumns = columnsOf('effects', {
  slug: 'text',
  organisation: 'text',
  organisation_name: 'text',
  date: 'date',
  area: 'text',
  standing: 'text',
  attribution: 'text',
  measurable: 'yesNo',
  level: 'text',
  reported_by: 'text',
  same_thing: 'text',
  amount: 'decimal',
  currency: 'text',
  city_share: 'decimal',
  head_count: 'integer',
  title_pl: 'text',
  title_en: 'text',
  note_pl: 'text',
  note_en: 'text',
  sources: 'links',
  address: 'link',
});
