import type { Kysely } from 'kysely';

/** How passwords are kept; left out, as scrypt does it (N 16384, r 16). Tests may take something faster. */
export type Hasher = { hash: (password: string) => Promise<string>; verify: (given: { hash: string; password: string }) => Promise<boolean> };

export type AuthOptions = {
  kysely: Kysely<unknown>;
  baseUrl: string;
  secret: string;
  now: () => Date;
  /** Whether somebody may open a session: those who have been deactivated may not, by whatever way they come. */
  mayEnter: (actorId: string) => Promise<boolean>;
  log: (line: string) => void;
  hasher?: Hasher | undefined;
};

/** The library prefixes with `__Secure-` only; `__Host-` also binds a cookie to this very host. */
export const cookiePrefix = '__Host-koga';
export const cookieAttributes = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

export const passwordLength = { min: 12, max: 128 } as const;

const minuteMs = 60_000;
/** An office that is left alone for this long is closed. */
export const idleMs = 60 * minuteMs;
/** Nobody works longer than this without signing in anew. */
export const longestMs = 12 * 60 * minuteMs;
/** What guards the account itself is only changed soon after signing in, or with the password. */
export const freshMs = 15 * minuteMs;

/** The library knows people by an address of mail; this one leads nowhere (RFC 2606) and tells nothing. */
export const loginOf = (actorId: string): string => `${actorId}@koga.invalid`;
