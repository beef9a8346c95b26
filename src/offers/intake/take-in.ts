import { createHash } from 'node:crypto';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { domainOf, type Letter } from './mail.ts';
import { eraseItems, holdItem, insertItem, reopenItem, settleItem } from './store.ts';

const fingerprintOf = ({ sender, subject, body, sentAt }: Letter, url: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([sender?.address ?? '', subject, body, sentAt?.getTime() ?? 0, url ?? '']))
    .digest('base64url');

type Came = { letter: Letter; via: 'pasted' | 'uploaded' | 'folder'; url: string | null; actorId: string; now: Date };

/** Puts what came in among what waits for the office. The same letter twice is one item. */
export async function takeIn(tx: Tx, { letter, via, url, actorId, now }: Came): Promise<{ id: string; isNew: boolean }> {
  const senderDomain = letter.sender === null ? null : domainOf(letter.sender.address);
  const taken = await insertItem(tx, { ...letter, via, url, now, senderDomain, fingerprint: fingerprintOf(letter, url) });
  if (taken.isNew) await insertAudit(tx, { at: now, actorId, action: 'take in mail', about: taken.id });
  return taken;
}

export type SettleRefusal = 'noSuchItem' | 'settled';
type Step = { id: string; actorId: string; now: Date };

/** Marks an item as made into this draft; the draft itself is the caller's, in the same transaction. */
export async function draftedFrom(tx: Tx, { id, actorId, now, draftId }: Step & { draftId: string }): Promise<void> {
  await settleItem(tx, id, { state: 'drafted', draftId, actorId, now });
  await insertAudit(tx, { at: now, actorId, action: 'draft offer from mail', about: id });
}

/** Puts an item aside, with a reason. A second press of the button changes nothing. */
export async function setAside(tx: Tx, { id, actorId, now, reason }: Step & { reason: string }): Promise<Outcome<null, SettleRefusal>> {
  const held = await holdItem(tx, id);
  if (held === undefined) return refused('noSuchItem');
  if (held.state !== 'new') return held.state === 'set-aside' && held.reason === reason ? done(null) : refused('settled');
  await settleItem(tx, id, { state: 'set-aside', reason, actorId, now });
  await insertAudit(tx, { at: now, actorId, action: 'set mail aside', about: id });
  return done(null);
}

/** Takes back a decision, as long as the words are there. */
export async function takeBack(tx: Tx, { id, actorId, now }: Step): Promise<Outcome<null, 'noSuchItem' | 'erased'>> {
  const held = await holdItem(tx, id);
  if (held === undefined) return refused('noSuchItem');
  if (held.erasedAt !== null) return refused('erased');
  if (held.state === 'new') return done(null);
  await reopenItem(tx, id);
  await insertAudit(tx, { at: now, actorId, action: 'take mail up again', about: id });
  return done(null);
}

/** So long the words and the sender of what was settled are kept. */
const keptDays = 90;

export function forgetSettledMail(db: Db, now: Date): Promise<number> {
  return db.write((tx) => eraseItems(tx, new Date(now.getTime() - keptDays * 86_400_000), now));
}
