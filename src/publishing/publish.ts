import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Actor, PublishingBody, Why } from './actor.ts';
import { goPublic } from './going-public.ts';
import type { Content, Kinds } from './kind.ts';
import { inWords, missingReferences } from './references.ts';
import { after, type State } from './state.ts';
import {
  currentRevisionId,
  findRecord,
  hasBeenPublished,
  holdRecord,
  insertAudit,
  insertPublication,
  insertRecord,
  insertRevision,
  latestRevisionNumber,
  raiseRegisterVersion,
  revisionById,
  stateOfRevision,
  type RevisionRow,
} from './store.ts';

export type { Actor, PublishingBody, Why } from './actor.ts';

export type Submission = { kind: string; slug: string; body: unknown; actor: Actor; now: Date; basedOn?: string | null; why?: Why };
type SubmitRefusal = 'badBody' | 'stale' | 'missingReference' | 'frozen';

/** Hands a new revision in for approval. The record is made with its first revision. */
export const submit = (db: Db, kinds: Kinds, submission: Submission): Promise<Outcome<{ recordId: string; revisionId: string }, SubmitRefusal>> =>
  db.write((tx) => submitIn(tx, kinds, submission));

/** `basedOn` is the revision that the author worked from; null says that there was none, and leaving it out asks for no check. */
export async function submitIn(tx: Tx, kinds: Kinds, submission: Submission): Promise<Outcome<{ recordId: string; revisionId: string }, SubmitRefusal>> {
  const kind = kinds.named(submission.kind);
  const read = kind.read(submission.body);
  if (!read.ok) return read;
  const missing = await missingReferences(tx, read.value.references);
  if (missing.length > 0) return refused('missingReference', inWords(missing));
  const found = await findRecord(tx, submission.kind, submission.slug);
  const recordId = found?.id ?? (await insertRecord(tx, submission.kind, submission.slug, submission.now));
  if (found) await holdRecord(tx, recordId);
  if (kind.frozen && (await hasBeenPublished(tx, recordId))) return refused('frozen');
  if (found && submission.basedOn !== undefined && (await currentRevisionId(tx, recordId)) !== (submission.basedOn ?? undefined)) return refused('stale');
  const revision = await addRevision(tx, {
    recordId,
    content: read.value,
    schemaVersion: kind.schemaVersion,
    actor: submission.actor,
    now: submission.now,
    basedOn: submission.basedOn ?? null,
  });
  await insertPublication(tx, { revisionId: revision.id, recordId, action: 'submitted', at: submission.now, actorId: submission.actor.id, why: submission.why });
  await insertAudit(tx, { at: submission.now, actorId: submission.actor.id, action: 'submit', recordId, revisionId: revision.id, basedOn: submission.basedOn ?? null });
  return done({ recordId, revisionId: revision.id });
}

export type Approval = {
  revisionId: string;
  actor: Actor;
  now: Date;
  publishingBody: PublishingBody;
  why?: Why;
  /** The administrators' emergency way: it is shown in public history. */
  override?: boolean;
  /** Decided before, when the time was set. */
  asScheduled?: boolean;
};
export type ApprovalRefusal = 'noSuchRevision' | 'notSubmitted' | 'ownWork' | 'stale' | 'missingReference' | 'badBody' | 'frozen';

type Waiting = RevisionRow & { kind: string; slug: string };

/** Whether somebody may approve a revision as things stand, and why not. */
export async function examine(
  reader: Reader,
  kinds: Kinds,
  revision: Waiting,
  by: Pick<Approval, 'actor' | 'override'>,
): Promise<Outcome<{ content: Content; current: string | undefined }, ApprovalRefusal>> {
  const state = await stateOfRevision(reader, revision.id);
  if (state !== 'submitted' && state !== 'scheduled') return refused('notSubmitted', state);
  if (by.actor.kind === 'person' && revision.authorId === by.actor.id && by.override !== true) return refused('ownWork');
  if (kinds.named(revision.kind).frozen && (await hasBeenPublished(reader, revision.recordId))) return refused('frozen');
  const current = await currentRevisionId(reader, revision.recordId);
  if (revision.basedOn !== null && current !== revision.basedOn) return refused('stale');
  const read = kinds.named(revision.kind).read(revision.body, revision.schemaVersion);
  if (!read.ok) return read;
  const missing = await missingReferences(reader, read.value.references);
  if (missing.length > 0) return refused('missingReference', inWords(missing));
  return done({ content: read.value, current });
}

