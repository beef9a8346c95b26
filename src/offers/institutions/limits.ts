import { createHmac } from 'node:crypto';
import type { Tx } from '#db/handles.ts';
import { addTry } from './session-store.ts';

const minuteMs = 60_000;

/** How often somebody may ask for a letter, or send a form that makes one, and in what time. */
export const limits = {
  /** Letters to one address of mail, whether anybody is known under it or not. */
  letters: { atMost: 3, windowMs: 15 * minuteMs },
  /** Forms from one part of the network. */
  network: { atMost: 15, windowMs: 15 * minuteMs },
  /** Registrations from one part of the network. */
  registrations: { atMost: 5, windowMs: 60 * minuteMs },
  /** Invitations by one person. */
  invitations: { atMost: 20, windowMs: 24 * 60 * minuteMs },
} as const;

/** Tries are kept no longer than they count. */
export const longestMs = Math.max(...Object.values(limits).map((limit) => limit.windowMs));

/** What a try is counted under: a keyed hash, which tells nothing without the key of the installation. */
export const tryKey = (limitKey: string, kind: string, what: string): string => createHmac('sha256', limitKey).update(`${kind}:${what.trim().toLowerCase()}`).digest('base64url');

export type Try = { key: string; atMost: number; windowMs: number };

/** One more try; null where there is room for it. Counted before it is made, so that many at the same time are counted too. */
export async function oneMoreTry(tx: Tx, tries: readonly Try[], now: Date): Promise<{ waitSeconds: number } | null> {
  let limited: { waitSeconds: number } | null = null;
  for (const { key, atMost, windowMs } of tries) {
    const { count, since } = await addTry(tx, key, now, windowMs);
    if (count > atMost && limited === null) limited = { waitSeconds: Math.max(1, Math.ceil((since.getTime() + windowMs - now.getTime()) / 1000)) };
  }
  return limited;
}
