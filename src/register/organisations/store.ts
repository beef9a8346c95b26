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

export async function countOrganisations(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('organisations')
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
