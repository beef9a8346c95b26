import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createAccounts, inviteByOperator, type Accounts, type Role } from '#accounts/index.ts';
import { connectAccounts } from '#db/connect.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createApp } from '../src/app.tsx';
import { codeNow } from './codes.ts';
import type { Place } from './world.ts';

const root = resolve(import.meta.dirname, '..');
export const origin = 'https://koga.example';
export const secret = 'a secret of tests that is long enough for signing';

/** Passwords are kept so only where tests wait for them. */
const fast = {
  hash: (password: string) => Promise.resolve(createHmac('sha256', secret).update(password).digest('hex')),
  verify: ({ hash, password }: { hash: string; password: string }) => Promise.resolve(createHmac('sha256', secret).update(password).digest('hex') === hash),
};

type Given = { now?: () => Date; sendLetter?: Parameters<typeof createAccounts>[0]['sendLetter']; singleSignOn?: Parameters<typeof createAccounts>[0]['singleSignOn'] };

export const accountsOver = (place: Place, { now = () => new Date(), sendLetter, singleSignOn }: Given = {}): Accounts =>
  createAccounts({ db: place.db, connections: connectAccounts(place.server, 2), baseUrl: origin, secret, now, hasher: fast, sendLetter, singleSignOn });

/** A browser: it keeps cookies, follows nothing, and has an address of the network. */
export function browserOf(accounts: Accounts, address = '192.0.2.1') {
  useAssets(join(root, 'build/assets'));
  const app = createApp({ db: accounts.db, baseUrl: origin, now: accounts.now, versionKey: (version, day) => `${version}.${day}`, ready: () => Promise.resolve(true), accounts });
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.request(origin + path, { ...init, headers }, { address });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    jar,
    get: (path: string) => send(path, {}),
    post: (path: string, fields: Record<string, string> | [string, string][] = {}, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin, ...headers },
      }),
    json: (path: string, body: unknown) =>
      send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin } }),
  };
}
export type Browser = ReturnType<typeof browserOf>;

export const goodPassword = 'rejs po morzu bez burzy';

/** Somebody who was invited, has come and has set a password; the browser is theirs. */
export async function joined(accounts: Accounts, email: string, roles: Role[] = ['editor'], name = 'Jan Nowy'): Promise<{ browser: Browser; actorId: string }> {
  const invited = await inviteByOperator(accounts.db, { email, roles, at: accounts.now() });
  if (!invited.ok) throw new Error('already invited');
  const browser = browserOf(accounts);
  const answer = await browser.post(invited.value.path, { name, password: goodPassword });
  if (answer.status !== 303) throw new Error(`the invitation answered ${answer.status}`);
  return { browser, actorId: invited.value.actorId };
}

/** Sets up an app for codes, as somebody does who scans the picture. */
export async function withCodes(browser: Browser): Promise<{ secret: string; backupCodes: string[] }> {
  await browser.post('/office/account/codes');
  const page = await (await browser.get('/office/account/codes')).text();
  const key = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
  const answer = await browser.post('/office/account/codes/confirm', { code: codeNow(key) });
  if (answer.status !== 200) throw new Error(`the code answered ${answer.status}`);
  return { secret: key, backupCodes: [...(await answer.text()).matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map((match) => match[1] ?? '') };
}
