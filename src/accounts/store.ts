import { sql } from 'kysely';
import type pg from 'pg';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { loginOf } from './auth-rules.ts';
import type { Role } from './signed-in.ts';

/** Who acts where nobody is known yet: at the door, and on the command line. */
const doorkeepers = {
  door: { id: '0197a000-0000-7000-8000-000000000001', rolePl: 'logowanie', roleEn: 'sign-in' },
  operator: { id: '0197a000-0000-7000-8000-000000000002', rolePl: 'operator systemu', roleEn: 'system operator' },
} as const;

export async function doorkeeper(tx: Tx, which: keyof typeof doorkeepers, now: Date): Promise<string> {
  const { id, rolePl, roleEn } = doorkeepers[which];
  await tx
    .insertInto('actors')
    .values({ id, kind: 'system', rolePl, roleEn, createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** The trace of an act; never a personal value in `about`. Accounts know nothing of publishing, so they write the row themselves. */
export async function trace(tx: Tx, { at, actorId, action, about = null }: { at: Date; actorId: string; action: string; about?: string | null }): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ id: uuidv7(at.getTime()), at, actorId, action, about })
    .execute();
}

export async function mayEnter(pool: pg.Pool, actorId: string): Promise<boolean> {
  const answer = await pool.query('select from public.staff where actor_id = $1 and deactivated_at is null', [actorId]);
  return answer.rowCount === 1;
}

/** Whose address of mail it is. */
export async function actorWithEmail(reader: Reader, email: string): Promise<{ actorId: string; joined: boolean; active: boolean; lang: string; name: string } | undefined> {
  const row = await reader
    .selectFrom('people')
    .innerJoin('staff', 'staff.actorId', 'people.actorId')
    .select(['staff.actorId', 'staff.joinedAt', 'staff.deactivatedAt', 'staff.lang', 'people.name'])
    .where(sql<boolean>`lower(people.email) = ${email.trim().toLowerCase()}`)
    .executeTakeFirst();
  return row && { actorId: row.actorId, joined: row.joinedAt !== null, active: row.deactivatedAt === null, lang: row.lang, name: row.name };
}

/** Whether an address of mail stands beside another name already. */
export async function emailIsTaken(reader: Reader, email: string, besides: string): Promise<boolean> {
  const row = await reader
    .selectFrom('people')
    .select('actorId')
    .where(sql<boolean>`lower(email) = ${email.trim().toLowerCase()}`)
    .where('actorId', '<>', besides)
    .executeTakeFirst();
  return row !== undefined;
}

export async function emailOf(reader: Reader, actorId: string): Promise<string | null> {
  const row = await reader.selectFrom('people').select('email').where('actorId', '=', actorId).executeTakeFirst();
  return row?.email ?? null;
}

export type NewPerson = { actorId: string; name: string; email: string | null; lang: Lang; roles: readonly Role[]; invitedBy: string; at: Date };

export async function addPerson(tx: Tx, { actorId, name, email, lang, roles, invitedBy, at }: NewPerson, words: { pl: string; en: string }): Promise<void> {
  await tx.insertInto('actors').values({ id: actorId, kind: 'person', rolePl: words.pl, roleEn: words.en, createdAt: at }).execute();
  await tx.insertInto('people').values({ actorId, name, email }).execute();
  await givePlace(tx, { actorId, lang, roles, invitedBy, at });
}

export async function givePlace(tx: Tx, { actorId, lang, roles, invitedBy, at }: Omit<NewPerson, 'name' | 'email'>): Promise<void> {
  await tx.insertInto('staff').values({ actorId, lang, invitedBy, invitedAt: at }).execute();
  await setRoles(tx, actorId, roles);
}

/** Somebody whose name came back with an export, in which there are no accounts: they are the same person as before. */
export async function personWithoutPlace(tx: Tx, email: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('people')
    .leftJoin('staff', 'staff.actorId', 'people.actorId')
    .select('people.actorId')
    .where(sql<boolean>`lower(people.email) = ${email.trim().toLowerCase()}`)
    .where('staff.actorId', 'is', null)
    .executeTakeFirst();
  return row?.actorId;
}

export async function setRoles(tx: Tx, actorId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('accountRoles').where('actorId', '=', actorId).execute();
  const rows = roles.filter((role) => role !== 'reader').map((role) => ({ actorId, role }));
  if (rows.length > 0) await tx.insertInto('accountRoles').values(rows).execute();
}

