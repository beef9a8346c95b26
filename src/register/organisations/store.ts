import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { Text } from '#publishing/facts.ts';
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

/** What an organisation's own page tells at length, and no list does. Left out in the database: most of a body is this. */
export const toldOnItsPage = ['description', 'summary', 'remarks', 'memberCounts', 'founded', 'feeRule', 'organs', 'nameVariants', 'formerNames', 'predecessors'] as const;
export type ListedOrganisation = Omit<Organisation, (typeof toldOnItsPage)[number]>;

export type OrganisationName = { slug: string; name: Text };

/** The names of the organisations with these ids, by id. */
export async function organisationNames(reader: Reader, ids: readonly string[]): Promise<Map<string, OrganisationName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrganisationName & { id: string }>`
    select organisations.id, records.slug, organisations.body -> 'name' as name
    from organisations join records on records.id = organisations.id where organisations.id = any(${[...ids]}::uuid[])`.execute(reader);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
