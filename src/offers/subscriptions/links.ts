import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The links in mails about offers. That of a confirmation goes out once, so it is made of chance and only its hash is kept. Those of the daily
 * mails have to be written anew each day, and a hash cannot be turned back: they are the subscriber's id, signed with the installation's secret,
 * which is never in the database. Nothing is kept of them, who reads the database cannot make one, and they end with the subscriber.
 */
export const newConfirmation = (): { token: string; hash: string } => {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
};
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** `end` can do nothing but end the mails: it stands in a header that others than the reader use. */
export type Purpose = 'manage' | 'end';

const idLength = 22;

export function linkToken(secret: string, purpose: Purpose, subscriberId: string): string {
  const id = Buffer.from(subscriberId.replaceAll('-', ''), 'hex');
  return id.toString('base64url') + signature(secret, purpose, subscriberId).toString('base64url');
}

/** Whose link it is; null where it was not made here, or for something else. */
export function subscriberIn(secret: string, purpose: Purpose, token: string): string | null {
  if (!/^[A-Za-z0-9_-]{65}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, idLength), 'base64url').toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  // Compared as it is written: the last letter of a part has bits that decoding drops, and one subscriber has one link.
  return timingSafeEqual(Buffer.from(linkToken(secret, purpose, id)), Buffer.from(token)) ? id : null;
}

const signature = (secret: string, purpose: Purpose, id: string): Buffer => createHmac('sha256', secret).update(`notifications ${purpose} ${id}`).digest();
