import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Organisation } from './organisation.ts';

export async function findOrganisation(reader: Reader, slug: string): Promise<(Kept<Organisation> & { networkId: string | null }) | undefined> {
  const row = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .where('records.slug', '=', slug)
    .select(['organisations.id', 'records.slug', 'organisations.networkId', 'organisations.body'])
    .executeTakeFirst();
  return row && { ...row, body: bodyOf<Organisation>(row) };
}

/** Every organisation that the register holds a membership with, in the order of its slug; views sort by the name that they show. */
export async function organisationsBelongedTo(reader: Reader): Promise<Kept<Organisation>[]> {
  const rows = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .where((where) => where.exists(where.selectFrom('memberships').select('memberships.id').whereRef('memberships.organisationId', '=', 'organisations.id')))
    .select(['organisations.id', 'records.slug', 'organisations.body'])
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ ...row, body: bodyOf<Organisation>(row) }));
}

/** The organisations with these ids, by id. */
export async function organisationsWithIds(reader: Reader, ids: readonly string[]): Promise<Map<string, Kept<Organisation>>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .where('organisations.id', 'in', [...ids])
    .select(['organisations.id', 'records.slug', 'organisations.body'])
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, body: bodyOf<Organisation>(row) }]));
}
