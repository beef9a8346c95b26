import { createHash, randomBytes } from 'node:crypto';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { officeRoleWords } from './role-words.ts';
import type { Role } from './signed-in.ts';
import { actorWithEmail, addPerson, doorkeeper, givePlace, personWithoutPlace, replaceLink, trace, type Purpose } from './store.ts';

const hourMs = 3_600_000;
/** How long a link works: an invitation by mail may wait over a long weekend; one that stands on a terminal may not. */
export const linkMs = { invitation: 7 * 24 * hourMs, firstAdministrator: 24 * hourMs, password: 2 * hourMs } as const;

/** 256 bits, from chance alone. */
const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const linkPath = (token: string): string => `/office/invitation/${token}`;

/** A fresh link for somebody; those made before stop working. */
export async function makeLink(tx: Tx, given: { actorId: string; purpose: Purpose; madeBy: string; at: Date; forMs: number }): Promise<string> {
  const { forMs, ...rest } = given;
  const token = newToken();
  await replaceLink(tx, { ...rest, tokenHash: hashOf(token), expiresAt: new Date(given.at.getTime() + forMs) });
  return linkPath(token);
}

export type Invitation = { name: string; email: string | null; lang: Lang; roles: readonly Role[]; by: string; at: Date; forMs?: number; actorId?: string };
type Invited = { actorId: string; path: string };

/** Lets somebody in: from now on they have a place, and a link with which they take it. */
export async function invite(
  tx: Tx,
  { name, email, lang, roles, by, at, forMs = linkMs.invitation, actorId: given = uuidv7(at.getTime()) }: Invitation,
): Promise<Outcome<Invited, 'known'>> {
  if (email !== null && (await actorWithEmail(tx, email)) !== undefined) return refused('known');
  const known = email === null ? undefined : await personWithoutPlace(tx, email);
  const actorId = known ?? given;
  if (known === undefined) await addPerson(tx, { actorId, name, email: email?.trim().toLowerCase() ?? null, lang, roles, invitedBy: by, at }, officeRoleWords(roles));
  else await givePlace(tx, { actorId, lang, roles, invitedBy: by, at });
  const path = await makeLink(tx, { actorId, purpose: 'invitation', madeBy: by, at, forMs });
  await trace(tx, { at, actorId: by, action: 'invite person', about: `${actorId}: ${roles.join(', ')}` });
  return done({ actorId, path });
}

/** An invitation from the command line. */
export function inviteByOperator(db: Db, given: { email: string | null; name?: string; roles: readonly Role[]; lang?: Lang; at: Date }): Promise<Outcome<Invited, 'known'>> {
  return db.write(async (tx) => invite(tx, { name: '', lang: 'pl', ...given, by: await doorkeeper(tx, 'operator', given.at), forMs: linkMs.firstAdministrator }));
}

/** The link for the first administrator: as long as nobody with that role has come, a fresh one for the same place; null from then on. */
export function firstAdministratorLink(db: Db, at: Date): Promise<string | null> {
  return db.write(async (tx) => {
    const all = await tx
      .selectFrom('accountRoles')
      .innerJoin('staff', 'staff.actorId', 'accountRoles.actorId')
      .innerJoin('people', 'people.actorId', 'staff.actorId')
      .select(['staff.actorId', 'staff.joinedAt', 'staff.deactivatedAt', 'staff.invitedBy', 'people.email'])
      .where('role', '=', 'administrator')
      .execute();
    if (all.some((one) => one.joinedAt !== null && one.deactivatedAt === null)) return null;
    const operator = await doorkeeper(tx, 'operator', at);
    const waiting = all.find((one) => one.joinedAt === null && one.deactivatedAt === null && one.invitedBy === operator && one.email === null);
    if (waiting) return makeLink(tx, { actorId: waiting.actorId, purpose: 'invitation', madeBy: operator, at, forMs: linkMs.firstAdministrator });
    const invited = await invite(tx, { name: '', email: null, lang: 'pl', roles: ['editor', 'publisher', 'administrator'], by: operator, at, forMs: linkMs.firstAdministrator });
    return invited.ok ? invited.value.path : null;
  });
}
