import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Mandate } from './mandate.ts';

/** Mandates that certainly end between two days, the first to end first. */
export async function mandatesEndingBetween(reader: Reader, from: string, to: string): Promise<(Kept<Mandate> & { ends: string })[]> {
  const rows = await reader
    .selectFrom('mandates')
    .innerJoin('records', 'records.id', 'mandates.id')
    .where('mandates.ends', '>=', from)
    .where('mandates.ends', '<=', to)
    .select(['mandates.id', 'records.slug', 'mandates.body', 'mandates.ends'])
    .orderBy('mandates.ends')
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ id: row.id, slug: row.slug, ends: row.ends ?? to, body: bodyOf<Mandate>(row) }));
}
