import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { cookieAttributes, cookiePrefix, freshMs, idleMs, longestMs, passwordLength, type AuthOptions } from './auth-rules.ts';

// What else is used of the library. It takes twenty megabytes, so nothing but `theLibrary` reads this file, when somebody first comes to the office.
export { isAPIError } from 'better-auth/api';
export { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
export { genericOAuth } from 'better-auth/plugins/generic-oauth';
export { createOTP } from '@better-auth/utils/otp';

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
