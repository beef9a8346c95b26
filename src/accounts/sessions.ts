import { sql } from 'kysely';
import type { Accounts } from './accounts.ts';
import { freshMs } from './auth-rules.ts';
import { accountKey, oneMoreTry, triesAtMost } from './limits.ts';
import type { SignedIn } from './signed-in.ts';
import { forgiveTries, passwordHash, savePassword, trace } from './store.ts';

export type OpenSession = { id: string; device: string; openedAt: Date; seenAt: Date; hasSecondFactor: boolean };

/** Where somebody is signed in, last seen first. */
export async function openSessions(accounts: Accounts, actorId: string): Promise<OpenSession[]> {
  const rows = await accounts.db.read((reader) =>
    sql<{ id: string; userAgent: string | null; createdAt: Date; updatedAt: Date; secondFactor: boolean | null }>`
      select id, "userAgent", "createdAt", "updatedAt", "secondFactor" from accounts.session
      where "userId" = ${actorId} and "expiresAt" > ${accounts.now()} order by "updatedAt" desc, id`.execute(reader),
  );
  return rows.rows.map((row) => ({ id: row.id, device: row.userAgent ?? '', openedAt: row.createdAt, seenAt: row.updatedAt, hasSecondFactor: row.secondFactor === true }));
}

/** Ends one session of one's own, or all but this one. */
export async function endSessions(accounts: Accounts, person: SignedIn, which: { id: string } | 'others'): Promise<number> {
  const at = accounts.now();
  return accounts.db.write(async (tx) => {
    const condition = which === 'others' ? sql`id <> ${person.sessionId}` : sql`id = ${which.id}`;
    const ended = await sql`delete from accounts.session where "userId" = ${person.actorId} and ${condition}`.execute(tx);
    const count = Number(ended.numAffectedRows ?? 0);
    if (count > 0) await trace(tx, { at, actorId: person.actorId, action: 'end sessions', about: which === 'others' ? `${count} others` : 'one' });
    return count;
  });
}

/** What guards the account is changed soon after signing in; later the password is asked for once more. */
export async function isFresh(accounts: Accounts, person: SignedIn): Promise<boolean> {
  const rows = await accounts.db.read((reader) => sql<{ createdAt: Date }>`select "createdAt" from accounts.session where id = ${person.sessionId}`.execute(reader));
  const openedAt = rows.rows[0]?.createdAt;
  return openedAt !== undefined && accounts.now().getTime() - openedAt.getTime() < freshMs;
}

export const hasPassword = async (accounts: Accounts, actorId: string): Promise<boolean> => (await accounts.db.read((reader) => passwordHash(reader, actorId))) !== null;

/** Whether it is the person's password; tries are counted as at the door. */
export async function checkPassword(accounts: Accounts, person: SignedIn, password: string): Promise<'right' | 'wrong' | { waitSeconds: number }> {
  const now = accounts.now();
  const key = accountKey(accounts.secret, `password of ${person.actorId}`);
  const limited = await accounts.db.write((tx) => oneMoreTry(tx, [{ key, atMost: triesAtMost.account }], now));
  if (limited !== null) return { waitSeconds: limited.waitSeconds };
  const hash = await accounts.db.read((reader) => passwordHash(reader, person.actorId));
  const context = await (await accounts.auth()).$context;
  const isRight = hash !== null && password !== '' && (await context.password.verify({ hash, password }));
  await accounts.db.write(async (tx) => {
    if (isRight) await forgiveTries(tx, [key], null);
    else await trace(tx, { at: now, actorId: person.actorId, action: 'password check failed' });
  });
  return isRight ? 'right' : 'wrong';
}

/** A new password ends every other session. */
export async function changePassword(accounts: Accounts, person: SignedIn, password: string): Promise<void> {
  const at = accounts.now();
  const context = await (await accounts.auth()).$context;
  const hash = await context.password.hash(password);
  await accounts.db.write(async (tx) => {
    await savePassword(tx, person.actorId, hash, at);
    await sql`delete from accounts.session where "userId" = ${person.actorId} and id <> ${person.sessionId}`.execute(tx);
    await trace(tx, { at, actorId: person.actorId, action: 'change password' });
  });
}
