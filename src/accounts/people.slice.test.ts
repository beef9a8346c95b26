import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOver, browserOf, goodPassword, joined, withCodes, type Browser } from '../../test/accounts.ts';
import { person, storeFor, type Place } from '../../test/world.ts';
import { changeRoles, firstAdministratorLink, inviteByOperator, type Accounts, type Role, type SignedIn } from './index.ts';

const hourMs = 3_600_000;

function office(store: () => Place): { accounts: () => Accounts; later: (hours: number) => void } {
  let ahead = 0;
  let made: Accounts | undefined;
  beforeAll(() => {
    made = accountsOver(store(), { now: () => new Date(Date.now() + ahead) });
  });
  afterAll(() => made?.close());
  return {
    accounts: () => {
      if (made === undefined) throw new Error('the accounts are there only while tests run');
      return made;
    },
    later: (hours) => {
      ahead += hours * hourMs;
    },
  };
}

/** Somebody with a second factor, as people who publish or administer have. */
async function strong(accounts: Accounts, email: string, roles: Role[], name?: string): Promise<{ browser: Browser; actorId: string }> {
  const come = await joined(accounts, email, roles, name);
  await withCodes(come.browser);
  return come;
}

const linkIn = (html: string): string => /data-one-time-link="">https:\/\/koga\.example([^<]+)</.exec(html)?.[1] ?? '';
const auditOf = (accounts: Accounts) => accounts.db.read((reader) => reader.selectFrom('audit').select(['action', 'about', 'actorId']).orderBy('id').execute());