export type Purpose = 'invitation' | 'password';

/** The newest link is the only one that works. */
export async function replaceLink(tx: Tx, link: { tokenHash: string; actorId: string; purpose: Purpose; madeBy: string; at: Date; expiresAt: Date }): Promise<void> {
  const { tokenHash, actorId, purpose, madeBy, at, expiresAt } = link;
  await tx.deleteFrom('oneTimeLinks').where('actorId', '=', actorId).where('usedAt', 'is', null).execute();
  await tx.insertInto('oneTimeLinks').values({ tokenHash, actorId, purpose, madeBy, madeAt: at, expiresAt }).execute();
}

export type OpenLink = { actorId: string; purpose: string; name: string; email: string | null; lang: string };

/** The link behind a token, as long as it may be used. */
export async function openLink(reader: Reader, tokenHash: string, now: Date): Promise<OpenLink | undefined> {
  return reader
    .selectFrom('oneTimeLinks')
    .innerJoin('staff', 'staff.actorId', 'oneTimeLinks.actorId')
    .innerJoin('people', 'people.actorId', 'oneTimeLinks.actorId')
    .select(['oneTimeLinks.actorId', 'oneTimeLinks.purpose', 'people.name', 'people.email', 'staff.lang'])
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('staff.deactivatedAt', 'is', null)
    .executeTakeFirst();
}

/** Takes the link: of two who use it at the same time, one finds it used. */
export async function takeLink(tx: Tx, tokenHash: string, now: Date): Promise<OpenLink | undefined> {
  const link = await openLink(tx, tokenHash, now);
  if (!link) return undefined;
  const taken = await tx.updateTable('oneTimeLinks').set({ usedAt: now }).where('tokenHash', '=', tokenHash).where('usedAt', 'is', null).executeTakeFirst();
  return Number(taken.numUpdatedRows) === 1 ? link : undefined;
}

/** Makes the account behind a person where there is none yet, and says that they have come. */
export async function join(tx: Tx, actorId: string, now: Date): Promise<void> {
  await sql`insert into accounts."user" (id, name, email, "emailVerified", "createdAt", "updatedAt", "twoFactorEnabled")
    values (${actorId}, '', ${loginOf(actorId)}, true, ${now}, ${now}, false) on conflict (id) do nothing`.execute(tx);
  await tx.updateTable('staff').set({ joinedAt: now }).where('actorId', '=', actorId).where('joinedAt', 'is', null).execute();
}

export async function savePassword(tx: Tx, actorId: string, hash: string, now: Date): Promise<void> {
  await sql`insert into accounts.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${uuidv7(now.getTime())}, ${actorId}, 'credential', ${actorId}, ${hash}, ${now}, ${now})
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = excluded."updatedAt"`.execute(tx);
}

export async function passwordHash(reader: Reader, actorId: string): Promise<string | null> {
  const rows = await sql<{ password: string | null }>`select password from accounts.account where "providerId" = 'credential' and "accountId" = ${actorId}`.execute(reader);
  return rows.rows[0]?.password ?? null;
}

export async function namePerson(tx: Tx, actorId: string, given: { name: string; email?: string | null }): Promise<void> {
  await tx.updateTable('people').set(given).where('actorId', '=', actorId).execute();
}

/** One more, or the first after the window has passed. The row is locked to the end of the transaction. */
export async function addToLimit(tx: Tx, key: string, now: Date, windowMs: number): Promise<{ count: number; since: Date }> {
  const begins = new Date(now.getTime() - windowMs);
  return tx
    .insertInto('signInLimits')
    .values({ key, since: now, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when sign_in_limits.since <= ${begins} then 1 else sign_in_limits.count + 1 end`,
        since: sql<Date>`case when sign_in_limits.since <= ${begins} then excluded.since else sign_in_limits.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
}

/** Who came in has not failed: the account's tries are forgotten, and one of the address's. */
export async function forgiveTries(tx: Tx, accountKeys: readonly string[], addressKey: string | null): Promise<void> {
  if (accountKeys.length > 0) await tx.deleteFrom('signInLimits').where('key', 'in', accountKeys).execute();
  if (addressKey === null) return;
  await tx
    .updateTable('signInLimits')
    .set((update) => ({ count: update('count', '-', 1) }))
    .where('key', '=', addressKey)
    .where('count', '>', 1)
    .execute();
}

export async function forgetLimitsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('signInLimits').where('since', '<=', before).execute();
}
