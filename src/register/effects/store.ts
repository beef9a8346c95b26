import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { StatusSpan } from '../memberships/membership-status.ts';
import { spansOf } from '../memberships/store.ts';
import type { Organisation } from '../organisations/organisation.ts';
import { bodyOf, type Kept } from '../rows.ts';
import { standingOf, type CountedEffect, type Standing } from './counting.ts';
import type { Effect } from './effect.ts';

export type StandingEffect = Kept<Effect> & { standing: Standing; organisation: Kept<Organisation> };

/** Documented effects with how each stands towards the memberships, the latest first, undated last. */
export async function listEffects(reader: Reader): Promise<StandingEffect[]> {
  const rows = await reader
    .selectFrom('effects')
    .innerJoin('records', 'records.id', 'effects.id')
    .innerJoin('organisations', 'organisations.id', 'effects.organisationId')
    .innerJoin('records as organisationRecords', 'organisationRecords.id', 'organisations.id')
    .select([
      'effects.id',
      'records.slug',
      'effects.body',
      'organisations.id as organisationId',
      'organisationRecords.slug as organisationSlug',
      'organisations.body as organisationBody',
    ])
    .orderBy('effects.begins', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .execute();
  const courses = await coursesByOrganisation(reader, [...new Set(rows.map((row) => row.organisationId))]);
  return rows.map((row) => {
    const body = bodyOf<Effect>(row);
    return {
      id: row.id,
      slug: row.slug,
      body,
      standing: standingOf(body, courses.get(row.organisationId) ?? []),
      organisation: { id: row.organisationId, slug: row.organisationSlug, body: bodyOf<Organisation>({ body: row.organisationBody }) },
    };
  });
}

async function coursesByOrganisation(reader: Reader, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return new Map<string, never[]>();
  const memberships = await reader
    .selectFrom('memberships')
    .select(['id', 'organisationId'])
    .where('organisationId', 'in', [...organisationIds])
    .execute();
  const spans = await spansOf(
    reader,
    memberships.map((membership) => membership.id),
  );
  const byOrganisation = Map.groupBy(memberships, (membership) => membership.organisationId);
  return new Map([...byOrganisation].map(([id, its]) => [id, its.map((membership) => spans.get(membership.id) ?? [])]));
}

/** All documented effects as far as they are counted: a large register has tens of thousands, and their bodies would fill the memory. */
export async function effectsToCount(reader: Reader): Promise<CountedEffect[]> {
  const effects = await sql<Pick<Effect, 'area' | 'attribution' | 'date'> & { sameThing: string | null; organisationId: string }>`
    select area, attribution, same_thing, body ->> 'date' as date, organisation_id from effects`.execute(reader);
  const spans = await sql<StatusSpan & { organisationId: string; membershipId: string }>`
    select organisation_id, membership_id, from_day as "from", status
    from memberships join membership_statuses on membership_statuses.membership_id = memberships.id
    where organisation_id in (select organisation_id from effects)
    order by membership_id, position`.execute(reader);
  const courses = new Map(
    [...Map.groupBy(spans.rows, (span) => span.organisationId)].map(([id, its]) => [id, [...Map.groupBy(its, (span) => span.membershipId).values()]] as const),
  );
  return effects.rows.map(({ area, sameThing, organisationId, ...effect }) => ({
    area,
    sameThing: sameThing ?? undefined,
    standing: standingOf(effect, courses.get(organisationId) ?? []),
  }));
}
