import type { Reader } from '#db/handles.ts';
import { spansOf } from '../memberships/store.ts';
import type { Organisation } from '../organisations/organisation.ts';
import { bodyOf, type Kept } from '../rows.ts';
import { standingOf, type Standing } from './counting.ts';
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
