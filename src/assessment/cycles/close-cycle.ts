import { day, type Day } from '#basics/day.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Actor, Why } from '#publishing/actor.ts';
import type { Kinds } from '#publishing/kind.ts';
import { submitIn } from '#publishing/publish.ts';
import { insertAudit } from '#publishing/store.ts';
import { registerRows } from '../indicators/store.ts';
import type { LocalUse } from '../indicators/indicator.ts';
import { assessmentShape, type Assessed, type AssessmentResult } from './cycle.ts';
import { assessedOf, bodyFrom, inputOf, type Closing } from './freeze.ts';
import { computeResults, type FrozenInput, type ResultRefusal } from './results.ts';
import { afterStep, type CycleStep } from './state.ts';
import { listAssessments } from './store.ts';
import { findCycle, holdCycle, scoresOfCycle, updateCycle, type SavedScore, type WorkingCycle } from './working-store.ts';

type Step = { cycleId: string; version: number; actor: Actor; now: Date };
type StepRefusal = 'noSuchCycle' | 'stale' | 'notNow';

/** The cycle where the step can be taken; the detail of `notNow` is the state. */
async function heldFor(tx: Tx, { cycleId, version }: Step, step: CycleStep): Promise<Outcome<WorkingCycle, StepRefusal>> {
  const cycle = await holdCycle(tx, cycleId);
  if (cycle === undefined) return refused('noSuchCycle');
  if (cycle.version !== version) return refused('stale');
  return afterStep(cycle.state, step) === null ? refused('notNow', cycle.state) : done(cycle);
}

/** From scoring to checking. */
export const checkCycle = (db: Db, step: Step): Promise<Outcome<{ version: number }, StepRefusal>> => db.write((tx) => move(tx, step, 'check'));
/** Back: from checking to scoring, or from closed to checking; what was frozen is thrown away. */
export const reopenCycle = (db: Db, step: Step): Promise<Outcome<{ version: number }, StepRefusal>> => db.write((tx) => move(tx, step, 'reopen'));

async function move(tx: Tx, step: Step, name: 'check' | 'reopen'): Promise<Outcome<{ version: number }, StepRefusal>> {
  const held = await heldFor(tx, step, name);
  if (!held.ok) return held;
  const cycle = held.value;
  const state = afterStep(cycle.state, name) === 'open' ? 'open' : 'checking';
  await updateCycle(tx, cycle, { state, closedOn: null, body: null, revisionId: null });
  await insertAudit(tx, { at: step.now, actorId: step.actor.id, action: `${name} assessment`, about: cycle.slug });
  return done({ version: cycle.version + 1 });
}

/** How results are computed; the roof hands in a worker, so that pages are answered meanwhile. */
export type Compute = (input: FrozenInput) => Promise<Outcome<AssessmentResult[], ResultRefusal | 'cancelled'>>;
const here: Compute = (input) => Promise.resolve(computeResults(input));

async function closingOf(reader: Reader, cycle: WorkingCycle, closedOn: Day, localUse: Closing['localUse']): Promise<Closing> {
  const judgements = await scoresOfCycle(reader, cycle.id);
  const published = (await listAssessments(reader)).find((one) => one.year < cycle.year);
  return {
    year: cycle.year,
    closedOn,
    criteria: cycle.criteria,
    rows: await registerRows(reader, cycle.settings.peers),
    localUse,
    judgements: judgements.filter((one) => cycle.criteria.criteria.some(({ code }) => code === one.criterion)),
    weights: cycle.weights,
    reference: cycle.reference,
    settings: { ...cycle.settings, exchangeRates: cycle.settings.exchangeRates.filter((rate) => rate.on.slice(0, 10) <= closedOn) },
    previous: published?.slug ?? null,
    summary: cycle.summary,
    sources: [],
  };
}

/** A cycle as it would be frozen on the day: its memberships with every sheet, and what people saved, with the versions that the next save names. */
export type CycleView = { cycle: WorkingCycle; assessed: Assessed[]; saved: SavedScore[] };

export async function readWorkingCycle(reader: Reader, cycleId: string, on: Day, localUse: ReadonlyMap<string, LocalUse> | null = null): Promise<CycleView | undefined> {
  const cycle = await findCycle(reader, cycleId);
  if (cycle === undefined) return undefined;
  return { cycle, assessed: assessedOf(await closingOf(reader, cycle, on, localUse)), saved: await scoresOfCycle(reader, cycleId) };
}

/** The input that a closing on the day would freeze, for a trial run before it. */
export async function trialInput(reader: Reader, cycleId: string, on: Day, localUse: ReadonlyMap<string, LocalUse> | null = null): Promise<FrozenInput | undefined> {
  const cycle = await findCycle(reader, cycleId);
  return cycle && inputOf(await closingOf(reader, cycle, on, localUse));
}

type CloseStep = Step & { closedOn: string; localUse?: ReadonlyMap<string, LocalUse> | null; compute?: Compute };
export type CloseRefusal = StepRefusal | ResultRefusal | 'badBody' | 'cancelled';

/** Freezes the whole cycle: criteria, scores with the revisions of their records, weights, settings, results. */
export const closeCycle = (db: Db, step: CloseStep): Promise<Outcome<{ version: number }, CloseRefusal>> => db.write((tx) => closeIn(tx, step));

async function closeIn(tx: Tx, step: CloseStep): Promise<Outcome<{ version: number }, CloseRefusal>> {
  const held = await heldFor(tx, step, 'close');
  if (!held.ok) return held;
  const cycle = held.value;
  const closedOn = day(step.closedOn);
  const closing = await closingOf(tx, cycle, closedOn, step.localUse ?? null);
  const input = inputOf(closing);
  const results = await (step.compute ?? here)(input);
  if (!results.ok) return results;
  const body = bodyFrom(closing, input, results.value);
  if (!body.ok) return body;
  await updateCycle(tx, cycle, { state: 'closed', closedOn, body: body.value, revisionId: null });
  await insertAudit(tx, { at: step.now, actorId: step.actor.id, action: 'close assessment', about: cycle.slug });
  return done({ version: cycle.version + 1 });
}

export type PublishCycleRefusal = StepRefusal | 'badBody' | 'missingReference' | 'frozen';

/** Hands the frozen cycle in; somebody else publishes it from the queue. */
export const publishCycle = (db: Db, kinds: Kinds, step: Step & { why?: Why }): Promise<Outcome<{ revisionId: string; recordId: string }, PublishCycleRefusal>> =>
  db.write(async (tx) => {
    const held = await heldFor(tx, step, 'submit');
    if (!held.ok) return held;
    const cycle = held.value;
    const body = assessmentShape.safeParse(cycle.body);
    if (!body.success) return refused('badBody', body.error.message);
    const { actor, now, why } = step;
    const handed = await submitIn(tx, kinds, { kind: 'assessment', slug: cycle.slug, body: body.data, actor, now, basedOn: null, ...(why === undefined ? {} : { why }) });
    if (!handed.ok) return handed;
    await updateCycle(tx, cycle, { revisionId: handed.value.revisionId });
    await insertAudit(tx, { at: now, actorId: actor.id, action: 'hand in assessment', ...handed.value, about: cycle.slug });
    return handed;
  });
