import { forgetPerson, noteErasure } from './forget-person.ts';
import { sql } from 'kysely';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Accounts } from './accounts.ts';
import { invite, linkMs, makeLink } from './invite.ts';
import { langOf, rolesIn, type Role, type SignedIn } from './signed-in.ts';
import { emailIsTaken, namePerson, setRoles, trace } from './store.ts';

export type Colleague = {
  actorId: string;
  name: string;
  email: string | null;
  roles: Role[];
  lang: Lang;
  invitedAt: Date;
  joinedAt: Date | null;
  deactivatedAt: Date | null;
  /** Until when the newest unused link works. */
  linkUntil: Date | null;
  /** When any open session was last used. */
  seenAt: Date | null;
  hasSecondFactor: boolean;
};

/** Everybody of the office, by name as Polish sorts; one person where asked for one. */
export async function colleagues(accounts: Accounts, only: string | null = null): Promise<Colleague[]> {
  const rows = await accounts.db.read((reader) =>
    sql<Omit<Colleague, 'lang' | 'roles'> & { lang: string; roles: string[] }>`
      select s.actor_id, p.name, p.email, s.lang, s.invited_at, s.joined_at, s.deactivated_at,
        array(select r.role from account_roles r where r.actor_id = s.actor_id) as roles,
        (select max(l.expires_at) from one_time_links l where l.actor_id = s.actor_id and l.used_at is null and l.expires_at > ${accounts.now()}) as link_until,
        (select max(o."updatedAt") from accounts.session o where o."userId" = s.actor_id and o."expiresAt" > ${accounts.now()}) as seen_at,
        exists (select from accounts."twoFactor" f where f."userId" = s.actor_id and f.verified) or exists (select from accounts.passkey k where k."userId" = s.actor_id) as has_second_factor
      from staff s join people p on p.actor_id = s.actor_id
      where ${only}::uuid is null or s.actor_id = ${only}::uuid
      order by s.deactivated_at is not null, nullif(p.name, '') collate "pl", p.email, s.actor_id`.execute(reader),
  );
  return rows.rows.map((row) => ({ ...row, roles: rolesIn(row.roles), lang: langOf(row.lang) }));
}

type Refusal = 'lastAdministrator' | 'missing' | 'self';
type Act = { by: SignedIn; actorId: string };

/** Those who can let others in. The rows stay locked, so that of two who step back at the same time one is the last. */
async function otherAdministrators(tx: Tx, actorId: string): Promise<number> {
  const rows = await tx
    .selectFrom('accountRoles')
    .innerJoin('staff', 'staff.actorId', 'accountRoles.actorId')
    .select('staff.actorId')
    .where('role', '=', 'administrator')
    .where('joinedAt', 'is not', null)
    .where('deactivatedAt', 'is', null)
    .orderBy('staff.actorId')
    .forUpdate()
    .execute();
  return rows.filter((row) => row.actorId !== actorId).length;
}

const exists = async (tx: Tx, actorId: string): Promise<boolean> =>
  (await tx.selectFrom('staff').select('actorId').where('actorId', '=', actorId).forUpdate().executeTakeFirst()) !== undefined;

const endAll = (tx: Tx, actorId: string) => sql`delete from accounts.session where "userId" = ${actorId}`.execute(tx);

export async function invitePerson(
  accounts: Accounts,
  { by, ...given }: { by: SignedIn; actorId: string; name: string; email: string | null; roles: readonly Role[]; lang: Lang },
  letter: (tx: Tx, path: string) => Promise<void>,
): Promise<Outcome<{ path: string }, 'known' | 'again'>> {
  return accounts.db.write(async (tx) => {
    // The form brings the new person's id along: sent twice, it finds the place made.
    if ((await tx.selectFrom('actors').select('id').where('id', '=', given.actorId).executeTakeFirst()) !== undefined) return refused('again');
    const invited = await invite(tx, { ...given, by: by.actorId, at: accounts.now() });
    if (!invited.ok) return invited;
    await letter(tx, invited.value.path);
    return done({ path: invited.value.path });
  });
}

export async function renamePerson(accounts: Accounts, { by, actorId, name, email }: Act & { name: string; email: string | null }): Promise<Outcome<null, 'missing' | 'known'>> {
  return accounts.db.write(async (tx) => {
    if (!(await exists(tx, actorId))) return refused('missing');
    if (email !== null && (await emailIsTaken(tx, email, actorId))) return refused('known');
    await namePerson(tx, actorId, { name, email: email?.trim().toLowerCase() ?? null });
    await trace(tx, { at: accounts.now(), actorId: by.actorId, action: 'rename person', about: actorId });
    return done(null);
  });
}

