import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Db, Tx } from '#db/handles.ts';
import { addToLimit, forgetLimitsBefore } from './store.ts';

const minuteMs = 60_000;
const windowMs = 15 * minuteMs;

/** How often may be tried in a quarter of an hour: with one account, whether it exists or not, and from one address of the network. */
export const triesAtMost = { account: 10, address: 30 } as const;

/** How long the same code of an app is refused after it was given once (RFC 6238, 5.2); codes live for 90 seconds at most. */
const codeMs = 3 * minuteMs;

export type Limited = { waitSeconds: number; /** The first refusal of its kind is worth a row in the audit; those that follow are not. */ isFirst: boolean };

const keyOf = (secret: string, kind: string, what: string): string => createHmac('sha256', secret).update(`${kind}:${what}`).digest('base64url');

export const accountKey = (secret: string, email: string): string => keyOf(secret, 'account', email.trim().toLowerCase());
export const addressKey = (secret: string, address: string): string => keyOf(secret, 'address', networkOf(address));
export const codeKey = (secret: string, actorId: string, code: string): string => keyOf(secret, 'code', `${actorId}:${code}`);

/** One more try; null where there is room for it. Counted before it is made, so that many at the same time are counted too. */
export async function oneMoreTry(tx: Tx, tries: readonly { key: string; atMost: number }[], now: Date): Promise<Limited | null> {
  let limited: Limited | null = null;
  for (const { key, atMost } of tries) {
    const { count, since } = await addToLimit(tx, key, now, windowMs);
    if (count > atMost && limited === null) limited = { waitSeconds: Math.max(1, Math.ceil((since.getTime() + windowMs - now.getTime()) / 1000)), isFirst: count === atMost + 1 };
  }
  return limited;
}

/** Whether a code is given for the first time. */
export async function isNewCode(tx: Tx, key: string, now: Date): Promise<boolean> {
  return (await addToLimit(tx, key, now, codeMs)).count === 1;
}

/** Tries are kept no longer than they count. */
export const forgetTries = ({ db, now }: { db: Db; now: () => Date }): Promise<void> => db.write((tx) => forgetLimitsBefore(tx, new Date(now().getTime() - windowMs)));

/** An IPv4 address, or the 64 bits that a provider gives to one connection in IPv6. */
function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined || !isIPv6(bare)) return mapped ?? bare;
  const [head = '', tail = ''] = bare.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...(bare.includes('::') ? zeros : []), ...after].slice(0, 4).join(':');
}
