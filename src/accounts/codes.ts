import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Accounts } from './accounts.ts';
import { addressKey, oneMoreTry, triesAtMost, accountKey, codeKey, isNewCode } from './limits.ts';
import { headersFor } from './sign-in.ts';
import type { SignedIn } from './signed-in.ts';
import { forgiveTries, trace } from './store.ts';
import { theLibrary } from './the-library.ts';

/** No letters and figures that could be mistaken for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten of them, each good for one time without the app. */
const newBackupCodes = (): string[] =>
  Array.from({ length: 10 }, () => Array.from({ length: 10 }, (_none, index) => `${index === 5 ? '-' : ''}${alphabet[randomInt(alphabet.length)] ?? ''}`).join(''));

type Stored = { secret: string; verified: boolean | null };

async function stored(accounts: Accounts, actorId: string): Promise<Stored | undefined> {
  const rows = await accounts.db.read((reader) => sql<Stored>`select secret, verified from accounts."twoFactor" where "userId" = ${actorId}`.execute(reader));
  return rows.rows[0];
}

export const hasCodes = async (accounts: Accounts, actorId: string): Promise<boolean> => (await stored(accounts, actorId))?.verified === true;

/** Begins with an app for codes; nothing changes for signing in until a first code is given. The library's own way asks for the password, which somebody who has just come by a link has only just typed. */
export async function beginCodes(accounts: Accounts, person: SignedIn): Promise<boolean> {
  const at = accounts.now();
  const { generateRandomString, symmetricEncrypt } = await theLibrary();
  const encrypt = (data: string): Promise<string> => symmetricEncrypt({ key: accounts.secret, data });
  const [secret, codes] = [await encrypt(generateRandomString(24)), await encrypt(JSON.stringify(newBackupCodes()))];
  return accounts.db.write(async (tx) => {
    const made = await sql`insert into accounts."twoFactor" (id, secret, "backupCodes", "userId", verified, "failedVerificationCount")
      values (${uuidv7(at.getTime())}, ${secret}, ${codes}, ${person.actorId}, false, 0)
      on conflict ("userId") do update set secret = excluded.secret, "backupCodes" = excluded."backupCodes" where not accounts."twoFactor".verified`.execute(tx);
    if (Number(made.numAffectedRows ?? 0) === 0) return false;
    await trace(tx, { at, actorId: person.actorId, action: 'begin codes' });
    return true;
  });
}

/** The address that an app reads from the picture, and the same secret for typing; null where nothing has begun. */
export async function codesToScan(accounts: Accounts, person: SignedIn, issuer: string): Promise<{ uri: string; secret: string } | null> {
  const row = await stored(accounts, person.actorId);
  if (row === undefined || row.verified === true) return null;
  const { createOTP, symmetricDecrypt } = await theLibrary();
  const uri = createOTP(await symmetricDecrypt({ key: accounts.secret, data: row.secret })).url(issuer, person.email || person.name);
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' };
}

export type CodesBegun = { kind: 'begun'; cookies: string[]; backupCodes: string[] } | { kind: 'wrong' } | { kind: 'limited'; waitSeconds: number };

/** The first code proves that the app works. From now on it is asked for, and this session counts as confirmed. */
export async function confirmCodes(
  accounts: Accounts,
  { request, address, person, code }: { request: Request; address: string; person: SignedIn; code: string },
): Promise<CodesBegun> {
  const at = accounts.now();
  const digits = code.replace(/\D/g, '');
  const keys = { account: accountKey(accounts.secret, `code of ${person.actorId}`), address: addressKey(accounts.secret, address) };
  const tries = [
    { key: keys.account, atMost: triesAtMost.account },
    { key: keys.address, atMost: triesAtMost.address },
  ];
  const limited = await accounts.db.write((tx) => oneMoreTry(tx, tries, at));
  if (limited !== null) return { kind: 'limited', waitSeconds: limited.waitSeconds };
  const { isAPIError } = await theLibrary();
  try {
    const { api } = await accounts.auth();
    const { headers } = await api.verifyTOTP({ body: { code: digits }, headers: headersFor(request), returnHeaders: true });
    await accounts.db.write(async (tx) => {
      await forgiveTries(tx, [keys.account], keys.address);
      await isNewCode(tx, codeKey(accounts.secret, person.actorId, digits), at);
      await trace(tx, { at, actorId: person.actorId, action: 'add codes' });
    });
    return { kind: 'begun', cookies: headers.getSetCookie(), backupCodes: await backupCodes(accounts, person.actorId) };
  } catch (error) {
    if (isAPIError(error)) return { kind: 'wrong' };
    throw error;
  }
}

async function backupCodes(accounts: Accounts, actorId: string): Promise<string[]> {
  const { api } = await accounts.auth();
  const shown = await api.viewBackupCodes({ body: { userId: actorId } });
  return shown.backupCodes;
}

/** New backup codes; the old ones stop working. */
export async function renewBackupCodes(accounts: Accounts, person: SignedIn): Promise<string[]> {
  const at = accounts.now();
  const codes = newBackupCodes();
  const { symmetricEncrypt } = await theLibrary();
  const encrypted = await symmetricEncrypt({ key: accounts.secret, data: JSON.stringify(codes) });
  await accounts.db.write(async (tx) => {
    await sql`update accounts."twoFactor" set "backupCodes" = ${encrypted} where "userId" = ${person.actorId} and verified`.execute(tx);
    await trace(tx, { at, actorId: person.actorId, action: 'renew backup codes' });
  });
  return codes;
}

export async function removeCodes(accounts: Accounts, person: SignedIn): Promise<void> {
  const at = accounts.now();
  await accounts.db.write(async (tx) => {
    await sql`delete from accounts."twoFactor" where "userId" = ${person.actorId}`.execute(tx);
    await sql`update accounts."user" set "twoFactorEnabled" = false where id = ${person.actorId}`.execute(tx);
    await trace(tx, { at, actorId: person.actorId, action: 'remove codes' });
  });
}
