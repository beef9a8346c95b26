import { refused, type Outcome } from '#basics/outcome.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Actor, PublishingBody, Why } from './actor.ts';
import type { Kinds } from './kind.ts';
import { publishIn, sendBackIn, type ApprovalRefusal } from './publish.ts';
import { holdRecord, revisionById, stateOfRevision } from './store.ts';

/** Who set the time, and the reason they gave for the public. */
type Decision = { actor: Actor; why: Why | undefined };

async function decisionOn(reader: Reader, revisionId: string): Promise<Decision | undefined> {
  const row = await reader
    .selectFrom('publications')
    .select(['actorId', 'whyPl', 'whyEn'])
    .where('revisionId', '=', revisionId)
    .where('action', '=', 'scheduled')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { actor: { id: row.actorId, kind: 'person' }, why: row.whyPl === null ? undefined : { pl: row.whyPl, en: row.whyEn ?? undefined } };
}

type Due = { revisionId: string; now: Date; publishingBody: PublishingBody; whyReturned: Why };

/**
 * Publishes a revision whose time has come, in the name of the person who set it. A revision that was sent back or published in the
 * meantime is left alone. What can no longer be published goes back to its author with `whyReturned`, so that it does not wait for ever.
 */
export async function publishScheduledIn(tx: Tx, kinds: Kinds, { revisionId, now, publishingBody, whyReturned }: Due): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> {
  const revision = await revisionById(tx, revisionId);
  if (!revision) return refused('noSuchRevision');
  await holdRecord(tx, revision.recordId);
  const state = await stateOfRevision(tx, revisionId);
  const decision = await decisionOn(tx, revisionId);
  if (state !== 'scheduled' || !decision) return refused('notSubmitted', state);
  const { actor, why } = decision;
  const published = await publishIn(tx, kinds, { revisionId, actor, now, publishingBody, asScheduled: true, ...(why === undefined ? {} : { why }) });
  if (!published.ok) await sendBackIn(tx, { revisionId, actor, now, why: whyReturned });
  return published;
}
