import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Accounts } from './accounts.ts';
import { loginOf } from './auth-rules.ts';
import { cookies, expired, signedCookie } from './cookies.ts';
import { accountKey, addressKey, codeKey, isNewCode, oneMoreTry, triesAtMost } from './limits.ts';
import type { SignedIn } from './signed-in.ts';
import { actorWithEmail, doorkeeper, emailOf, forgiveTries, trace } from './store.ts';
import { theLibrary } from './the-library.ts';

/** How an attempt ends. `cookies` go with the answer, whatever it is. */
export type Entry =
  | { kind: 'signedIn'; cookies: string[] }
  | { kind: 'secondFactor'; cookies: string[] }
  | { kind: 'wrong' }
  /** The first step was too long ago, or was taken too often: it begins anew. */
  | { kind: 'over' }
  | { kind: 'limited'; waitSeconds: number };

type Knock = { request: Request; address: string };

/** Only what the library needs of a request: whose cookies, and which browser. */
export const headersFor = (request: Request): Headers => {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value.slice(0, name === 'user-agent' ? 300 : 8000));
  }
  return headers;
};

/** The account that an address of mail stands for, and what limits it. Counted and said the same where there is none. */
export async function signInWithPassword(accounts: Accounts, { request, address, email, password }: Knock & { email: string; password: string }): Promise<Entry> {
  const now = accounts.now();
  const keys = { account: accountKey(accounts.secret, email), address: addressKey(accounts.secret, address) };
  const known = await accounts.db.read((reader) => actorWithEmail(reader, email));
  const actorId = known?.active === true && known.joined ? known.actorId : null;
  const limited = await knock(accounts, { keys, actorId: known?.actorId ?? null, about: 'password', now });
  if (limited !== null) return limited;
  const { isAPIError } = await theLibrary();
  try {
    const { api } = await accounts.auth();
    // For somebody unknown the library hashes all the same, so that the answer takes as long.
    const { headers, response } = await api.signInEmail({
      body: { email: loginOf(actorId ?? randomUUID()), password },
      headers: headersFor(request),
      returnHeaders: true,
    });
    const needsMore = 'twoFactorRedirect' in response;
    await accounts.db.write(async (tx) => {
      // With codes still to come the account's tries stay counted: a password alone buys no new ones.
      await forgiveTries(tx, needsMore ? [] : [keys.account], keys.address);
      if (actorId !== null) await trace(tx, { at: now, actorId, action: needsMore ? 'give password' : 'sign in', about: 'password' });
    });
    return { kind: needsMore ? 'secondFactor' : 'signedIn', cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await failed(accounts, known?.actorId ?? null, 'password', now);
    return { kind: 'wrong' };
  }
}

type Keys = { account: string; address: string };

/** Counts the try; the first that is one too many leaves a row in the audit. */
async function knock(accounts: Accounts, { keys, actorId, about, now }: { keys: Keys; actorId: string | null; about: string; now: Date }): Promise<Entry | null> {
  return accounts.db.write(async (tx) => {
    const tries = [
      { key: keys.account, atMost: triesAtMost.account },
      { key: keys.address, atMost: triesAtMost.address },
    ];
    const limited = await oneMoreTry(tx, tries, now);
    if (limited === null) return null;
    if (limited.isFirst) await trace(tx, { at: now, actorId: actorId ?? (await doorkeeper(tx, 'door', now)), action: 'sign-in limited', about });
    return { kind: 'limited', waitSeconds: limited.waitSeconds };
  });
}

async function failed(accounts: Accounts, actorId: string | null, about: string, now: Date): Promise<void> {
  await accounts.db.write(async (tx) => trace(tx, { at: now, actorId: actorId ?? (await doorkeeper(tx, 'door', now)), action: 'sign-in failed', about }));
}

/** Who has given the password and is asked for a code now. */
export async function challenged(accounts: Accounts, request: Request): Promise<string | null> {
  const identifier = signedCookie(request.headers, cookies.challenge, accounts.secret);
  if (identifier === null) return null;
  const rows = await accounts.db.read((reader) =>
    sql<{ value: string }>`select value from accounts.verification where identifier = ${identifier} and "expiresAt" > now()`.execute(reader),
  );
  return rows.rows[0]?.value ?? null;
}

type Code = { code: string; kind: 'app' | 'backup' };

/** People copy codes with blanks, in capitals, or without the dash. */
const asTyped = ({ code, kind }: Code): string =>
  kind === 'app'
    ? code.replace(/\D/g, '')
    : code
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replace(/^(.{5})(.+)$/, '$1-$2');

/** The second step of signing in, or the confirmation of a session that is open already. */
export async function giveCode(accounts: Accounts, { request, address, person, ...given }: Knock & Code & { person: SignedIn | null }): Promise<Entry> {
  const now = accounts.now();
  const actorId = person?.actorId ?? (await challenged(accounts, request));
  if (actorId === null) return { kind: 'over' };
  const code = asTyped(given);
  const keys = { account: accountKey(accounts.secret, `code of ${actorId}`), address: addressKey(accounts.secret, address) };
  const limited = await knock(accounts, { keys, actorId, about: given.kind === 'app' ? 'code' : 'backup code', now });
  if (limited !== null) return limited;
  const isNew = await accounts.db.write((tx) => isNewCode(tx, codeKey(accounts.secret, actorId, code), now));
  const { isAPIError } = await theLibrary();
  try {
    const { api } = await accounts.auth();
    if (!isNew) throw new CodeUsed();
    const input = { body: { code }, headers: headersFor(request), returnHeaders: true } as const;
    const { headers } = given.kind === 'app' ? await api.verifyTOTP(input) : await api.verifyBackupCode(input);
    await accounts.db.write(async (tx) => {
      const email = await emailOf(tx, actorId);
      await forgiveTries(tx, [keys.account, ...(email === null ? [] : [accountKey(accounts.secret, email)])], keys.address);
      if (person !== null) await sql`update accounts.session set "secondFactor" = true where id = ${person.sessionId}`.execute(tx);
      await trace(tx, {
        at: now,
        actorId,
        action: person === null ? 'sign in' : 'confirm session',
        about: given.kind === 'app' ? 'password and code' : 'password and backup code',
      });
    });
    return { kind: 'signedIn', cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isAPIError(error) && !(error instanceof CodeUsed)) throw error;
    await failed(accounts, actorId, given.kind === 'app' ? 'code' : 'backup code', now);
    const why = error instanceof CodeUsed ? '' : String(error.body?.code);
    if (why === 'ACCOUNT_TEMPORARILY_LOCKED') return { kind: 'limited', waitSeconds: 900 };
    return why === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || why === 'INVALID_TWO_FACTOR_COOKIE' ? { kind: 'over' } : { kind: 'wrong' };
  }
}

class CodeUsed extends Error {}

/** Ends this session. The cookies are taken back. */
export async function signOut(accounts: Accounts, person: SignedIn): Promise<string[]> {
  const at = accounts.now();
  await accounts.db.write(async (tx) => {
    await sql`delete from accounts.session where id = ${person.sessionId}`.execute(tx);
    await trace(tx, { at, actorId: person.actorId, action: 'sign out' });
  });
  return [expired(cookies.session), expired(cookies.challenge)];
}
