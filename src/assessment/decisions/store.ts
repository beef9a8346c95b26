import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '#register/index.ts';
import type { Decision } from './decision.ts';

/** What was decided on memberships, the latest first; of one membership where its slug is given. */
export async function listDecisions(reader: Reader, membership?: string): Promise<Kept<Decision>[]> {
  const rows = await reader
    .selectFrom('decisions')
    .innerJoin('records', 'records.id', 'decisions.id')
    .innerJoin('records as memberships', 'memberships.id', 'decisions.membershipId')
    .$if(membership !== undefined, (query) => query.where('memberships.slug', '=', membership ?? ''))
    .select(['decisions.id', 'records.slug', 'decisions.body'])
    .orderBy('decisions.decided', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ id: row.id, slug: row.slug, body: bodyOf<Decision>(row) }));
}
