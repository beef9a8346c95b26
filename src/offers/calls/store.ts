import { sql, type RawBuilder } from 'kysely';
import { fold } from '#basics/fold.ts';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { registerState } from '#publishing/register-state.ts';
import { bodyOf, type Ask, type Kept, type Organisation } from '#register/index.ts';
import type { Offer } from './offer.ts';

/** Everything by which offers are looked for but their state, which the clock tells. */
export type OfferFilter = {
  q?: string | undefined;
  type?: Offer['type'] | undefined;
  theme?: Offer['themes'][number] | undefined;
  audience?: Offer['audiences'][number] | undefined;
  /** Slug of an organisation. */
  organisation?: string | undefined;
  intermediary?: Offer['intermediary']['needed'] | undefined;
};

export type OfferedBy = Pick<Organisation, 'name' | 'shortName'> & { id: string; slug: string };

/** An offer as lists show it; updatedAt is that of its label, which a preview does not have yet. */
export type ListedOffer = Kept<Offer> & { offeredBy: OfferedBy | null; updatedAt: Date | null };

const rowsOf = (reader: Reader) =>
  reader
    .selectFrom('offers')
    .innerJoin('records', 'records.id', 'offers.id')
    .innerJoin('currentRevisions', 'currentRevisions.recordId', 'offers.id')
    .leftJoin('labels', 'labels.revisionId', 'currentRevisions.revisionId')
    .leftJoin('organisations', 'organisations.id', 'offers.organisationId')
    .leftJoin('records as organisationRecords', 'organisationRecords.id', 'organisations.id')
    .select(['offers.id', 'records.slug', 'offers.body', 'labels.updatedAt', 'organisations.id as organisationId', 'organisationRecords.slug as organisationSlug'])
    .select([
      sql<Organisation['name'] | null>`${sql.ref('organisations.body')} -> 'name'`.as('organisationName'),
      sql<Organisation['shortName'] | null>`${sql.ref('organisations.body')} -> 'shortName'`.as('organisationShortName'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const listed = (row: Row): ListedOffer => ({
  id: row.id,
  slug: row.slug,
  body: bodyOf<Offer>(row),
  updatedAt: row.updatedAt,
  offeredBy:
    row.organisationId === null || row.organisationSlug === null || row.organisationName === null || row.organisationShortName === null
      ? null
      : { id: row.organisationId, slug: row.organisationSlug, name: row.organisationName, shortName: row.organisationShortName },
});

const keepAll = remembered<readonly ListedOffer[]>(2);

/** Every offer, those with the nearest deadlines or days first. Every page of offers asks for them, so they are read once for each state of the register. */
async function allOffers(reader: Reader): Promise<readonly ListedOffer[]> {
  const { mark, city } = await registerState(reader);
  return keepAll(`${mark} ${city?.slug ?? ''}`, async () => {
    const rows = await rowsOf(reader)
      .orderBy(sql`least(offers.deadline_at, offers.city_deadline_at, offers.begins::timestamptz)`, (order) => order.desc().nullsLast())
      .orderBy('records.slug')
      .execute();
    return rows.map(listed);
  });
}

/** Offers that match, those with the nearest deadlines or days first. Only words are asked of the database, which has them folded. */
export async function listOffers(reader: Reader, filter: OfferFilter = {}): Promise<ListedOffer[]> {
  const { type, theme, audience, organisation, intermediary } = filter;
  const matching = (await allOffers(reader)).filter(
    ({ body, offeredBy: offerer }) =>
      (type === undefined || body.type === type) &&
      (theme === undefined || body.themes.includes(theme)) &&
      (audience === undefined || body.audiences.includes(audience)) &&
      (organisation === undefined || offerer?.slug === organisation) &&
      (intermediary === undefined || body.intermediary.needed === intermediary),
  );
  const words = fold(filter.q ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || matching.length === 0) return matching;
  const rows = await reader
    .selectFrom('offers')
    .select('id')
    .where((where) => where.and(words.map((word) => sql<boolean>`folded like ${`%${word}%`}`)))
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  return matching.filter(({ id }) => found.has(id));
}

/** Offers with a deadline or a first day after an instant, the nearest first. */
export async function offersAhead(reader: Reader, now: Date, most: number): Promise<ListedOffer[]> {
  const nearest = sql`least(
    case when offers.deadline_at > ${now} then offers.deadline_at end,
    case when offers.city_deadline_at > ${now} then offers.city_deadline_at end,
    case when offers.begins > ${now}::timestamptz then offers.begins::timestamptz end)`;
  const rows = await rowsOf(reader)
    .where(sql<boolean>`${nearest} is not null`)
    .orderBy(nearest)
    .orderBy('records.slug')
    .limit(most)
    .execute();
  return rows.map(listed);
}

export async function findOffer(reader: Reader, slug: string): Promise<ListedOffer | undefined> {
  const row = await rowsOf(reader).where('records.slug', '=', slug).executeTakeFirst();
  return row && listed(row);
}

/** The organisations that offer something, for the filter. */
export async function organisationsOffering(reader: Reader): Promise<OfferedBy[]> {
  const rows = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .where((where) => where.exists(where.selectFrom('offers').select('offers.id').whereRef('offers.organisationId', '=', 'organisations.id')))
    .select(['organisations.id', 'records.slug', 'organisations.body'])
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => {
    const { name, shortName } = bodyOf<Organisation>(row);
    return { id: row.id, slug: row.slug, name, shortName };
  });
}

/** The fees of the city's memberships with an organisation, for its good standing. */
export async function feesWith(reader: Reader, organisationId: string): Promise<Ask[]> {
  const rows = await reader
    .selectFrom('asks')
    .innerJoin('memberships', 'memberships.id', 'asks.membershipId')
    .where('memberships.organisationId', '=', organisationId)
    .where('memberships.holder', '=', 'city')
    .where('asks.type', '=', 'fee')
    .select(['asks.body'])
    .orderBy('asks.year', 'desc')
    .orderBy('asks.id')
    .execute();
  return rows.map((row) => bodyOf<Ask>(row));
}

/** Who offers what was found, for search; null asks nothing. */
export function offeredBy(offerIds: readonly string[]): RawBuilder<{ recordId: string; slug: string; shortName: Organisation['shortName'] }> | null {
  if (offerIds.length === 0) return null;
  return sql`
    select offers.id as "recordId", records.slug, organisations.body -> 'shortName' as "shortName"
    from offers join organisations on organisations.id = offers.organisation_id join records on records.id = organisations.id
    where offers.id = any(${[...offerIds]}::uuid[])
    order by offers.id`;
}
