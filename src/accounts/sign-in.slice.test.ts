import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOver, browserOf, goodPassword, joined, withCodes } from '../../test/accounts.ts';
import { codeNow } from '../../test/codes.ts';
import { storeFor, type Place } from '../../test/world.ts';
import { inviteByOperator, type Accounts } from './index.ts';

const minuteMs = 60_000;

/** Accounts over a store of the file's own, with a clock that tests move on. */
function office(store: () => Place): { accounts: () => Accounts; later: (minutes: number) => void } {
  let ahead = 0;
  let made: Accounts | undefined;
  beforeAll(() => {
    made = accountsOver(store(), { now: () => new Date(Date.now() + ahead) });
  });
  afterAll(() => made?.close());
  const accounts = (): Accounts => {
    if (made === undefined) throw new Error('the accounts are there only while tests run');
    return made;
  };
  return {
    accounts,
    later: (minutes) => {
      ahead += minutes * minuteMs;
    },
  };
}

const auditOf = (accounts: Accounts) => accounts.db.read((reader) => reader.selectFrom('audit').select(['action', 'about', 'actorId']).orderBy('id').execute());
const textOf = async (answer: Response, without: string): Promise<string> => (await answer.text()).replaceAll(without, '…');

describe('signing in', () => {
  const { accounts } = office(storeFor('world'));

  it('goes from the invitation to a session with codes', async () => {
    const { browser } = await joined(accounts(), 'jan@urzad.example');
    expect((await browser.get('/office/account/codes?first=yes')).status).toBe(200);
    const { secret, backupCodes } = await withCodes(browser);
    expect(new Set(backupCodes).size).toBe(10);
    const later = browserOf(accounts());
    const first = await later.post('/office/sign-in', { email: ' Jan@urzad.example', password: goodPassword });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/office/sign-in/code']);
    expect((await later.get('/office/account')).headers.get('location')).toBe('/office/sign-in?to=%2Foffice%2Faccount');
    const second = await later.post('/office/sign-in/code', { code: codeNow(secret, 1), to: '/office/account' });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/office/account']);
    expect(await (await later.get('/office/account')).text()).toContain('Ta sesja jest potwierdzona drugim składnikiem.');
  });

  it('keeps its cookie from scripts, from other sites and from plain http, and gives none to readers', async () => {
    const { browser } = await joined(accounts(), 'ciastko@urzad.example');
    await browser.post('/office/sign-out');
    for (const path of ['/pl', '/office/sign-in', '/office']) expect((await browserOf(accounts()).get(path)).headers.getSetCookie()).toEqual([]);
    const answer = await browser.post('/office/sign-in', { email: 'ciastko@urzad.example', password: goodPassword });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Host-koga\.session_token=/);
    for (const attribute of ['; Path=/;', '; HttpOnly;', '; Secure;', '; SameSite=Lax']) expect(cookies[0]).toContain(attribute);
    expect(cookies[0]).not.toMatch(/domain/i);
  });

  it('says the same of a wrong password, of an unknown address, and of somebody who was invited but has not come', async () => {
    await joined(accounts(), 'jest@urzad.example');
    await inviteByOperator(accounts().db, { email: 'niewszedl@urzad.example', roles: ['editor'], at: new Date() });
    const [wrong, unknown, waiting] = await Promise.all(
      ['jest@urzad.example', 'obcy@urzad.example', 'niewszedl@urzad.example'].map(async (email) => {
        const answer = await browserOf(accounts()).post('/office/sign-in', { email, password: 'zupełnie inne hasło' });
        return { status: answer.status, cookies: answer.headers.getSetCookie(), text: await textOf(answer, email) };
      }),
    );
    expect(wrong?.status).toBe(422);
    expect(wrong?.text).toContain('Adres e-mail albo hasło się nie zgadza.');
    expect(unknown).toEqual(wrong);
    expect(waiting).toEqual(wrong);
  });

  it('keeps the address that was typed and never the password, and leads on only within the office', async () => {
    const answer = await browserOf(accounts()).post('/office/sign-in', { email: 'ktos@urzad.example', password: 'tajne przez poufne', to: 'https://elsewhere.example/' });
    const html = await answer.text();
    expect(html).toContain('value="ktos@urzad.example"');
    expect(html).not.toContain('tajne');
    expect(html).toContain('name="to" value="/office"');
    for (const to of ['//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])
      expect(await (await browserOf(accounts()).get(`/office/sign-in?to=${encodeURIComponent(to)}`)).text()).toContain('name="to" value="/office"');
  });

  it('is refused where the form comes from another site', async () => {
    const answer = await browserOf(accounts()).post(
      '/office/sign-in',
      { email: 'jest@urzad.example', password: goodPassword },
      { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    );
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });

  it('takes each code of the app once, and each backup code once', async () => {
    const { browser } = await joined(accounts(), 'kody@urzad.example');
    const { secret, backupCodes } = await withCodes(browser);
    const atCode = async () => {
      const fresh = browserOf(accounts());
      await fresh.post('/office/sign-in', { email: 'kody@urzad.example', password: goodPassword });
      return fresh;
    };
    const code = codeNow(secret, 1);
    expect((await (await atCode()).post('/office/sign-in/code', { code })).status).toBe(303);
    const again = await (await atCode()).post('/office/sign-in/code', { code });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('był już użyty');
    const backup = (backupCodes[0] ?? '').toUpperCase().replace('-', ' ');
    expect((await (await atCode()).post('/office/sign-in/code', { backup })).status).toBe(303);
    expect((await (await atCode()).post('/office/sign-in/code', { backup })).status).toBe(422);
    expect((await browserOf(accounts()).post('/office/sign-in/code', { code })).headers.get('location')).toBe('/office/sign-in?why=over');
  });

  it('leaves its traces: who came, who failed, and no address of mail', async () => {
    const rows = await auditOf(accounts());
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['invite person', 'accept invitation', 'sign in', 'sign in', 'give password', 'sign-in failed', 'add codes', 'sign out']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/@|urzad/);
  });
});

describe('who tries too often', () => {
  const { accounts, later } = office(storeFor('world'));

  it('waits, whether there is an account or not, and may come back', async () => {
    await joined(accounts(), 'prawdziwy@urzad.example');
    for (const [email, address] of [
      ['prawdziwy@urzad.example', '198.51.100.1'],
      ['zmyslony@urzad.example', '198.51.100.2'],
    ] as const) {
      const browser = browserOf(accounts(), address);
      for (let time = 1; time <= 10; time += 1) expect((await browser.post('/office/sign-in', { email, password: `próba ${time}` })).status).toBe(422);
      const answer = await browser.post('/office/sign-in', { email, password: goodPassword });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(600);
      expect(await answer.text()).toContain('Za dużo prób. Spróbuj ponownie za 15 minut.');
    }
    const limited = (await auditOf(accounts())).filter((row) => row.action === 'sign-in limited');
    expect(limited).toHaveLength(2);
    later(16);
    expect((await browserOf(accounts(), '198.51.100.1').post('/office/sign-in', { email: 'prawdziwy@urzad.example', password: goodPassword })).status).toBe(303);
  });

  it('waits with all accounts where one address tries many, while others come in', async () => {
    const { browser } = await joined(accounts(), 'spokojny@urzad.example');
    await browser.post('/office/sign-out');
    const many = browserOf(accounts(), '2001:db8:0:12::1');
    for (let time = 1; time <= 30; time += 1) await many.post('/office/sign-in', { email: `osoba${time}@urzad.example`, password: 'jakieś hasło' });
    expect((await browserOf(accounts(), '2001:db8:0:12::ffff').post('/office/sign-in', { email: 'spokojny@urzad.example', password: goodPassword })).status).toBe(429);
    expect((await browserOf(accounts(), '2001:db8:0:13::1').post('/office/sign-in', { email: 'spokojny@urzad.example', password: goodPassword })).status).toBe(303);
  });

  it('with codes waits too', async () => {
    const { browser } = await joined(accounts(), 'zgaduje@urzad.example');
    await withCodes(browser);
    const statuses: (number | string | null)[] = [];
    for (const round of [1, 2, 3]) {
      const fresh = browserOf(accounts(), `198.51.100.${20 + round}`);
      await fresh.post('/office/sign-in', { email: 'zgaduje@urzad.example', password: goodPassword });
      for (let time = 1; time <= 5; time += 1) statuses.push((await fresh.post('/office/sign-in/code', { code: `${round}${time}`.padStart(6, '0') })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), ...Array<number>(5).fill(429)]);
  });
});

describe('a session', () => {
  const { accounts, later } = office(storeFor('world'));

  it('that is left alone ends after an hour, and the form that was being filled comes back whole', async () => {
    const { browser } = await joined(accounts(), 'przerwa@urzad.example');
    later(50);
    expect((await browser.get('/office/account')).status).toBe(200);
    later(50);
    expect((await browser.get('/office/account')).status).toBe(200);
    later(61);
    expect((await browser.get('/office/account')).status).toBe(303);
    const answer = await browser.post('/office/account', { name: 'Jan „Nowy” <b>', lang: 'pl' });
    expect(answer.status).toBe(401);
    const html = await answer.text();
    expect(html).toContain('Nic nie przepadło.');
    expect(html).toContain('Jan „Nowy” &lt;b&gt;');
    await browser.post('/office/sign-in', { email: 'przerwa@urzad.example', password: goodPassword });
    expect((await browser.post('/office/account', { name: 'Jan Nowak', lang: 'pl' })).status).toBe(303);
  });

  it('ends after twelve hours of work', async () => {
    const { browser } = await joined(accounts(), 'pracus@urzad.example');
    for (let hours = 0.5; hours < 12; hours += 0.5) {
      later(30);
      expect((await browser.get('/office/account')).status).toBe(200);
    }
    later(31);
    expect((await browser.get('/office/account')).status).toBe(303);
  });

  it('is listed with its device; one or all others are ended', async () => {
    const { browser } = await joined(accounts(), 'sesje@urzad.example');
    const others = [browserOf(accounts()), browserOf(accounts()), browserOf(accounts())];
    for (const other of others) await other.post('/office/sign-in', { email: 'sesje@urzad.example', password: goodPassword });
    const html = await (await browser.get('/office/account')).text();
    expect(html.match(/Firefox, Linux/g)?.length).toBeGreaterThanOrEqual(4);
    const id = /name="end" value="(?!others)([^"]+)"/.exec(html)?.[1] ?? '';
    await browser.post('/office/account/sessions', { end: id });
    const alive = async () => (await Promise.all(others.map((other) => other.get('/office/account')))).filter((answer) => answer.status === 200).length;
    expect(await alive()).toBe(2);
    await browser.post('/office/account/sessions', { end: 'others' });
    expect(await alive()).toBe(0);
    expect((await browser.get('/office/account')).status).toBe(200);
  });

  it('of somebody else is not ended from here', async () => {
    const { browser: one } = await joined(accounts(), 'pierwszy@urzad.example');
    const { browser: two } = await joined(accounts(), 'drugi@urzad.example');
    const ids = await accounts().pool.query<{ id: string }>('select id from accounts.session order by "createdAt" desc limit 2');
    for (const { id } of ids.rows) await one.post('/office/account/sessions', { end: id });
    expect((await two.get('/office/account')).status).toBe(200);
  });

  it('whose cookie was changed is none', async () => {
    const { browser } = await joined(accounts(), 'falszerz@urzad.example');
    const [name, value] = [...browser.jar][0] ?? ['', ''];
    browser.jar.set(
      name,
      value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
    );
    expect((await browser.get('/office/account')).status).toBe(303);
  });

  it('speaks the language of its person', async () => {
    const { browser } = await joined(accounts(), 'english@urzad.example');
    const answer = await browser.post('/office/language', { lang: 'en', back: '/office/account?x=1' });
    expect(answer.headers.get('location')).toBe('/office/account?x=1');
    expect(await (await browser.get('/office/account')).text()).toContain('<h1>My account</h1>');
    expect((await browser.post('/office/language', { lang: 'en', back: 'https://elsewhere.example' })).headers.get('location')).toBe('/office');
  });

  it('asks for the password before the guard of the account is changed later on', async () => {
    const { browser } = await joined(accounts(), 'ostrozny@urzad.example');
    await withCodes(browser);
    later(20);
    expect((await browser.post('/office/account/codes/remove', { password: 'nie to' })).status).toBe(422);
    expect(await (await browser.get('/office/account')).text()).toContain('Aplikacja jest ustawiona.');
    expect((await browser.post('/office/account/codes/remove', { password: goodPassword })).status).toBe(303);
    expect(await (await browser.get('/office/account')).text()).toContain('Aplikacja nie jest ustawiona.');
  });

  it('ends everywhere else with a new password', async () => {
    const { browser } = await joined(accounts(), 'haslo@urzad.example');
    const other = browserOf(accounts());
    await other.post('/office/sign-in', { email: 'haslo@urzad.example', password: goodPassword });
    expect((await browser.post('/office/account/password', { current: 'nie to', next: 'nowe hasło na jutro' })).status).toBe(422);
    expect((await browser.post('/office/account/password', { current: goodPassword, next: 'krótkie' })).status).toBe(422);
    expect((await browser.post('/office/account/password', { current: goodPassword, next: 'nowe hasło na jutro' })).status).toBe(303);
    expect((await other.get('/office/account')).status).toBe(303);
    expect((await browser.get('/office/account')).status).toBe(200);
    expect((await browserOf(accounts()).post('/office/sign-in', { email: 'haslo@urzad.example', password: goodPassword })).status).toBe(422);
  });
});
