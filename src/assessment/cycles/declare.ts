import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import type { Actor } from '#publishing/actor.ts';
import { insertAudit } from '#publishing/store.ts';
import { criteriaShape, type CriteriaSet } from '../criteria/criterion.ts';
import { checkProfiles, type ProfileRefusal } from '../decision/profiles.ts';
import { valueFunction, type ValueFunctionRefusal } from '../decision/value-function.ts';
import { referenceWeights, type WeightRefusal } from '../decision/weights.ts';
import { profilesOf } from './results.ts';
import { takesScores } from './state.ts';
import { declaredShape, holdCycle, insertCriteria, latestCriteria, updateCycle, type CycleDeclared } from './working-store.ts';

export type DeclaredRefusal = 'badSettings' | WeightRefusal | ProfileRefusal | 'ruleUneven' | 'wideningUneven';

/** Whether settings, weights and reference profiles fit the criteria: said before a year's work is scored by them. The detail names the profile of weights. */
export function checkDeclared(declared: CycleDeclared, { criteria }: Pick<CriteriaSet, 'criteria'>): Outcome<CycleDeclared, DeclaredRefusal> {
  const parsed = declaredShape.safeParse(declared);
  if (!parsed.success) return refused('badSettings', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { settings, weights, reference } = parsed.data;
  const benefits = criteria.filter((one) => one.index === 'benefits').length;
  for (const profile of weights)
    for (const made of [referenceWeights(profile.benefits, benefits), referenceWeights(profile.asks, criteria.length - benefits)])
      if (!made.ok) return refused(made.refusal, [profile.name.pl, made.detail].filter((part) => part !== undefined).join(': '));
  const profiles = checkProfiles(profilesOf(reference), benefits);
  if (!profiles.ok) return profiles;
  if (settings.threshold <= 0.5) return refused('ruleUneven');
  const { A, B, C } = settings.widening;
  return A <= B && B <= C ? done(parsed.data) : refused('wideningUneven');
}

type Amendment = { cycleId: string; version: number; declared: CycleDeclared; criteriaVersion?: number; actor: Actor; now: Date };

/** Settings, weights, reference profiles and summary of a cycle that still takes scores; `criteriaVersion` takes it over to the newest set. */
export const amendCycle = (db: Db, given: Amendment): Promise<Outcome<{ version: number }, DeclaredRefusal | 'noSuchCycle' | 'stale' | 'notOpen' | 'noSuchCriteria'>> =>
  db.write((tx) => amendIn(tx, given));

async function amendIn(
  tx: Tx,
  { cycleId, version, declared, criteriaVersion, actor, now }: Amendment,
): Promise<Outcome<{ version: number }, DeclaredRefusal | 'noSuchCycle' | 'stale' | 'notOpen' | 'noSuchCriteria'>> {
  const cycle = await holdCycle(tx, cycleId);
  if (cycle === undefined) return refused('noSuchCycle');
  if (!takesScores(cycle.state)) return refused('notOpen', cycle.state);
  if (cycle.version !== version) return refused('stale');
  const latest = criteriaVersion === undefined ? cycle.criteria : await latestCriteria(tx);
  if (latest === undefined || (criteriaVersion !== undefined && latest.version !== criteriaVersion)) return refused('noSuchCriteria');
  const checked = checkDeclared(declared, latest);
  if (!checked.ok) return checked;
  await updateCycle(tx, cycle, { declared: checked.value, criteriaVersion: latest.version });
  await insertAudit(tx, { at: now, actorId: actor.id, action: 'amend assessment', about: cycle.slug });
  return done({ version: version + 1 });
}

export type CriteriaRefusal = 'stale' | 'badCriteria' | 'sameCriterionTwice' | 'indexEmpty' | ValueFunctionRefusal;

/** Whether a set of criteria can be weighed: codes once, both sides there, every value function in order. The detail names the criterion. */
export function checkCriteria(criteria: unknown, version: number): Outcome<CriteriaSet, CriteriaRefusal> {
  const parsed = criteriaShape.safeParse({ version, criteria });
  if (!parsed.success) return refused('badCriteria', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const codes = new Set<string>();
  for (const one of parsed.data.criteria) {
    if (codes.has(one.code)) return refused('sameCriterionTwice', one.code);
    codes.add(one.code);
    const made = valueFunction(one.direction, one.corners);
    if (!made.ok) return refused(made.refusal, [one.code, made.detail].filter((part) => part !== undefined).join(' '));
  }
  return new Set(parsed.data.criteria.map((one) => one.index)).size === 2 ? done(parsed.data) : refused('indexEmpty');
}

/** A new version of the criteria; those of cycles that are under way stay until a cycle is taken over. `basedOn` is the version that the author worked from. */
export const saveCriteria = (db: Db, given: { basedOn: number; criteria: unknown; actor: Actor; now: Date }): Promise<Outcome<CriteriaSet, CriteriaRefusal>> =>
  db.write(async (tx) => {
    const latest = await latestCriteria(tx);
    if (latest !== undefined && latest.version !== given.basedOn) return refused('stale');
    const checked = checkCriteria(given.criteria, given.basedOn + 1);
    if (!checked.ok) return checked;
    await insertCriteria(tx, checked.value, given.actor.id, given.now);
    await insertAudit(tx, { at: given.now, actorId: given.actor.id, action: 'save criteria', about: String(checked.value.version) });
    return checked;
  });
