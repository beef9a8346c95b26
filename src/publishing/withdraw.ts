import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import type { Actor, PublishingBody, Why } from './actor.ts';
import { recordChange } from './going-public.ts';
import type { Kinds } from './kind.ts';
import { referringTo } from './references.ts';
import { after, type State } from './state.ts';
import { holdRecord, insertAudit, insertPublication, raiseRegisterVersion, revisionById, stateOfRevision } from './store.ts';

export type Withdrawal = { revisionId: string; actor: Actor; now: Date; why: Why; publishingBody: PublishingBody };
export type WithdrawRefusal = 'noSuchRevision' | 'notPublished' | 'stillReferred';

/** Takes the current revision out of public view. It stays in the history, and its address says that it was withdrawn. */
export const withdraw = (db: Db, kinds: Kinds, withdrawal: Withdrawal): Promise<Outcome<State, WithdrawRefusal>> => db.write((tx) => withdrawIn(tx, kinds, withdrawal));

export async function withdrawIn(tx: Tx, kinds: Kinds, withdrawal: Withdrawal): Promise<Outcome<State, WithdrawRefusal>> {
  const { actor, now, why } = withdrawal;
  const revision = await revisionById(tx, withdrawal.revisionId);
  if (!revision) return refused('noSuchRevision');
  const { recordId } = revision;
  await holdRecord(tx, recordId);
  const then = after(await stateOfRevision(tx, revision.id), 'withdrawn');
  if (then === null) return refused('notPublished');
  const referring = await referringTo(tx, kinds, { id: recordId, kind: revision.kind, slug: revision.slug });
  if (referring.length > 0) return refused('stillReferred', referring.map((one) => `${one.kind} ${one.slug}`).join('; '));
  const kind = kinds.named(revision.kind);
  const read = kind.read(revision.body, revision.schemaVersion);
  if (!read.ok) throw new Error(`published revision ${revision.id} no longer reads: ${read.detail}`);
  await insertPublication(tx, { revisionId: revision.id, recordId, action: 'withdrawn', at: now, actorId: actor.id, why });
  await kind.retract(tx, recordId);
  await tx.deleteFrom('currentRevisions').where('recordId', '=', recordId).execute();
  await tx.deleteFrom('searchDocuments').where('recordId', '=', recordId).execute();
  await recordChange(tx, { ...withdrawal, revision, content: read.value, current: revision.id, change: 'withdrawn' });
  await insertAudit(tx, { at: now, actorId: actor.id, action: 'withdraw', recordId, revisionId: revision.id });
  await raiseRegisterVersion(tx, now);
  return done(then);
}
