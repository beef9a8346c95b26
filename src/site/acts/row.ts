import { inLang, type Act, type Kept, type PeriodOfOrganisation } from '#register/index.ts';
import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';

/** An act with the memberships that it names, as far as they are published. */
export type ActRow = Kept<Act> & { concerns: { did: Act['memberships'][number]['did']; period: PeriodOfOrganisation }[] };

export const withMemberships = (act: Kept<Act>, periods: ReadonlyMap<string, PeriodOfOrganisation>): ActRow => ({
  ...act,
  concerns: act.body.memberships.flatMap(({ membership, did }) => {
    const period = periods.get(membership);
    return period === undefined ? [] : [{ did, period }];
  }),
});

export const membershipSlugs = (acts: readonly Kept<Act>[]): string[] => [...new Set(acts.flatMap((act) => act.body.memberships.map((one) => one.membership)))];

/** An act for readers of data: its public body, its addresses, and the organisations that it concerns. */
export const actAsData = (act: ActRow, lang: Lang) => ({
  slug: act.slug,
  ...act.body,
  concerns: act.concerns.map(({ did, period }) => ({
    membership: period.slug,
    did,
    period: period.body.period,
    organisation: { slug: period.organisation.slug, name: period.organisation.body.name, address: addressOf('organisation', lang, { slug: period.organisation.slug }) },
  })),
  address: addressOf('act', lang, { slug: act.slug }),
});

type Cell = readonly [column: string, of: (act: ActRow, lang: Lang) => string | null];

/** Values that conflict, and everything that there is more than one of, stand in one cell with a bar between them. */
const together = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join(' | '));
const claimed = (claims: readonly { value: string }[]): string | null => together(claims.map((claim) => claim.value));

/** An act as a row of a table, column by column. */
export const actCells: readonly Cell[] = [
  ['slug', ({ slug }) => slug],
  ['type', ({ body }) => body.type],
  ['level', ({ body }) => body.level],
  ['number', ({ body }) => claimed(body.number)],
  ['date', ({ body }) => claimed(body.date)],
  ['body', ({ body }) => claimed(body.body)],
  ['title_pl', ({ body }) => body.title.pl],
  ['title_en', ({ body }) => body.title.en ?? null],
  ['citation', ({ body }) => body.citation ?? null],
  ['memberships', ({ body }) => together(body.memberships.map((one) => one.membership))],
  ['effects', ({ body }) => together(body.memberships.map((one) => one.did))],
  ['organisations', ({ concerns }, lang) => together(concerns.map(({ period }) => inLang(period.organisation.body.name, lang)))],
  ['url', ({ body }) => body.url ?? null],
  ['sources', ({ body }) => body.sources.flatMap((source) => (body.sourceIds.includes(source.id) ? [source.url] : [])).join(' ')],
  ['address', ({ slug }, lang) => addressOf('act', lang, { slug })],
];

export const actColumns = columnsOf('acts', {
  slug: 'text',
  type: 'text',
  level: 'text',
  number: 'texts',
  date: 'dates',
  body: 'texts',
  title_pl: 'text',
  title_en: 'text',
  citation: 'text',
  memberships: 'texts',
  effects: 'texts',
  organisations: 'texts',
  url: 'link',
  sources: 'links',
  address: 'link',
});