export async function changeRoles(accounts: Accounts, { by, actorId, roles }: Act & { roles: readonly Role[] }): Promise<Outcome<null, Refusal>> {
  return accounts.db.write(async (tx) => {
    const others = await otherAdministrators(tx, actorId);
    if (!(await exists(tx, actorId))) return refused('missing');
    const held = await tx.selectFrom('accountRoles').select('role').where('actorId', '=', actorId).execute();
    if (held.some((one) => one.role === 'administrator') && !roles.includes('administrator') && others === 0) return refused('lastAdministrator');
    await setRoles(tx, actorId, roles);
    await trace(tx, { at: accounts.now(), actorId: by.actorId, action: 'change roles', about: `${actorId}: ${roles.join(', ')}` });
    return done(null);
  });
}

/** Closes the door to somebody, whose sessions end at once, or opens it again. */
export async function setActive(accounts: Accounts, { by, actorId, active }: Act & { active: boolean }): Promise<Outcome<null, Refusal>> {
  const at = accounts.now();
  return accounts.db.write(async (tx) => {
    if (!active && by.actorId === actorId) return refused('self');
    const others = await otherAdministrators(tx, actorId);
    if (!(await exists(tx, actorId))) return refused('missing');
    if (!active && others === 0) return refused('lastAdministrator');
    await tx
      .updateTable('staff')
      .set({ deactivatedAt: active ? null : at })
      .where('actorId', '=', actorId)
      .execute();
    if (!active) await endAll(tx, actorId);
    await trace(tx, { at, actorId: by.actorId, action: active ? 'activate person' : 'deactivate person', about: actorId });
    return done(null);
  });
}

export async function endSessionsOf(accounts: Accounts, { by, actorId }: Act): Promise<void> {
  await accounts.db.write(async (tx) => {
    await endAll(tx, actorId);
    await trace(tx, { at: accounts.now(), actorId: by.actorId, action: 'end sessions of person', about: actorId });
  });
}

/** A fresh link: into the office for those who have not come yet, to a new password for the others. */
export async function newLinkFor(accounts: Accounts, { by, actorId }: Act): Promise<Outcome<{ path: string; purpose: 'invitation' | 'password' }, 'missing'>> {
  const at = accounts.now();
  return accounts.db.write(async (tx) => {
    const row = await tx.selectFrom('staff').select(['joinedAt', 'deactivatedAt']).where('actorId', '=', actorId).executeTakeFirst();
    if (row === undefined || row.deactivatedAt !== null) return refused('missing');
    const purpose = row.joinedAt === null ? 'invitation' : 'password';
    const path = await makeLink(tx, { actorId, purpose, madeBy: by.actorId, at, forMs: linkMs[purpose] });
    await trace(tx, { at, actorId: by.actorId, action: purpose === 'invitation' ? 'renew invitation' : 'make password link', about: actorId });
    return done({ path, purpose });
  });
}

/** For those who lost their phone: codes and passkeys go, and with them every session. */
export async function removeSecondFactors(accounts: Accounts, { by, actorId }: Act): Promise<Outcome<null, 'self'>> {
  if (by.actorId === actorId) return refused('self');
  return accounts.db.write(async (tx) => {
    await sql`delete from accounts."twoFactor" where "userId" = ${actorId}`.execute(tx);
    await sql`delete from accounts.passkey where "userId" = ${actorId}`.execute(tx);
    await sql`update accounts."user" set "twoFactorEnabled" = false where id = ${actorId}`.execute(tx);
    await endAll(tx, actorId);
    await trace(tx, { at: accounts.now(), actorId: by.actorId, action: 'remove second factors of person', about: actorId });
    return done(null);
  });
}

/** Forgets somebody: name, address and account go; what they did stays under their role. An invitation that nobody used goes the same way. */
export async function erasePerson(accounts: Accounts, { by, actorId }: Act): Promise<Outcome<null, Refusal>> {
  return accounts.db.write(async (tx) => {
    if (by.actorId === actorId) return refused('self');
    const others = await otherAdministrators(tx, actorId);
    if (!(await exists(tx, actorId))) return refused('missing');
    if (others === 0) return refused('lastAdministrator');
    await forgetPerson(tx, actorId);
    await noteErasure(tx, actorId);
    await trace(tx, { at: accounts.now(), actorId: by.actorId, action: 'erase person', about: actorId });
    return done(null);
  });
}

/** One's own name and language. */
export async function saveSelf(accounts: Accounts, person: SignedIn, given: { name?: string; lang: Lang }): Promise<void> {
  await accounts.db.write(async (tx) => {
    if (given.name !== undefined) await namePerson(tx, person.actorId, { name: given.name });
    await tx.updateTable('staff').set({ lang: given.lang }).where('actorId', '=', person.actorId).execute();
    await trace(tx, { at: accounts.now(), actorId: person.actorId, action: 'save account' });
  });
}
