import type { Reader } from '#db/handles.ts';
import type { Membership } from '../memberships/membership.ts';
import type { Organisation } from '../organisations/organisation.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Ask } from './ask.ts';

export type AskWithOrganisation = Kept<Ask> & { organisation: Kept<Organisation>; period: number; holder: Membership['holder']['kind'] };

/** Everything that memberships ask of the city, as far as it is known: by year, the latest first, unknown years last. */
export async function listAsks(reader: Reader): Promise<AskWithOrganisation[]> {
  const rows = await reader
    .selectFrom('asks')
    .innerJoin('records', 'records.id', 'asks.id')
    .innerJoin('memberships', 'memberships.id', 'asks.membershipId')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .innerJoin('records as organisationRecords', 'organisationRecords.id', 'organisations.id')
    .select(['asks.id', 'records.slug', 'asks.body', 'memberships.period', 'memberships.body as membershipBody', 'organisations.id as organisationId'])
    .select(['organisationRecords.slug as organisationSlug', 'organisations.body as organisationBody'])
    .orderBy('asks.year', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    body: bodyOf<Ask>(row),
    period: row.period,
    holder: bodyOf<Membership>({ body: row.membershipBody }).holder.kind,
    organisation: { id: row.organisationId, slug: row.organisationSlug, body: bodyOf<Organisation>({ body: row.organisationBody }) },
  }));
}

/** For how many of the organisations any fee is known. Zero is known; a fee without a year is known too, and its year is said to be unknown. */
export async function feesKnown(reader: Reader): Promise<{ known: number; of: number }> {
  const known = await reader
    .selectFrom('asks')
    .innerJoin('memberships', 'memberships.id', 'asks.membershipId')
    .where('asks.type', '=', 'fee')
    .where('asks.amount', 'is not', null)
    .select((select) => select.fn.count('memberships.organisationId').distinct().as('count'))
    .executeTakeFirstOrThrow();
  const all = await reader
    .selectFrom('memberships')
    .select((select) => select.fn.count('organisationId').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return { known: Number(known.count), of: Number(all.count) };
}
