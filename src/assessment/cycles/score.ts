import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Actor } from '#publishing/actor.ts';
import { findRecord, insertAudit } from '#publishing/store.ts';
import { checkJudgement, type Judgement, type JudgementRefusal } from './judgement.ts';
import { takesScores } from './state.ts';
import { holdCycle, membershipWithUnit, putScore, removeScore, replaceScorers, scorersOf, scoreVersion, type MembershipAndUnit, type Scorer } from './working-store.ts';

/** `basedOn` is the version of the score that the form was filled in over; null where there was none. `judgement` null takes the score back: the register speaks again. */
type Scoring = {
  cycleId: string;
  membership: string;
  criterion: string;
  basedOn: number | null;
  judgement: Judgement | null;
  actor: Actor;
  now: Date;
  /** Assessors score everything without being asked to. */
  isAssessor?: boolean;
};
export type ScoreRefusalOfCycle = 'noSuchCycle' | 'notOpen' | 'noSuchMembership' | 'noSuchCriterion' | 'notYours' | 'stale' | JudgementRefusal;

/** Saves what somebody judged, or that they looked and there is none. */
export const saveScore = (db: Db, scoring: Scoring): Promise<Outcome<{ version: number | null }, ScoreRefusalOfCycle>> => db.write((tx) => saveScoreIn(tx, scoring));

async function saveScoreIn(
  tx: Tx,
  { cycleId, membership, criterion, basedOn, judgement, actor, now, isAssessor = false }: Scoring,
): Promise<Outcome<{ version: number | null }, ScoreRefusalOfCycle>> {
  const cycle = await holdCycle(tx, cycleId);
  if (cycle === undefined) return refused('noSuchCycle');
  if (!takesScores(cycle.state)) return refused('notOpen', cycle.state);
  const asked = cycle.criteria.criteria.find((one) => one.code === criterion);
  if (asked === undefined) return refused('noSuchCriterion', criterion);
  const found = await membershipWithUnit(tx, membership);
  if (found === undefined) return refused('noSuchMembership', membership);
  if (!isAssessor && !(await mayScore(tx, cycleId, actor.id, found))) return refused('notYours');
  const current = await scoreVersion(tx, cycleId, found.id, criterion);
  if (current !== basedOn) return refused('stale');
  const key = { cycleId, membershipId: found.id, criterion };
  if (judgement === null) await removeScore(tx, key);
  else {
    const checked = checkJudgement(judgement, asked);
    if (!checked.ok) return checked;
    await putScore(tx, { ...key, judgement, byId: actor.id, at: now, version: (current ?? 0) + 1 });
  }
  await insertAudit(tx, { at: now, actorId: actor.id, action: judgement === null ? 'take score back' : 'save score', recordId: found.id, about: `${cycle.slug} ${criterion}` });
  return done({ version: judgement === null ? null : (current ?? 0) + 1 });
}

/** Whoever scores everything, or the unit in charge of this membership. */
export async function mayScore(reader: Reader, cycleId: string, actorId: string, membership: MembershipAndUnit): Promise<boolean> {
  const own = (await scorersOf(reader, cycleId)).filter((one) => one.actorId === actorId);
  return own.some((one) => one.unitId === null || one.unitId === membership.unitId);
}

/** Says who scores what; units by slug, null for everything. */
export const setScorers = (
  db: Db,
  given: { cycleId: string; scorers: readonly Scorer[]; actor: Actor; now: Date },
): Promise<Outcome<null, 'noSuchCycle' | 'notOpen' | 'noSuchUnit'>> =>
  db.write(async (tx) => {
    const cycle = await holdCycle(tx, given.cycleId);
    if (cycle === undefined) return refused('noSuchCycle');
    if (!takesScores(cycle.state)) return refused('notOpen', cycle.state);
    const rows = new Map<string, { actorId: string; unitId: string | null }>();
    for (const { actorId, unit } of given.scorers) {
      const record = unit === null ? null : await findRecord(tx, 'unit', unit);
      if (record === undefined) return refused('noSuchUnit', unit ?? '');
      rows.set(`${actorId} ${unit}`, { actorId, unitId: record?.id ?? null });
    }
    await replaceScorers(tx, cycle.id, [...rows.values()]);
    await insertAudit(tx, { at: given.now, actorId: given.actor.id, action: 'set scorers', about: cycle.slug });
    return done(null);
  });
