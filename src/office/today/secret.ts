import { createHash, randomBytes } from 'node:crypto';

/** Random, and too long to guess: whoever knows it is let in. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** What the database keeps of it. The secret is as random as the hash, so it needs no salt. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