describe('an invitation', () => {
  const { accounts, later } = office(storeFor('world'));
  const invited = async (email: string | null = null): Promise<string> => {
    const made = await inviteByOperator(accounts().db, { email, roles: ['editor'], at: accounts().now() });
    return made.ok ? made.value.path : '';
  };

  it('opens the office once', async () => {
    const path = await invited('raz@urzad.example');
    expect((await browserOf(accounts()).post(path, { name: 'Jan Raz', password: goodPassword })).status).toBe(303);
    expect((await browserOf(accounts()).get(path)).status).toBe(410);
    expect((await browserOf(accounts()).post(path, { name: 'Jan Dwa', password: goodPassword })).status).toBe(410);
  });

  it('used twice at the same time lets one in', async () => {
    const path = await invited('naraz@urzad.example');
    const answers = await Promise.all([1, 2, 3].map(() => browserOf(accounts()).post(path, { name: 'Jan Naraz', password: goodPassword })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(2);
  });

  it('is too old after its time', async () => {
    const path = await invited('pozno@urzad.example');
    later(25);
    expect((await browserOf(accounts()).post(path, { name: 'Jan Późny', password: goodPassword })).status).toBe(410);
  });

  it('asks for a name, an address that nobody else has, and a password that is hard to guess, and keeps what was typed', async () => {
    await joined(accounts(), 'zajety@urzad.example');
    const path = await invited();
    for (const [fields, words] of [
      [{ name: '', email: 'nowy@urzad.example', password: goodPassword }, 'Podaj imię i nazwisko.'],
      [{ name: 'Ola Nowa', email: 'nie adres', password: goodPassword }, 'Podaj adres e-mail w postaci'],
      [{ name: 'Ola Nowa', email: 'Zajety@urzad.example', password: goodPassword }, 'Tego adresu nie można tu użyć.'],
      [{ name: 'Ola Nowa', email: 'nowy@urzad.example', password: 'krótkie' }, 'co najmniej 12 znaków'],
      [{ name: 'Ola Nowa', email: 'nowy@urzad.example', password: 'password12345' }, 'łatwo odgadnąć'],
      [{ name: 'Ola Nowa', email: 'nowy@urzad.example', password: 'aaaaaaaaaaaaaaaa' }, 'łatwo odgadnąć'],
    ] as const) {
      const answer = await browserOf(accounts()).post(path, fields);
      const html = await answer.text();
      expect([answer.status, html.includes(words), html.includes(`value="${fields.email}"`)]).toEqual([422, true, true]);
      expect(html).not.toContain(fields.password === goodPassword ? goodPassword : `value="${fields.password}"`);
    }
    expect((await browserOf(accounts()).post(path, { name: 'Ola Nowa', email: 'nowy@urzad.example', password: goodPassword })).status).toBe(303);
  });

  it('for the first administrator is made anew at each start until somebody has come', async () => {
    const first = await firstAdministratorLink(accounts().db, accounts().now());
    const second = await firstAdministratorLink(accounts().db, accounts().now());
    expect((await browserOf(accounts()).get(first ?? '')).status).toBe(410);
    const browser = browserOf(accounts());
    expect((await browser.post(second ?? '', { name: 'Anna Pierwsza', email: 'anna@urzad.example', password: goodPassword })).status).toBe(303);
    expect(await firstAdministratorLink(accounts().db, accounts().now())).toBe(null);
    expect((await browser.get('/office/people')).status).toBe(200);
  });

  it('finds again who came back with an export, where there are no accounts', async () => {
    const { id } = await person(accounts().db, 'Wanda Wracająca');
    await accounts().db.write((tx) => tx.updateTable('people').set({ email: 'wraca@urzad.example' }).where('actorId', '=', id).execute());
    const made = await inviteByOperator(accounts().db, { email: 'Wraca@urzad.example', roles: ['editor'], at: accounts().now() });
    expect(made).toMatchObject({ ok: true, value: { actorId: id } });
  });

  it('is nowhere in the database', async () => {
    const path = await invited('ukryty@urzad.example');
    const token = path.split('/').at(-1) ?? '';
    const rows = await accounts().db.read((reader) => sql<{ row: string }>`select t::text as row from one_time_links t`.execute(reader));
    expect(rows.rows.length).toBeGreaterThan(0);
    expect(rows.rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('the people of the office', () => {
  const { accounts } = office(storeFor('world'));
  let admin: { browser: Browser; actorId: string };
  const personOf = async ({ jar }: Browser): Promise<SignedIn> => {
    const found = await accounts().whoIs(new Request('https://koga.example/office', { headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } }));
    if (found === null) throw new Error('nobody has signed in');
    return found;
  };
  beforeAll(async () => {
    admin = await strong(accounts(), 'szefowa@urzad.example', ['administrator'], 'Barbara Szefowa');
  });

  it('are looked after by administrators only, and changed only with a second factor', async () => {
    for (const [index, role] of (['reader', 'editor', 'publisher', 'assessor', 'offers-coordinator'] as const).entries()) {
      const { browser } = await strong(accounts(), `rola${index}@urzad.example`, [role]);
      expect((await browser.get('/office/people')).status).toBe(403);
      expect((await browser.post('/office/people', { email: 'ktos@urzad.example' })).status).toBe(403);
      expect((await browser.post(`/office/people/${admin.actorId}/roles`, { roles: 'editor' })).status).toBe(403);
    }
    const { browser: weak } = await joined(accounts(), 'bezkodu@urzad.example', ['administrator']);
    expect((await weak.get('/office/people')).status).toBe(200);
    const refused = await weak.post('/office/people', { email: 'ktos@urzad.example' });
    expect(refused.status).toBe(403);
    expect((await auditOf(accounts())).findLast((row) => row.action === 'refused')?.about).toBe('POST /office/people: needs second-factor');
    const { rows } = await accounts().pool.query<{ id: string }>(`select actor_id as id from public.people where email = 'bezkodu@urzad.example'`);
    expect((await admin.browser.post(`/office/people/${rows[0]?.id}/access`, { act: 'deactivate' })).status).toBe(303);
  });

  it('are invited with a link that is shown once; the form sent twice makes one person', async () => {
    const html = await (await admin.browser.get('/office/people/new')).text();
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const fields: [string, string][] = [
      ['id', id],
      ['email', 'Zaproszony@Urzad.example'],
      ['name', ''],
      ['roles', 'editor'],
      ['roles', 'publisher'],
      ['lang', 'pl'],
    ];
    const answer = await admin.browser.post('/office/people', fields);
    expect(answer.status).toBe(200);
    const link = linkIn(await answer.text());
    expect((await admin.browser.post('/office/people', fields)).status).toBe(422);
    const again = await admin.browser.post('/office/people', { ...Object.fromEntries(fields), id: '' });
    expect(await again.text()).toContain('Ten adres ma już inna osoba w biurze.');
    const list = await (await admin.browser.get('/office/people')).text();
    expect(list.match(/zaproszony@urzad\.example/g)?.length).toBeGreaterThan(0);
    expect(list).not.toContain(link);
    const browser = browserOf(accounts());
    expect(await (await browser.get(link)).text()).toContain('zaproszony@urzad.example');
    expect((await browser.post(link, { name: 'Piotr Zaproszony', password: goodPassword })).status).toBe(303);
    expect(await (await browser.get('/office/account')).text()).toContain('redaktor, zatwierdzający');
  });

  it('whose invitation is withdrawn cannot come', async () => {
    const answer = await admin.browser.post('/office/people', { email: 'cofniety@urzad.example', roles: 'editor', lang: 'pl' });
    const link = linkIn(await answer.text());
    const { rows } = await accounts().pool.query<{ id: string }>(`select actor_id as id from public.people where email = 'cofniety@urzad.example'`);
    expect((await admin.browser.post(`/office/people/${rows[0]?.id}/erase`)).status).toBe(303);
    expect((await browserOf(accounts()).get(link)).status).toBe(410);
  });

  it('always have an administrator: the last one keeps the role, even where two step back at the same time', async () => {
    const refused = await admin.browser.post(`/office/people/${admin.actorId}/roles`, { roles: 'editor' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('To ostatni administrator.');
    expect((await admin.browser.post(`/office/people/${admin.actorId}/access`, { act: 'deactivate' })).status).toBe(422);
    const second = await strong(accounts(), 'zastepca@urzad.example', ['administrator']);
    const [one, two] = await Promise.all([personOf(admin.browser), personOf(second.browser)]);
    const answers = await Promise.all([
      changeRoles(accounts(), { by: one, actorId: two.actorId, roles: ['editor'] }),
      changeRoles(accounts(), { by: two, actorId: one.actorId, roles: ['editor'] }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.refusal)).toSorted()).toEqual(['done', 'lastAdministrator']);
    const held = await accounts().db.read((reader) =>
      reader
        .selectFrom('accountRoles')
        .innerJoin('staff', 'staff.actorId', 'accountRoles.actorId')
        .select('staff.actorId')
        .where('role', '=', 'administrator')
        .where('deactivatedAt', 'is', null)
        .execute(),
    );
    expect(held).toHaveLength(1);
    if (held[0]?.actorId === second.actorId) await second.browser.post(`/office/people/${admin.actorId}/roles`, { roles: 'administrator' });
    else await admin.browser.post(`/office/people/${second.actorId}/roles`, { roles: 'administrator' });
  });

  it('who are switched off are out at once and cannot come back until they are switched on', async () => {
    const { browser, actorId } = await joined(accounts(), 'wylaczony@urzad.example');
    await admin.browser.post(`/office/people/${actorId}/access`, { act: 'deactivate' });
    expect((await browser.get('/office/account')).status).toBe(303);
    const tried = await browser.post('/office/sign-in', { email: 'wylaczony@urzad.example', password: goodPassword });
    expect([tried.status, tried.headers.getSetCookie()]).toEqual([422, []]);
    await admin.browser.post(`/office/people/${actorId}/access`, { act: 'activate' });
    expect((await browser.post('/office/sign-in', { email: 'wylaczony@urzad.example', password: goodPassword })).status).toBe(303);
    await admin.browser.post(`/office/people/${actorId}/access`, { act: 'endSessions' });
    expect((await browser.get('/office/account')).status).toBe(303);
  });

  it('get a link to a new password, which ends their sessions', async () => {
    const { browser, actorId } = await joined(accounts(), 'zapomnial@urzad.example');
    const link = linkIn(await (await admin.browser.post(`/office/people/${actorId}/access`, { act: 'link' })).text());
    const fresh = browserOf(accounts());
    expect((await fresh.post(link, { password: 'całkiem nowe hasło' })).headers.get('location')).toBe('/office/sign-in?done=passwordSet');
    expect((await browser.get('/office/account')).status).toBe(303);
    expect((await fresh.post('/office/sign-in', { email: 'zapomnial@urzad.example', password: 'całkiem nowe hasło' })).status).toBe(303);
  });

  it('who lost their phone start anew', async () => {
    const { actorId } = await strong(accounts(), 'telefon@urzad.example', ['editor']);
    await admin.browser.post(`/office/people/${actorId}/access`, { act: 'removeSecond' });
    const browser = browserOf(accounts());
    expect((await browser.post('/office/sign-in', { email: 'telefon@urzad.example', password: goodPassword })).headers.get('location')).toBe('/office');
  });

  it('are renamed, and two never have the same address', async () => {
    const { actorId } = await joined(accounts(), 'stary@urzad.example', ['editor'], 'Jan Stary');
    expect((await admin.browser.post(`/office/people/${actorId}`, { name: 'Jan Nowszy', email: 'szefowa@urzad.example' })).status).toBe(422);
    expect((await admin.browser.post(`/office/people/${actorId}`, { name: 'Jan Nowszy', email: 'nowszy@urzad.example' })).status).toBe(303);
    expect((await browserOf(accounts()).post('/office/sign-in', { email: 'nowszy@urzad.example', password: goodPassword })).status).toBe(303);
  });

  it('are forgotten: name, address and account go, and what they did stays', async () => {
    const { browser, actorId } = await joined(accounts(), 'znika@urzad.example', ['editor'], 'Jan Znikający');
    expect(await (await admin.browser.get(`/office/people/${actorId}/erase`)).text()).toContain('Usunąć dane: Jan Znikający?');
    expect((await admin.browser.post(`/office/people/${actorId}/erase`)).status).toBe(303);
    expect((await browser.get('/office/account')).status).toBe(303);
    const everything = await accounts().db.read(async (reader) => {
      const tables = await sql<{
        name: string;
      }>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'accounts')`.execute(reader);
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const rows = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t where t::text ilike any (array['%znika%'])`.execute(reader);
        found.push(...rows.rows.map(({ row }) => `${name}: ${row}`));
      }
      return found;
    });
    expect(everything).toEqual([]);
    const acts = (await auditOf(accounts())).filter((row) => row.actorId === actorId).map((row) => row.action);
    expect(acts).toContain('accept invitation');
    expect((await admin.browser.post(`/office/people/${admin.actorId}/erase`)).status).toBe(422);
  });
});
