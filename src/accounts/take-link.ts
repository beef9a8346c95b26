import { sql } from 'kysely';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Accounts } from './accounts.ts';
import { loginOf } from './auth-rules.ts';
import { hashOf } from './invite.ts';
import { headersFor } from './sign-in.ts';
import { emailIsTaken, join, namePerson, openLink, savePassword, takeLink, trace, type OpenLink } from './store.ts';

/** What a link opens: the place of somebody who is invited, or a new password. Undefined where it was used, is too old or never was. */
export const lookAtLink = (accounts: Accounts, token: string): Promise<OpenLink | undefined> => accounts.db.read((reader) => openLink(reader, hashOf(token), accounts.now()));

type Taken = { cookies: string[]; purpose: string };

/** Uses the link, once: whoever comes by an invitation is in at once; whoever has a new password signs in with it. */
export async function takePlace(
  accounts: Accounts,
  given: { request: Request; token: string; name: string; email: string; password: string },
): Promise<Outcome<Taken, 'gone' | 'emailTaken'>> {
  const at = accounts.now();
  const auth = await accounts.auth();
  const context = await auth.$context;
  const hash = await context.password.hash(given.password);
  const taken = await accounts.db.write(async (tx): Promise<Outcome<OpenLink, 'gone' | 'emailTaken'>> => {
    const looked = await openLink(tx, hashOf(given.token), at);
    if (!looked) return refused('gone');
    const email = looked.email ?? given.email.trim().toLowerCase();
    if (await emailIsTaken(tx, email, looked.actorId)) return refused('emailTaken');
    const link = await takeLink(tx, hashOf(given.token), at);
    if (!link) return refused('gone');
    await join(tx, link.actorId, at);
    await savePassword(tx, link.actorId, hash, at);
    if (link.purpose === 'invitation') await namePerson(tx, link.actorId, { name: given.name, email });
    else await sql`delete from accounts.session where "userId" = ${link.actorId}`.execute(tx);
    await trace(tx, { at, actorId: link.actorId, action: link.purpose === 'invitation' ? 'accept invitation' : 'set new password' });
    if (link.purpose === 'invitation') await trace(tx, { at, actorId: link.actorId, action: 'sign in', about: 'invitation' });
    return done(link);
  });
  if (!taken.ok) return taken;
  const { actorId, purpose } = taken.value;
  if (purpose !== 'invitation') return done({ cookies: [], purpose });
  const { headers } = await auth.api.signInEmail({ body: { email: loginOf(actorId), password: given.password }, headers: headersFor(given.request), returnHeaders: true });
  return done({ cookies: headers.getSetCookie(), purpose });
}
