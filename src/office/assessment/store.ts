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

/** Whether somebody was asked to score in a cycle of the office, whatever their roles. */
export async function isAskedToScore(reader: Reader, actorId: string): Promise<boolean> {
  return (await reader.selectFrom('cycleScorers').where('actorId', '=', actorId).select('actorId').limit(1).executeTakeFirst()) !== undefined;
}

/** When the latest computation of this kind began, where nothing tells of its end: the process that was at it has ended before it. */
export async function interruptedAt(reader: Reader, slug: string, begun: string, ended: readonly string[]): Promise<Date | null> {
  const rows = await reader
    .selectFrom('audit')
    .where('about', '=', slug)
    .where('action', 'in', [begun, ...ended])
    .select((expression) => ['action', expression.fn.max('at').as('at')])
    .groupBy('action')
    .execute();
  const began = rows.find((row) => row.action === begun)?.at ?? null;
  return began === null || rows.some((row) => row.action !== begun && row.at >= began) ? null : began;
}
