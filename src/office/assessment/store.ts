import type { Reader } from '#db/handles.ts';

/** The unit in charge of each membership, by slug. */
export async function unitsOfMemberships(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('memberships')
    .innerJoin('records', 'records.id', 'memberships.id')
    .innerJoin('records as units', 'units.id', 'memberships.unitId')
    .select(['records.slug', 'units.slug as unit'])
    .execute();
  return new Map(rows.map((row) => [row.slug, row.unit]));
}

/** Names of people; whoever was forgotten is not in it. */
export async function namesOf(reader: Reader, actorIds: readonly string[]): Promise<Map<string, string>> {
  if (actorIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('people')
    .select(['actorId', 'name'])
    .where('actorId', 'in', [...new Set(actorIds)])
    .execute();
  return new Map(rows.flatMap(({ actorId, name }) => (name === null || name === '' ? [] : [[actorId, name] as const])));
}

export type Askable = { actorId: string; name: string; email: string | null };

/** The people of the office who can be asked to score. */
export async function peopleToAsk(reader: Reader): Promise<Askable[]> {
  const rows = await reader
    .selectFrom('people')
    .innerJoin('actors', 'actors.id', 'people.actorId')
    .leftJoin('staff', 'staff.actorId', 'people.actorId')
    .select(['people.actorId', 'people.name', 'people.email'])
    .where('actors.kind', '=', 'person')
    .where('staff.deactivatedAt', 'is', null)
    .orderBy('people.name')
    .execute();
  return rows.flatMap(({ actorId, name, email }) => (name === null || name === '' ? [] : [{ actorId, name, email }]));
}

export type CriteriaVersion = { version: number; madeAt: Date; name: string | null };

export const listCriteriaVersions = (reader: Reader): Promise<CriteriaVersion[]> =>
  reader.selectFrom('criteriaSets').leftJoin('people', 'people.actorId', 'criteriaSets.madeBy').select(['version', 'madeAt', 'people.name']).orderBy('version', 'desc').execute();
