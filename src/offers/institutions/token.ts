import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, from chance alone. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It holds enough chance that a plain hash tells nothing about it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
