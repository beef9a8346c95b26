import type { City } from '#basics/city.ts';
import { done, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import { addJob, dropJob, holdJob } from '#jobs/index.ts';
import type { Actor, Why } from '#publishing/actor.ts';
import type { Kinds } from '#publishing/kind.ts';
import { publishIn, scheduleIn, sendBackIn, type ApprovalRefusal } from '#publishing/publish.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import type { State } from '#publishing/state.ts';
import { revisionById } from '#publishing/store.ts';
import { tellAuthor } from './letters.ts';
import type { When } from './when.ts';

export const publishJob = 'publish';

/** `baseUrl` is where letters lead; without it nobody is written to. */
type Decision = { revisionId: string; actor: Actor; now: Date; city: City; why: Why; when: When; baseUrl?: string };

/** Approves a revision, to be public now or at a set time. The time is the job's; a job is never left behind for what is decided. */
export const approve = (db: Db, kinds: Kinds, decision: Decision): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> => db.write((tx) => approveIn(tx, kinds, decision));

async function approveIn(tx: Tx, kinds: Kinds, { revisionId, actor, now, city, why, when, baseUrl }: Decision): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> {
  // Before the record is held, as whoever does the job holds them: in the other order the two would wait for each other.
  const set = await holdJob(tx, revisionId);
  const revision = await revisionById(tx, revisionId);
  // The same decision sent twice is one.
  if (revision && when.kind === 'at' && set?.getTime() === when.at.getTime()) return done({ recordId: revision.recordId });
  const approval = { revisionId, actor, now, why, publishingBody: publishingBodyOf(city) };
  const decided = when.kind === 'now' ? await publishIn(tx, kinds, approval) : await scheduleIn(tx, kinds, approval);
  if (!decided.ok) return decided;
  await dropJob(tx, revisionId);
  if (when.kind === 'now' && baseUrl !== undefined) await tellAuthor(tx, kinds, 'published', { revisionId, byId: actor.id, why, baseUrl, now });
  if (when.kind === 'at') await addJob(tx, { name: publishJob, payload: { revisionId }, runAt: when.at, onceKey: revisionId });
  return decided;
}

type Return = { revisionId: string; actor: Actor; now: Date; why: Why; baseUrl: string };

/** Gives a revision back to its author. A time that was set for it is forgotten. */
export const giveBack = (db: Db, kinds: Kinds, { baseUrl, ...step }: Return): Promise<Outcome<State, 'noSuchRevision' | 'notSubmitted'>> =>
  db.write(async (tx) => {
    await holdJob(tx, step.revisionId);
    const returned = await sendBackIn(tx, step);
    if (!returned.ok) return returned;
    await dropJob(tx, step.revisionId);
    await tellAuthor(tx, kinds, 'returned', { ...step, byId: step.actor.id, baseUrl });
    return returned;
  });
