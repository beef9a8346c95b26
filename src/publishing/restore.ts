import { sql } from 'kysely';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Actor, Why } from './actor.ts';
import type { Kinds } from './kind.ts';
import { submitIn } from './publish.ts';
import { currentRevisionId, holdRecord, insertAudit, revisionById, stateOfRevision } from './store.ts';

type Restoration = { revisionId: string; actor: Actor; now: Date; why: Why };
export type RestoreRefusal = 'noSuchRevision' | 'neverPublished' | 'alreadyCurrent' | 'badBody' | 'stale' | 'missingReference' | 'frozen';

/** Hands in what an older published revision said as a new revision, based on what is public now. It waits for approval like any other. */
export async function restoreIn(tx: Tx, kinds: Kinds, { revisionId, actor, now, why }: Restoration): Promise<Outcome<{ recordId: string; revisionId: string }, RestoreRefusal>> {
  const revision = await revisionById(tx, revisionId);
  if (!revision) return refused('noSuchRevision');
  const label = await tx.selectFrom('labels').select('revisionId').where('revisionId', '=', revisionId).executeTakeFirst();
  if (!label) return refused('neverPublished');
  await holdRecord(tx, revision.recordId);
  const current = await currentRevisionId(tx, revision.recordId);
  if (current === revisionId) return refused('alreadyCurrent');
  const { kind, slug } = revision;
  const read = kinds.named(kind).read(revision.body, revision.schemaVersion);
  if (!read.ok) return read;
  const waiting = await waitingAlready(tx, revision.recordId, actor.id, read.value.body);
  if (waiting !== undefined) return done({ recordId: revision.recordId, revisionId: waiting });
  const handed = await submitIn(tx, kinds, { kind, slug, body: read.value.body, actor, now, basedOn: current ?? null, why });
  if (handed.ok) await insertAudit(tx, { at: now, actorId: actor.id, action: 'restore', recordId: revision.recordId, revisionId: handed.value.revisionId, basedOn: revisionId });
  return handed;
}

/** The same request sent twice is one restoration. */
async function waitingAlready(reader: Reader, recordId: string, authorId: string, body: unknown): Promise<string | undefined> {
  const latest = await reader
    .selectFrom('revisions')
    .select('id')
    .where('recordId', '=', recordId)
    .where('authorId', '=', authorId)
    .where(sql<boolean>`${sql.ref('body')} = ${JSON.stringify(body)}::jsonb`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest && (await stateOfRevision(reader, latest.id)) === 'submitted' ? latest.id : undefined;
}
