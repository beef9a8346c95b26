import { z } from 'zod';
import type { Day } from '#basics/day.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { text, type Text } from '#publishing/facts.ts';
import { stateOfRevision } from '#publishing/store.ts';
import { criteriaShape, type CriteriaSet } from '../criteria/criterion.ts';
import { referenceShape, settingsShape, weightProfileShape, type Assessment, type CycleSettings } from './cycle.ts';
import { judgementShape, type Judgement } from './judgement.ts';
import type { CycleState } from './state.ts';

export type CycleDeclared = { settings: CycleSettings; weights: Assessment['weights']; reference: Assessment['reference']; summary: Text | null };

/** A cycle that the office works on. `version` is what a form is filled in over; `criteria` are those of its version of the set. */
export type WorkingCycle = CycleDeclared & {
  id: string;
  year: number;
  slug: string;
  state: CycleState;
  version: number;
  criteria: CriteriaSet;
  openedAt: Date;
  closedOn: string | null;
  /** The frozen whole, from the closing on. */
  body: unknown;
  revisionId: string | null;
};

const weightsShape = z.array(weightProfileShape).min(1).max(12);
export const declaredShape = z.object({ settings: settingsShape, weights: weightsShape, reference: referenceShape, summary: text.nullable() });

const columns = ['id', 'year', 'slug', 'state', 'criteriaVersion', 'settings', 'weights', 'reference', 'summary', 'version', 'openedAt', 'closedOn', 'body', 'revisionId'] as const;

type Row = {
  id: string;
  year: number;
  slug: string;
  state: string;
  criteriaVersion: number;
  version: number;
  openedAt: Date;
  closedOn: string | null;
  revisionId: string | null;
} & Record<'settings' | 'weights' | 'reference' | 'summary' | 'body', unknown>;

async function asCycle(reader: Reader, row: Row): Promise<WorkingCycle> {
  const { id, year, slug, version, openedAt, closedOn, body, revisionId } = row;
  const declared = declaredShape.parse({ settings: row.settings, weights: row.weights, reference: row.reference, summary: row.summary });
  return {
    id,
    year,
    slug,
    version,
    openedAt,
    closedOn,
    body,
    revisionId,
    ...declared,
    state: await shownState(reader, row),
    criteria: await criteriaVersion(reader, row.criteriaVersion),
  };
}

/** After the closing the queue has the word: what happened to the revision that was handed in. */
async function shownState(reader: Reader, { state, revisionId }: Row): Promise<CycleState> {
  if (state === 'open' || state === 'checking') return state;
  if (revisionId === null) return 'closed';
  const handed = await stateOfRevision(reader, revisionId);
  if (handed === 'draft') return 'closed';
  return handed === 'submitted' || handed === 'scheduled' ? 'submitted' : 'published';
}

/** Every cycle of the office, the latest year first. */
export async function listCycles(reader: Reader): Promise<WorkingCycle[]> {
  const rows = await reader.selectFrom('cycles').select(columns).orderBy('year', 'desc').execute();
  const cycles: WorkingCycle[] = [];
  for (const row of rows) cycles.push(await asCycle(reader, row));
  return cycles;
}

export async function findCycle(reader: Reader, id: string): Promise<WorkingCycle | undefined> {
  const row = await reader.selectFrom('cycles').select(columns).where('id', '=', id).executeTakeFirst();
  return row && asCycle(reader, row);
}

/** The cycle for its writer alone until the transaction ends. */
export async function holdCycle(tx: Tx, id: string): Promise<WorkingCycle | undefined> {
  const row = await tx.selectFrom('cycles').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && asCycle(tx, row);
}

export async function insertCycle(
  tx: Tx,
  cycle: { year: number; slug: string; criteriaVersion: number; declared: CycleDeclared; openedBy: string; openedAt: Date },
): Promise<string> {
  const id = uuidv7(cycle.openedAt.getTime());
  const { settings, weights, reference, summary } = cycle.declared;
  await tx
    .insertInto('cycles')
    .values({
      id,
      year: cycle.year,
      slug: cycle.slug,
      state: 'open',
      criteriaVersion: cycle.criteriaVersion,
      settings: JSON.stringify(settings),
      weights: JSON.stringify(weights),
      reference: JSON.stringify(reference),
      summary: summary === null ? null : JSON.stringify(summary),
      version: 1,
      openedBy: cycle.openedBy,
      openedAt: cycle.openedAt,
    })
    .execute();
  return id;
}

