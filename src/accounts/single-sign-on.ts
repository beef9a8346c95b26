import type { Accounts, SingleSignOn } from './accounts.ts';
import type { Auth } from './auth.ts';
import { loginOf } from './auth-rules.ts';
import { cookies } from './cookies.ts';
import { addressKey, oneMoreTry, triesAtMost } from './limits.ts';
import { headersFor } from './sign-in.ts';
import { actorWithEmail, doorkeeper, forgiveTries, join, trace } from './store.ts';
import { theLibrary } from './the-library.ts';

const providerId = 'oidc';
export const callbackPath = `/office/auth/callback/${providerId}`;

/** The library asks the issuer for its addresses once, when it is made; so it is made when somebody first comes this way, and anew where the issuer did not answer. */
const doors = new WeakMap<Accounts, Auth>();

async function door(accounts: Accounts, { issuer, clientId, clientSecret }: SingleSignOn): Promise<Auth | null> {
  const { genericOAuth, makeAuth } = await theLibrary();
  const made =
    doors.get(accounts) ??
    makeAuth(accounts.authOptions, [
      genericOAuth({
        config: [
          {
            providerId,
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            clientId,
            clientSecret,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            mapProfileToUser: async (profile) => ({ email: loginOf((await invited(accounts, profile)) ?? 'nobody'), emailVerified: true, name: '' }),
          },
        ],
      }),
    ]);
  doors.set(accounts, made);
  const context = await made.$context;
  if (context.socialProviders.some((one) => one.id === providerId)) return made;
  doors.delete(accounts);
  return null;
}

/** Only those are let in who were invited under the address of mail that the directory vouches for. Whoever has not come yet has come with this. */
async function invited(accounts: Accounts, profile: Record<string, unknown>): Promise<string | null> {
  const { email, email_verified: isVerified } = profile;
  if (typeof email !== 'string' || isVerified === false || isVerified === 'false') return null;
  const known = await accounts.db.read((reader) => actorWithEmail(reader, email));
  if (known?.active !== true) return null;
  if (!known.joined) {
    const at = accounts.now();
    await accounts.db.write(async (tx) => {
      await join(tx, known.actorId, at);
      await tx.updateTable('oneTimeLinks').set({ usedAt: at }).where('actorId', '=', known.actorId).where('usedAt', 'is', null).execute();
      if (known.name === '' && typeof profile['name'] === 'string')
        await tx
          .updateTable('people')
          .set({ name: profile['name'].slice(0, 120) })
          .where('actorId', '=', known.actorId)
          .execute();
      await trace(tx, { at, actorId: known.actorId, action: 'accept invitation', about: 'single sign-on' });
    });
  }
  return known.actorId;
}

type Led = { location: string; cookies: string[] };

/** Where the browser goes to sign in at the city's directory; null where that does not answer. */
export async function toSingleSignOn(accounts: Accounts, { request, to }: { request: Request; to: string }): Promise<Led | null> {
  if (accounts.singleSignOn === null) return null;
  const auth = await door(accounts, accounts.singleSignOn);
  if (auth === null) return null;
  const { headers, response } = await auth.api.signInSocial({
    body: { provider: providerId, callbackURL: to, errorCallbackURL: '/office/sign-in?why=refused' },
    headers: headersFor(request),
    returnHeaders: true,
  });
  return response.url === undefined ? null : { location: response.url, cookies: headers.getSetCookie() };
}

const failedAt = '/office/sign-in?why=failed';

/** The way back from the directory. */
export async function fromSingleSignOn(accounts: Accounts, { request, address }: { request: Request; address: string }): Promise<Led | null> {
  if (accounts.singleSignOn === null) return null;
  const auth = await door(accounts, accounts.singleSignOn);
  if (auth === null) return null;
  const now = accounts.now();
  const key = addressKey(accounts.secret, address);
  if ((await accounts.db.write((tx) => oneMoreTry(tx, [{ key, atMost: triesAtMost.address }], now))) !== null) return null;
  const led = await comeBack(auth, request);
  const session = led.cookies.find((cookie) => cookie.startsWith(`${cookies.session}=`))?.split(';')[0];
  const person = session === undefined ? null : await accounts.whoIs(new Request(request.url, { headers: { cookie: session } }));
  await accounts.db.write(async (tx) => {
    if (person !== null) await forgiveTries(tx, [], key);
    await trace(tx, { at: now, actorId: person?.actorId ?? (await doorkeeper(tx, 'door', now)), action: person === null ? 'sign-in failed' : 'sign in', about: 'single sign-on' });
  });
  return led;
}

async function comeBack(auth: Auth, request: Request): Promise<Led> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { isAPIError } = await theLibrary();
  try {
    const answer = await auth.api.callbackOAuth({ method: 'GET', params: { id: providerId }, query, headers: headersFor(request), asResponse: true });
    return { location: answer.headers.get('location') ?? failedAt, cookies: answer.headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error)) return { location: failedAt, cookies: [] };
    throw error;
  }
}
