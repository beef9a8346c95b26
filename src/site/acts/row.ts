import { inLang, type Act, type Kept, type PeriodOfOrganisation } from '#register/index.ts';
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

export const actColumns = [
  'slug',
  'type',
  'level',
  'number',
  'date',
  'body',
  'title_pl',
  'title_en',
  'citation',
  'memberships',
  'effects',
  'organisations',
  'url',
  'sources',
  'address',
];

/** Values that conflict stand in one cell with a bar between them. */
export function actAsCsv(act: ActRow, lang: Lang): (string | null)[] {
  const { body } = act;
  const values = (claims: readonly { value: string }[]): string | null => claims.map((claim) => claim.value).join(' | ') || null;
  const sources = body.sources.filter((source) => body.sourceIds.includes(source.id)).map((source) => source.url);
  return [
    ...[act.slug, body.type, body.level, values(body.number), values(body.date), values(body.body), body.title.pl, body.title.en ?? null, body.citation ?? null],
    ...[body.memberships.map((one) => one.membership).join(' | ') || null, body.memberships.map((one) => one.did).join(' | ') || null],
    ...[
      act.concerns.map(({ period }) => inLang(period.organisation.body.name, lang)).join(' | ') || null,
      body.url ?? null,
      sources.join(' '),
      addressOf('act', lang, { slug: act.slug }),
    ],
  ];
}
