import { createHash } from 'node:crypto';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { fold } from '#basics/fold.ts';
import type { Db, Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { oneMoreTry, tryKey } from '../institutions/limits.ts';
import { visitorActor } from '../institutions/store.ts';
import { eraseUses, holdUse, insertUse, institutionNamed, isTold, settleUse } from './store.ts';
import type { OfferUse } from './use.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** From one part of the network in an hour, and from everybody in a day. */
const tellsAtMost = { network: 5, everybody: 100 } as const;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

type Told = { use: OfferUse; offerId: string; limitKey: string; network: string; now: Date };

/** Takes a report of an offer that was used. The same one sent twice is one. */
export async function tellOfOffer(tx: Tx, { use, offerId, limitKey, network, now }: Told): Promise<Outcome<{ isNew: boolean }, 'tooMany'> & { waitSeconds?: number }> {
  const fingerprint = hash(JSON.stringify([offerId, use.kind, use.name ?? '', use.outcome, use.happened, use.told]));
  if (await isTold(tx, fingerprint)) return done({ isNew: false });
  const limited = await oneMoreTry(
    tx,
    [
      { key: tryKey(limitKey, 'offer use', network), atMost: tellsAtMost.network, windowMs: hourMs },
      { key: tryKey(limitKey, 'offer use', 'everybody'), atMost: tellsAtMost.everybody, windowMs: dayMs },
    ],
    now,
  );
  if (limited !== null) return { ...refused('tooMany'), waitSeconds: limited.waitSeconds };
  const known = use.name === null ? undefined : await institutionNamed(tx, use.name);
  const institutionKey = use.name === null ? null : (known ?? hash(fold(use.name)));
  const { id, isNew } = await insertUse(tx, { ...use, offerId, institutionKey, fingerprint, now });
  if (isNew) await insertAudit(tx, { at: now, actorId: await visitorActor(tx, now), action: 'tell of an offer', about: id });
  return done({ isNew });
}

type Step = { id: string; actorId: string; now: Date };

/** Marks a report as made into this draft effect; the draft itself is the caller's, in the same transaction. */
export async function effectDraftedFrom(tx: Tx, { id, actorId, now, draftId }: Step & { draftId: string }): Promise<void> {
  await settleUse(tx, id, { state: 'drafted', draftId, actorId, now });
  await insertAudit(tx, { at: now, actorId, action: 'draft effect from report', about: id });
}

/** Puts a report aside, with a reason. A second press of the button changes nothing. */
export async function setUseAside(tx: Tx, { id, actorId, now, reason }: Step & { reason: string }): Promise<Outcome<null, 'noSuchUse' | 'settled'>> {
  const held = await holdUse(tx, id);
  if (held === undefined) return refused('noSuchUse');
  if (held.state !== 'new') return held.state === 'set-aside' && held.reason === reason ? done(null) : refused('settled');
  await settleUse(tx, id, { state: 'set-aside', reason, actorId, now });
  await insertAudit(tx, { at: now, actorId, action: 'set report aside', about: id });
  return done(null);
}

const usesKeptDays = 90;

export function forgetSettledUses(db: Db, now: Date): Promise<number> {
  return db.write((tx) => eraseUses(tx, new Date(now.getTime() - usesKeptDays * dayMs), now));
}
