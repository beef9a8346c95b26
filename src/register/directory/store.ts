import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Network } from './network.ts';

/** A network of the directory without its members, and how many are listed. */
export type ListedNetwork = Kept<Omit<Network, 'members'>> & { listedMembers: number };

export async function findNetworkById(reader: Reader, id: string): Promise<ListedNetwork | undefined> {
  const row = await reader
    .selectFrom('networks')
    .innerJoin('records', 'records.id', 'networks.id')
    .where('networks.id', '=', id)
    .select(['networks.id', 'records.slug', 'networks.body', 'networks.listedMembers'])
    .executeTakeFirst();
  return row && { ...row, body: bodyOf<Omit<Network, 'members'>>(row) };
}
