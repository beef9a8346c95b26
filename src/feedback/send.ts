import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import type { Feedback } from './feedback.ts';
import { limitReached, senderOf, type LimitReached } from './limits.ts';
import { addContact, findSame, forgetSendersBefore, insertFeedback, keysAt, recentSenders, rememberSender } from './store.ts';

type Sent = Outcome<{ id: string }, LimitReached> & { waitSeconds?: number };

/** Stores a message for the office, within the limits. The same message sent again is the one that is there. */
export function sendFeedback(db: Db, given: { feedback: Feedback; address: string; now: Date }): Promise<Sent> {
  return db.write((tx) => send(tx, given));
}

async function send(tx: Tx, { feedback, address, now }: { feedback: Feedback; address: string; now: Date }): Promise<Sent> {
  const keys = await keysAt(tx, now);
  await forgetSendersBefore(tx, now);
  const same = await findSame(tx, feedback);
  // Somebody who presses the button twice must not be told that there were too many.
  if (same && (feedback.email === null || same.emails.includes(feedback.email))) return done({ id: same.id });
  // The hash changes at midnight, the hour does not begin anew: yesterday's hashes are compared under yesterday's key.
  const own = new Set(keys.map((key) => senderOf(address, key)));
  const recent = await recentSenders(tx);
  const reached = limitReached(
    recent.map(({ at, sender }) => ({ at, same: own.has(sender) })),
    now,
  );
  if (reached) return { ...refused(reached.limit), waitSeconds: reached.waitSeconds };
  const id = same?.id ?? (await insertFeedback(tx, feedback, now));
  if (feedback.email !== null) await addContact(tx, id, feedback.email);
  await rememberSender(tx, senderOf(address, keys[0]), now);
  return done({ id });
}

/** Hashes of senders older than a day go, even when nobody sends anything. */
export function forgetSenders(db: Db, now: Date): Promise<void> {
  return db.write((tx) => forgetSendersBefore(tx, now));
}
