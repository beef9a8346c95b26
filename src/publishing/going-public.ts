import type { Reader, Tx } from '#db/handles.ts';
import type { Actor, PublishingBody, Why } from './actor.ts';
import type { Content } from './kind.ts';
import { writeProjection } from './projection.ts';
import { titlesOf } from './references.ts';
import { idAfter, insertAudit, insertPublication, stateOfRevision, type RevisionRow } from './store.ts';

export type GoingPublic = {
  revision: RevisionRow & { kind: string; slug: string };
  content: Content;
  current: string | undefined;
  actor: Actor;
  now: Date;
  publishingBody: PublishingBody;
  why?: Why;
  override?: boolean;
  /** The time was decided before; nobody presses a button now. */
  asScheduled?: boolean;
};

/** All that being public means, written together: acts, label, public rows, the line in the change register, the audit row. */
export async function goPublic(tx: Tx, given: GoingPublic): Promise<void> {
  const { revision, content, current, actor, now, why, override = false, asScheduled = false } = given;
  const first = await firstPublishedAt(tx, revision.recordId);
  const act = { recordId: revision.recordId, at: now, actorId: actor.id };
  const withdrawn = current === undefined && first !== null ? await withdrawnRevision(tx, revision.recordId) : undefined;
  if (current !== undefined) await insertPublication(tx, { ...act, revisionId: current, action: 'superseded' });
  if (withdrawn !== undefined) await insertPublication(tx, { ...act, revisionId: withdrawn, action: 'restored' });
  await insertPublication(tx, { ...act, revisionId: revision.id, action: 'published', why, override });
  await tx
    .insertInto('labels')
    .values({
      revisionId: revision.id,
      recordId: revision.recordId,
      authorId: revision.authorId,
      publisherId: actor.id,
      bodyPl: given.publishingBody.pl,
      bodyEn: given.publishingBody.en,
      producedAt: revision.createdAt,
      publishedAt: first ?? now,
      updatedAt: now,
      revisionNumber: revision.number,
    })
    .execute();
  await writeProjection(tx, { id: revision.recordId, kind: revision.kind, slug: revision.slug, revisionId: revision.id }, content);
  await recordChange(tx, { ...given, change: first === null ? 'new' : withdrawn === undefined ? 'changed' : 'restored' });
  await insertAudit(tx, {
    at: now,
    actorId: actor.id,
    action: override ? 'publish by override' : asScheduled ? 'publish as scheduled' : 'publish',
    recordId: revision.recordId,
    revisionId: revision.id,
    basedOn: current ?? null,
  });
}

/** The line in the public change register: title and address are frozen as they are now. */
export async function recordChange(tx: Tx, given: GoingPublic & { change: 'new' | 'changed' | 'withdrawn' | 'restored' }): Promise<void> {
  const { revision, content, now, why } = given;
  const titles = await titlesOf(tx, content.references);
  const last = await tx.selectFrom('changes').select('id').where('recordId', '=', revision.recordId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  await tx
    .insertInto('changes')
    .values({
      id: idAfter(last?.id, now),
      at: now,
      change: given.change,
      recordId: revision.recordId,
      revisionId: revision.id,
      recordKind: revision.kind,
      recordSlug: revision.slug,
      titlePl: content.title('pl', titles.pl),
      titleEn: content.title('en', titles.en),
      pathPl: content.address(revision.slug, 'pl'),
      pathEn: content.address(revision.slug, 'en'),
      whyPl: why?.pl ?? null,
      whyEn: why?.en ?? null,
      actorId: given.actor.id,
      override: given.override ?? false,
    })
    .execute();
}

async function firstPublishedAt(reader: Reader, recordId: string): Promise<Date | null> {
  const row = await reader
    .selectFrom('publications')
    .select((select) => select.fn.min('at').as('at'))
    .where('recordId', '=', recordId)
    .where('action', '=', 'published')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The revision that was the last in public, where it was withdrawn and nothing has come in its place. */
async function withdrawnRevision(reader: Reader, recordId: string): Promise<string | undefined> {
  const last = await reader
    .selectFrom('publications')
    .select('revisionId')
    .where('recordId', '=', recordId)
    .where('action', '=', 'withdrawn')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last && (await stateOfRevision(reader, last.revisionId)) === 'withdrawn' ? last.revisionId : undefined;
}
