import { sql, type RawBuilder } from 'kysely';
import type { Text } from '#publishing/facts.ts';

export type Concerned = { slug: string; shortName: Text };

/** The organisations that memberships, costs, functions, effects, events, projects and awards belong to, each with the record's id. */
export function organisationsConcerned(recordIds: readonly string[]): RawBuilder<Concerned & { recordId: string }> | null {
  if (recordIds.length === 0) return null;
  const ids = sql`any(${[...recordIds]}::uuid[])`;
  return sql<Concerned & { recordId: string }>`
    with concerned (record_id, organisation_id) as (
      select id, organisation_id from memberships where id = ${ids}
      union all select asks.id, memberships.organisation_id from asks join memberships on memberships.id = asks.membership_id where asks.id = ${ids}
      union all select id, organisation_id from functions where id = ${ids}
      union all select id, organisation_id from effects where id = ${ids}
      union all select activity_id, organisation_id from activity_organisations where activity_id = ${ids}
    )
    select concerned.record_id as "recordId", records.slug, organisations.body -> 'shortName' as "shortName"
    from concerned
    join organisations on organisations.id = concerned.organisation_id
    join records on records.id = organisations.id
    order by concerned.record_id, records.slug`;
}
