import { createHmac } from 'node:crypto';
import type { Tx } from '#db/handles.ts';
import { addTry } from './store.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How often may be asked: from one part of the network in an hour; for one address of mail, and by everybody, in a day. */
const asksAtMost = { network: 10, address: 3, everybody: 2000 } as const;

/** Tries count for so long at most. */
export const triesCountMs = dayMs;

export type Reached = { limit: 'tooManyFromYou' | 'tooManyToday'; waitSeconds: number };
type Counted = { reached: Reached | null; mayMail: boolean };

const keyOf = (secret: string, kind: string, what: string): string => createHmac('sha256', secret).update(`notifications ${kind} ${what}`).digest('base64url');
export const addressKey = (secret: string, email: string): string => keyOf(secret, 'address', email.toLowerCase());

/** Counts one more asking. That an address was asked for too often is nobody's business but its owner's: there it is only told whether a mail may go. */
export async function countAsking(tx: Tx, given: { secret: string; network: string; email: string; now: Date }): Promise<Counted> {
  const { secret, network, email, now } = given;
  const of = async (key: string, windowMs: number, atMost: number): Promise<number | null> => {
    const { count, since } = await addTry(tx, key, now, windowMs);
    return count > atMost ? Math.max(1, Math.ceil((since.getTime() + windowMs - now.getTime()) / 1000)) : null;
  };
  const own = await of(keyOf(secret, 'network', network), hourMs, asksAtMost.network);
  if (own !== null) return { reached: { limit: 'tooManyFromYou', waitSeconds: own }, mayMail: false };
  const all = await of('everybody', dayMs, asksAtMost.everybody);
  if (all !== null) return { reached: { limit: 'tooManyToday', waitSeconds: all }, mayMail: false };
  return { reached: null, mayMail: (await of(addressKey(secret, email), dayMs, asksAtMost.address)) === null };
}
