import { firstAdministratorLink, inviteByOperator, roles, type Role } from '#accounts/index.ts';
import type { Db } from '#db/handles.ts';
import { readCity } from '#publishing/load.ts';
import type { Config } from '../config.ts';
import type { Talk } from './store-commands.ts';

/** What browsers need to keep a session: https, or their own machine. */
const mayKeepSessions = (baseUrl: string): boolean => /^https:|^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(baseUrl);

/** After the start: the way in for the first administrator, and whether signing in can work at all at this address. */
export async function sayHowToSignIn(db: Db, config: Config, { say, complain }: Talk): Promise<void> {
  const city = await db.read(readCity);
  if (city === undefined) return;
  const path = await firstAdministratorLink(db, new Date());
  if (path !== null) say(`Nobody administers the office yet. This link makes the first account, once, within 24 hours: ${config.baseUrl}${path}`);
  if (!mayKeepSessions(config.baseUrl))
    complain(`Signing in to the office needs https: browsers do not keep a session at ${config.baseUrl}. Set KOGA_BASE_URL to the https address.`);
}

export type UserWish = { roles: Role[]; email: string | null };

/** Reads `koga user invite --role publisher --role editor --email …`; a mistake is one sentence. */
export function readUserWish(what: string | undefined, given: { role?: string[] | undefined; email?: string | undefined }): UserWish | string {
  if (what !== 'invite') return `koga user knows invite only, for example: koga user invite --role administrator`;
  const asked = given.role ?? ['administrator'];
  const known = roles.filter((role) => asked.includes(role));
  const unknown = asked.find((name) => !known.some((role) => role === name));
  if (unknown !== undefined) return `there is no role ${unknown}; there is ${roles.join(', ')}`;
  if (given.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given.email)) return `${given.email} is no address of mail`;
  return { roles: known, email: given.email ?? null };
}

export async function runUserInvite(db: Db, config: Config, wish: UserWish, { say, complain }: Talk): Promise<number> {
  const invited = await inviteByOperator(db, { ...wish, at: new Date() });
  if (!invited.ok) {
    complain('Somebody with this address is in the office already. An administrator can make a new link for them there.');
    return 1;
  }
  say(`This link makes an account (${wish.roles.join(', ')}), once, within 24 hours: ${config.baseUrl}${invited.value.path}`);
  return 0;
}