/**
 * Makes a revision public: its public rows, the label, the line in the change register and the audit row in one transaction.
 * A person never approves their own work; `override` is the administrators' emergency way and is shown in public history.
 */
export const publish = (db: Db, kinds: Kinds, approval: Approval): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> => db.write((tx) => publishIn(tx, kinds, approval));

/** A refusal leaves a row in the audit: the transaction of a refused approval is to be committed too. */
export async function publishIn(tx: Tx, kinds: Kinds, approval: Approval): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> {
  const found = await approvable(tx, kinds, approval, 'publish');
  if (!found.ok) return found;
  const { revision, content, current } = found.value;
  await goPublic(tx, { ...approval, revision, content, current });
  await raiseRegisterVersion(tx, approval.now);
  return done({ recordId: revision.recordId });
}

/** Approves a revision for a later time, which whoever calls keeps. Nothing becomes public by this. */
export async function scheduleIn(tx: Tx, kinds: Kinds, approval: Omit<Approval, 'override' | 'asScheduled'>): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> {
  const found = await approvable(tx, kinds, approval, 'schedule');
  if (!found.ok) return found;
  const { revision } = found.value;
  const act = { revisionId: revision.id, recordId: revision.recordId, at: approval.now, actorId: approval.actor.id };
  await insertPublication(tx, { ...act, action: 'scheduled', why: approval.why });
  await insertAudit(tx, { ...act, action: 'schedule' });
  return done({ recordId: revision.recordId });
}

async function approvable(
  tx: Tx,
  kinds: Kinds,
  approval: Approval,
  verb: 'publish' | 'schedule',
): Promise<Outcome<{ revision: Waiting; content: Content; current: string | undefined }, ApprovalRefusal>> {
  const revision = await revisionById(tx, approval.revisionId);
  if (!revision) return refused('noSuchRevision');
  await holdRecord(tx, revision.recordId);
  const found = await examine(tx, kinds, revision, approval);
  if (!found.ok && found.refusal === 'ownWork')
    await insertAudit(tx, { at: approval.now, actorId: approval.actor.id, action: `${verb} refused: own work`, recordId: revision.recordId, revisionId: revision.id });
  return found.ok ? done({ revision, ...found.value }) : found;
}

/** Publishes a body at once, as a named system actor does: four eyes hold for people. */
export async function publishAsSystem(
  tx: Tx,
  kinds: Kinds,
  given: { kind: string; slug: string; recordId: string; content: Content; actor: Actor; now: Date; publishingBody: PublishingBody; why?: Why },
): Promise<{ revisionId: string }> {
  if (given.actor.kind !== 'system') throw new Error('only a system actor publishes without a second pair of eyes');
  const current = await currentRevisionId(tx, given.recordId);
  const revision = await addRevision(tx, { ...given, schemaVersion: kinds.named(given.kind).schemaVersion, basedOn: current ?? null });
  await goPublic(tx, { ...given, revision: { ...revision, kind: given.kind, slug: given.slug }, current });
  return { revisionId: revision.id };
}

async function addRevision(tx: Tx, given: { recordId: string; content: Content; schemaVersion: number; actor: Actor; now: Date; basedOn: string | null }): Promise<RevisionRow> {
  const row = {
    recordId: given.recordId,
    number: (await latestRevisionNumber(tx, given.recordId)) + 1,
    schemaVersion: given.schemaVersion,
    body: given.content.body,
    authorId: given.actor.id,
    basedOn: given.basedOn,
    createdAt: given.now,
  };
  return { ...row, id: await insertRevision(tx, row) };
}

type Return = { revisionId: string; actor: Actor; now: Date; why: Why };

/** Gives a submitted or scheduled revision back to its author, with the reason. */
export const sendBack = (db: Db, step: Return): Promise<Outcome<State, 'noSuchRevision' | 'notSubmitted'>> => db.write((tx) => sendBackIn(tx, step));

export async function sendBackIn(tx: Tx, step: Return): Promise<Outcome<State, 'noSuchRevision' | 'notSubmitted'>> {
  const revision = await revisionById(tx, step.revisionId);
  if (!revision) return refused('noSuchRevision');
  await holdRecord(tx, revision.recordId);
  const then = after(await stateOfRevision(tx, revision.id), 'returned');
  if (then === null) return refused('notSubmitted');
  await insertPublication(tx, { revisionId: revision.id, recordId: revision.recordId, action: 'returned', at: step.now, actorId: step.actor.id, why: step.why });
  await insertAudit(tx, { at: step.now, actorId: step.actor.id, action: 'send back', recordId: revision.recordId, revisionId: revision.id });
  return done(then);
}