export async function updateCycle(
  tx: Tx,
  cycle: Pick<WorkingCycle, 'id' | 'version'>,
  to: Partial<{
    state: 'open' | 'checking' | 'closed';
    criteriaVersion: number;
    declared: CycleDeclared;
    closedOn: Day | null;
    body: Assessment | null;
    revisionId: string | null;
  }>,
): Promise<void> {
  const { declared, body, ...plain } = to;
  await tx
    .updateTable('cycles')
    .set({
      ...plain,
      ...(declared === undefined
        ? {}
        : {
            settings: JSON.stringify(declared.settings),
            weights: JSON.stringify(declared.weights),
            reference: JSON.stringify(declared.reference),
            summary: declared.summary === null ? null : JSON.stringify(declared.summary),
          }),
      ...(body === undefined ? {} : { body: body === null ? null : JSON.stringify(body) }),
      version: cycle.version + 1,
    })
    .where('id', '=', cycle.id)
    .execute();
}

export async function latestCriteria(reader: Reader): Promise<CriteriaSet | undefined> {
  const row = await reader.selectFrom('criteriaSets').select('body').orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row && criteriaShape.parse(row.body);
}

async function criteriaVersion(reader: Reader, version: number): Promise<CriteriaSet> {
  return criteriaShape.parse((await reader.selectFrom('criteriaSets').select('body').where('version', '=', version).executeTakeFirstOrThrow()).body);
}

export async function insertCriteria(tx: Tx, set: CriteriaSet, by: string, at: Date): Promise<void> {
  await tx
    .insertInto('criteriaSets')
    .values({ version: set.version, body: JSON.stringify(set), madeBy: by, madeAt: at })
    .execute();
}

/** What somebody said of one membership by one criterion; `version` is what the next save has to name. */
export type SavedScore = { membership: string; criterion: string; judgement: Judgement; byId: string; at: Date; version: number };

export async function scoresOfCycle(reader: Reader, cycleId: string): Promise<SavedScore[]> {
  const rows = await reader
    .selectFrom('cycleScores')
    .innerJoin('records', 'records.id', 'cycleScores.membershipId')
    .where('cycleScores.cycleId', '=', cycleId)
    .select(['records.slug as membership', 'cycleScores.criterion', 'cycleScores.body', 'cycleScores.byId', 'cycleScores.at', 'cycleScores.version'])
    .orderBy('records.slug')
    .orderBy('cycleScores.criterion')
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, judgement: judgementShape.parse(body) }));
}

export type MembershipAndUnit = { id: string; unitId: string | null };

/** The membership as it stands in public, with the unit in charge. */
export async function membershipWithUnit(reader: Reader, slug: string): Promise<MembershipAndUnit | undefined> {
  return reader
    .selectFrom('memberships')
    .innerJoin('records', 'records.id', 'memberships.id')
    .where('records.slug', '=', slug)
    .select(['memberships.id', 'memberships.unitId'])
    .executeTakeFirst();
}

export async function scoreVersion(reader: Reader, cycleId: string, membershipId: string, criterion: string): Promise<number | null> {
  const row = await reader
    .selectFrom('cycleScores')
    .select('version')
    .where('cycleId', '=', cycleId)
    .where('membershipId', '=', membershipId)
    .where('criterion', '=', criterion)
    .executeTakeFirst();
  return row?.version ?? null;
}

type ScoreKey = { cycleId: string; membershipId: string; criterion: string };

export async function putScore(tx: Tx, score: ScoreKey & { judgement: Judgement; byId: string; at: Date; version: number }): Promise<void> {
  const { judgement, ...rest } = score;
  const body = JSON.stringify(judgement);
  await tx
    .insertInto('cycleScores')
    .values({ ...rest, body })
    .onConflict((conflict) => conflict.columns(['cycleId', 'membershipId', 'criterion']).doUpdateSet({ body, byId: rest.byId, at: rest.at, version: rest.version }))
    .execute();
}

export async function removeScore(tx: Tx, { cycleId, membershipId, criterion }: ScoreKey): Promise<void> {
  await tx.deleteFrom('cycleScores').where('cycleId', '=', cycleId).where('membershipId', '=', membershipId).where('criterion', '=', criterion).execute();
}

/** Who scores: `unit` null is everything. */
export type Scorer = { actorId: string; unit: string | null };

export async function scorersOf(reader: Reader, cycleId: string): Promise<(Scorer & { unitId: string | null })[]> {
  return reader
    .selectFrom('cycleScorers')
    .leftJoin('records', 'records.id', 'cycleScorers.unitId')
    .where('cycleScorers.cycleId', '=', cycleId)
    .select(['cycleScorers.actorId', 'records.slug as unit', 'cycleScorers.unitId'])
    .orderBy('cycleScorers.actorId')
    .orderBy('records.slug')
    .execute();
}

export async function replaceScorers(tx: Tx, cycleId: string, scorers: readonly { actorId: string; unitId: string | null }[]): Promise<void> {
  await tx.deleteFrom('cycleScorers').where('cycleId', '=', cycleId).execute();
  if (scorers.length > 0)
    await tx
      .insertInto('cycleScorers')
      .values(scorers.map(({ actorId, unitId }) => ({ cycleId, actorId, unitId })))
      .execute();
}
