import { createHash } from 'node:crypto';
import type { Reader, Tx } from '#db/handles.ts';
import { insertAudit } from './store.ts';

/** Who has the token sees the revision. Only its hash is kept, so the link is shown once and can be found nowhere afterwards. */
export const previewToken = /^[A-Za-z0-9_-]{43}$/;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

type NewLink = { token: string; revisionId: string; recordId: string; actorId: string; now: Date; expiresAt: Date };

/** The same link asked for twice is made once. */
export async function addPreviewLink(tx: Tx, { token, revisionId, recordId, actorId, now, expiresAt }: NewLink): Promise<void> {
  const made = await tx
    .insertInto('previewLinks')
    .values({ tokenHash: hashOf(token), revisionId, madeBy: actorId, madeAt: now, expiresAt })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .executeTakeFirst();
  if (Number(made.numInsertedOrUpdatedRows) > 0) await insertAudit(tx, { at: now, actorId, action: 'make preview link', recordId, revisionId });
}

export type PreviewLink = { hash: string; madeAt: Date; expiresAt: Date; madeBy: string | null };

/** The links to a revision that still work, the newest first. */
export async function previewLinksOf(reader: Reader, revisionId: string, now: Date): Promise<PreviewLink[]> {
  return reader
    .selectFrom('previewLinks')
    .leftJoin('people', 'people.actorId', 'previewLinks.madeBy')
    .select(['tokenHash as hash', 'madeAt', 'expiresAt', 'people.name as madeBy'])
    .where('revisionId', '=', revisionId)
    .where('expiresAt', '>', now)
    .orderBy('madeAt', 'desc')
    .execute();
}

export async function removePreviewLink(tx: Tx, given: { hash: string; revisionId: string; recordId: string; actorId: string; now: Date }): Promise<void> {
  const { hash, revisionId, recordId, actorId, now } = given;
  const gone = await tx.deleteFrom('previewLinks').where('tokenHash', '=', hash).where('revisionId', '=', revisionId).executeTakeFirst();
  if (Number(gone.numDeletedRows) > 0) await insertAudit(tx, { at: now, actorId, action: 'revoke preview link', recordId, revisionId });
}

/** The revision that a token leads to, as long as it may be seen. */
export async function previewOf(reader: Reader, token: string, now: Date): Promise<{ revisionId: string; expiresAt: Date } | undefined> {
  if (!previewToken.test(token)) return undefined;
  return reader.selectFrom('previewLinks').select(['revisionId', 'expiresAt']).where('tokenHash', '=', hashOf(token)).where('expiresAt', '>', now).executeTakeFirst();
}
