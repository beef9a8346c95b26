import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
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

/** Sessions that open, or are confirmed, in these ways have passed a second factor. A passkey is one by itself: it is asked for with a PIN or a finger. */
const strongPaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code', '/passkey/verify-authentication']);

/**
 * The library that keeps passwords, codes, passkeys and sessions. It serves no page and no address of its own: our pages call it. Its e-mail address is made up of
 * our actor's id (see `loginOf`), so that it holds nothing personal but names that people give their passkeys, and the browsers they use.
 */
export function makeAuth({ kysely, baseUrl, secret, now, mayEnter, log, hasher }: AuthOptions, more: BetterAuthPlugin[] = []) {
  return betterAuth({
    appName: 'Koga',
    baseURL: baseUrl,
    basePath: '/office/auth',
    secret,
    database: { db: kysely, type: 'postgres' },
    logger: { level: 'error', log: (_level, message) => log(`sign-in: ${message}`) },
    telemetry: { enabled: false },
    // Our own limits (limits.ts) know accounts as well as addresses.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${baseUrl}/office/sign-in?why=failed` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      ...(hasher === undefined ? {} : { password: hasher }),
    },
    account: {
      storeStateStrategy: 'cookie',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: ['oidc'], requireLocalEmailVerified: false },
    },
    session: {
      expiresIn: longestMs / 1000,
      // whoIs moves the end while somebody works.
      disableSessionRefresh: true,
      freshAge: freshMs / 1000,
      additionalFields: { secondFactor: { type: 'boolean', required: false, input: false } },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: false,
      defaultCookieAttributes: cookieAttributes,
      // Kept for the limits only, and there as a keyed hash.
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            if (!(await mayEnter(session.userId))) return false;
            const at = now();
            return {
              data: { ...session, createdAt: at, updatedAt: at, expiresAt: new Date(at.getTime() + idleMs), secondFactor: strongPaths.has(context?.path ?? '') },
            };
          },
        },
      },
      account: {
        create: {
          // What a single sign-on hands over serves to know the person, and is not kept.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null, scope: null },
          }),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Koga', allowPasswordless: true, accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Koga',
        origin: new URL(baseUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authentication: {
          // A key that opens for whoever holds it is one factor only.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED', { message: 'user verification is required' });
          },
        },
      }),
      ...more,
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;

/** The library knows people by an address of mail; this one leads nowhere (RFC 2606) and tells nothing. */
export const loginOf = (actorId: string): string => `${actorId}@koga.invalid`;
