import { sql } from 'kysely';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { cookies, expired } from './cookies.ts';
import { addressKey, oneMoreTry, triesAtMost } from './limits.ts';
import { headersFor } from './sign-in.ts';
import type { SignedIn } from './signed-in.ts';
import { doorkeeper, forgiveTries, trace } from './store.ts';

export type Passkey = { id: string; name: string; addedAt: Date | null };

export async function passkeysOf(accounts: Accounts, actorId: string): Promise<Passkey[]> {
  const rows = await accounts.db.read((reader) =>
    sql<{
      id: string;
      name: string | null;
      createdAt: Date | null;
    }>`select id, name, "createdAt" from accounts.passkey where "userId" = ${actorId} order by "createdAt", id`.execute(reader),
  );
  return rows.rows.map((row) => ({ id: row.id, name: row.name ?? '', addedAt: row.createdAt }));
}

/** What the browser needs to ask for a passkey; the same whoever asks. */
export async function passkeyQuestion(accounts: Accounts, request: Request): Promise<Response> {
  // Without the session's cookie: nobody's keys are listed.
  const headers = headersFor(request);
  headers.delete('cookie');
  return (await accounts.auth()).api.generatePasskeyAuthenticationOptions({ headers, asResponse: true });
}

const userShape = z.looseObject({ user: z.looseObject({ name: z.string(), displayName: z.string() }) });

/** What the browser needs to make a passkey. The library knows no names; the person should see theirs. */
export async function newPasskeyQuestion(accounts: Accounts, request: Request, person: SignedIn): Promise<Response> {
  const answer = await (await accounts.auth()).api.generatePasskeyRegistrationOptions({ headers: headersFor(request), asResponse: true });
  if (!answer.ok) return answer;
  const options = userShape.parse(await answer.json());
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify({ ...options, user: { ...options.user, name: person.email || person.name, displayName: person.name } }), { headers });
}

const base64url = z
  .string()
  .regex(/^[\w-]*={0,2}$/)
  .max(8000);
const extensions = z.record(z.string(), z.unknown());

// What a browser answers with, as `PublicKeyCredential.toJSON()` writes it (Web Authentication, level 3, 5.1).
const assertionShape = z.object({
  response: z.object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    clientExtensionResults: extensions,
    response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
  }),
});
const attestationShape = z.object({
  name: z.string().trim().max(80).optional(),
  response: z.object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    clientExtensionResults: extensions,
    response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(z.string().max(40)).max(10).optional() }),
  }),
});

const noSuch = (): Response => Response.json({ ok: false }, { status: 400 });

/** Opens a session with a passkey. The person is known by it, so there is nothing to guess but the key itself; what fails is counted by address. */
export async function signInWithPasskey(accounts: Accounts, { request, address, body }: { request: Request; address: string; body: unknown }): Promise<Response> {
  const now = accounts.now();
  const key = addressKey(accounts.secret, address);
  const limited = await accounts.db.write((tx) => oneMoreTry(tx, [{ key, atMost: triesAtMost.address }], now));
  if (limited !== null) return Response.json({ ok: false }, { status: 429, headers: { 'retry-after': String(limited.waitSeconds) } });
  const given = assertionShape.safeParse(body);
  if (!given.success) return noSuch();
  const answer = await (await accounts.auth()).api.verifyPasskeyAuthentication({ body: given.data, headers: headersFor(request), asResponse: true });
  const owner = await ownerOf(accounts, given.data.response.id);
  await accounts.db.write(async (tx) => {
    const actorId = owner ?? (await doorkeeper(tx, 'door', now));
    if (answer.ok) await forgiveTries(tx, [], key);
    await trace(tx, { at: now, actorId, action: answer.ok ? 'sign in' : 'sign-in failed', about: 'passkey' });
  });
  return answer.ok ? withCookiesOf(answer, Response.json({ ok: true })) : noSuch();
}

async function ownerOf(accounts: Accounts, credentialId: string): Promise<string | null> {
  const rows = await accounts.db.read((reader) => sql<{ userId: string }>`select "userId" from accounts.passkey where "credentialID" = ${credentialId}`.execute(reader));
  return rows.rows[0]?.userId ?? null;
}

export async function addPasskey(accounts: Accounts, { request, person, body }: { request: Request; person: SignedIn; body: unknown }): Promise<Response> {
  const given = attestationShape.safeParse(body);
  if (!given.success) return noSuch();
  const { response, name } = given.data;
  const answer = await (
    await accounts.auth()
  ).api.verifyPasskeyRegistration({ body: { response, ...(name === undefined ? {} : { name }) }, headers: headersFor(request), asResponse: true });
  if (!answer.ok) return noSuch();
  await accounts.db.write((tx) => trace(tx, { at: accounts.now(), actorId: person.actorId, action: 'add passkey' }));
  return withCookiesOf(answer, Response.json({ ok: true }));
}

function withCookiesOf(from: Response, to: Response): Response {
  for (const cookie of [...from.headers.getSetCookie(), expired(cookies.passkey)]) to.headers.append('set-cookie', cookie);
  return to;
}

export async function removePasskey(accounts: Accounts, person: SignedIn, id: string): Promise<boolean> {
  return accounts.db.write(async (tx) => {
    const removed = await sql`delete from accounts.passkey where id = ${id} and "userId" = ${person.actorId}`.execute(tx);
    if (Number(removed.numAffectedRows ?? 0) === 0) return false;
    await trace(tx, { at: accounts.now(), actorId: person.actorId, action: 'remove passkey' });
    return true;
  });
}
