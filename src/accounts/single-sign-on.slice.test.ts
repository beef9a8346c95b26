import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOver, browserOf, joined, type Browser } from '../../test/accounts.ts';
import { storeFor } from '../../test/world.ts';
import { inviteByOperator, type Accounts } from './index.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A city's directory in a few lines: it vouches for whoever the test says, for the one client and with the code it gave. */
function directory() {
  let issuer = '';
  let vouches: { sub: string; email: string; email_verified?: boolean; name?: string } = { sub: '', email: '' };
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const token = (nonce: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const head = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded({ iss: issuer, aud: 'koga', iat: now, exp: now + 300, nonce, ...vouches })}`;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url')}`;
  };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const send = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.url === '/.well-known/openid-configuration')
        return send(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (request.url === '/keys') return send(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const given = codes.get(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (given === undefined || proof !== given.challenge) return send(400, { error: 'invalid_grant' });
      return send(200, { access_token: 'of no use here', token_type: 'Bearer', id_token: token(given.nonce) });
    });
  });
  return {
    start: () =>
      new Promise<string>((done) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          issuer = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
          done(issuer);
        }),
      ),
    stop: () => new Promise<void>((done) => server.close(() => done())),
    vouchFor: (person: typeof vouches) => {
      vouches = person;
    },
    /** The way back that the directory sends the browser, after the person has signed in there. */
    letIn: (location: string): string => {
      const asked = new URL(location).searchParams;
      codes.set('the code', { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' });
      const back = new URL(asked.get('redirect_uri') ?? '');
      return `${back.pathname}?code=the+code&state=${asked.get('state') ?? ''}`;
    },
  };
}

describe('signing in with the city’s own account', () => {
  const store = storeFor('world');
  const idp = directory();
  let accounts: Accounts;
  beforeAll(async () => {
    const issuer = await idp.start();
    accounts = accountsOver(store(), { singleSignOn: { issuer, clientId: 'koga', clientSecret: 'a secret of the client' } });
  });
  afterAll(async () => {
    await accounts.close();
    await idp.stop();
  });
  const through = async (browser: Browser): Promise<string | null> => {
    const away = (await browser.get('/office/sign-in/single?to=/office/account')).headers.get('location') ?? '';
    return (await browser.get(idp.letIn(away))).headers.get('location');
  };

  it('is offered beside the password', async () => {
    expect(await (await browserOf(accounts).get('/office/sign-in')).text()).toContain('Zaloguj kontem urzędu');
  });

  it('lets in somebody who was invited under that address, who needs no password', async () => {
    await inviteByOperator(accounts.db, { email: 'zapraszana@urzad.example', roles: ['editor'], at: new Date() });
    idp.vouchFor({ sub: '17', email: 'Zapraszana@urzad.example', email_verified: true, name: 'Ewa Zapraszana' });
    const browser = browserOf(accounts);
    expect(await through(browser)).toBe('/office/account');
    const html = await (await browser.get('/office/account')).text();
    expect(html).toContain('Ewa Zapraszana');
    expect(html).toContain('Ta sesja nie jest potwierdzona drugim składnikiem.');
    const kept = await accounts.pool.query<{ row: string }>('select t::text as row from accounts.account t');
    expect(kept.rows.some(({ row }) => /of no use here|eyJ/.test(row))).toBe(false);
  });

  it('lets in somebody who has a password as well, and knows them again under another address', async () => {
    await joined(accounts, 'oba@urzad.example');
    idp.vouchFor({ sub: '18', email: 'oba@urzad.example' });
    expect(await through(browserOf(accounts))).toBe('/office/account');
    idp.vouchFor({ sub: '18', email: 'po-slubie@urzad.example' });
    expect(await through(browserOf(accounts))).toBe('/office/account');
  });

  it('refuses strangers, addresses that the directory has not verified, and people who are switched off', async () => {
    idp.vouchFor({ sub: '66', email: 'obcy@urzad.example', email_verified: true });
    const stranger = browserOf(accounts);
    expect(await through(stranger)).toMatch(/^\/office\/sign-in\?why=refused/);
    expect((await stranger.get('/office/account')).status).toBe(303);
    expect(await (await stranger.get('/office/sign-in?why=refused')).text()).toContain('Konto urzędu nie ma tu zaproszenia.');
    await joined(accounts, 'niepewny@urzad.example');
    idp.vouchFor({ sub: '67', email: 'niepewny@urzad.example', email_verified: false });
    expect(await through(browserOf(accounts))).toMatch(/why=refused/);
    const { actorId } = await joined(accounts, 'odeszla@urzad.example');
    await accounts.pool.query('update public.staff set deactivated_at = now() where actor_id = $1', [actorId]);
    idp.vouchFor({ sub: '68', email: 'odeszla@urzad.example', email_verified: true });
    const gone = browserOf(accounts);
    expect(await through(gone)).toMatch(/why=(refused|failed)/);
    expect((await gone.get('/office/account')).status).toBe(303);
  });

  it('leaves its traces', async () => {
    const rows = await accounts.pool.query<{ action: string }>(`select distinct action from public.audit where about = 'single sign-on' order by action`);
    expect(rows.rows.map((row) => row.action)).toEqual(['accept invitation', 'sign in', 'sign-in failed']);
  });

  it('takes no answer that another browser asked for', async () => {
    idp.vouchFor({ sub: '18', email: 'oba@urzad.example' });
    const away = (await browserOf(accounts).get('/office/sign-in/single')).headers.get('location') ?? '';
    const other = browserOf(accounts);
    expect((await other.get(idp.letIn(away))).headers.get('location')).toMatch(/\/office\/sign-in\?why=failed/);
    expect((await other.get('/office/account')).status).toBe(303);
  });
});

describe('where the directory does not answer', () => {
  const store = storeFor('world');
  it('says so and leaves the password', async () => {
    const accounts = accountsOver(store(), { singleSignOn: { issuer: 'http://127.0.0.1:1', clientId: 'koga', clientSecret: 'x' } });
    expect((await browserOf(accounts).get('/office/sign-in/single')).headers.get('location')).toBe('/office/sign-in?why=failed');
    await accounts.close();
  });
});
