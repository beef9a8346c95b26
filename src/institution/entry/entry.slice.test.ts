import { describe, expect, it } from 'vitest';
import { forgetContacts } from '#offers/index.ts';
import { worldNow } from '../../../test/database.ts';
import { contactOfInstitution, institutionAs } from '../../../test/institution.ts';
import { formIn } from '../../../test/form-in.ts';
import { fromElsewhere } from '../../../test/office.ts';
import { storeFor, type Place } from '../../../test/world.ts';

const hourMs = 3_600_000;
const after = (ms: number) => () => new Date(worldNow.getTime() + ms);

const lettersTo = (place: Place, email: string): Promise<{ subject: string; text: string }[]> =>
  place.db.read((reader) => reader.selectFrom('mails').select(['subject', 'textBody as text']).where('recipient', '=', email).orderBy('id').execute());

const linkIn = (letter: { text: string } | undefined): string => /https:\/\/koga\.example(\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';

const registration = (email: string, more: Record<string, string> = {}): [string, string][] => [
  ...Object.entries({ name: `Muzeum ${email}`, kind: 'museum', contactName: 'Anna Testowa', email, consent: 'yes', ...more }),
  ['themes', 'culture'],
  ['themes', 'heritage'],
];

describe('an institution that registers', () => {
  const store = storeFor('world');

  it.each([
    ['pl', '/pl/instytucja/rejestracja', 'Rejestracja instytucji', 'Potwierdź rejestrację'],
    ['en', '/en/institution/registration', 'Registration of an institution', 'Confirm the registration'],
  ])('is confirmed by the link in the letter (%s)', async (lang, path, title, subject) => {
    const email = `nowe-${lang}@muzeum.example`;
    const browser = await institutionAs(store(), null);
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain(title);
    const answer = await browser.post(path, registration(email));
    expect(answer.status).toBe(303);
    expect((await browser.get(answer.headers.get('location') ?? '')).status).toBe(200);
    const [letter] = await lettersTo(store(), email);
    expect(letter?.subject).toContain(subject);
    const link = linkIn(letter);
    expect(link).toMatch(new RegExp(`^/${lang}/`));
    // A program that looks through mails only follows the link.
    expect(await (await browser.get(link)).text()).toContain(`Muzeum ${email}`);
    const before = await store().db.read((reader) => reader.selectFrom('contacts').select('confirmedAt').where('email', '=', email).executeTakeFirst());
    expect(before?.confirmedAt).toBeNull();
    const taken = await browser.post(link);
    expect(taken.status).toBe(303);
    expect(taken.headers.getSetCookie()[0]).toMatch(/^__Host-koga-institution=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const own = await (await browser.get(taken.headers.get('location') ?? '')).text();
    expect(own).toContain(`Muzeum ${email}`);
    const kept = await store().db.read((reader) =>
      reader
        .selectFrom('institutions')
        .innerJoin('contacts', 'contacts.institutionId', 'institutions.id')
        .select(['institutions.kind', 'institutions.themes', 'institutions.confirmedAt', 'contacts.consentAt'])
        .where('contacts.email', '=', email)
        .executeTakeFirst(),
    );
    expect(kept).toMatchObject({ kind: 'museum', themes: ['culture', 'heritage'] });
    expect(kept?.confirmedAt).not.toBeNull();
    expect(kept?.consentAt).not.toBeNull();
  });

  it('gets the form back with everything it typed, and what is wrong', async () => {
    const browser = await institutionAs(store(), null);
    const answer = await browser.post('/pl/instytucja/rejestracja', registration('to nie adres', { name: 'Galeria „Pod <Kogą>”', kind: 'ship', consent: '' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('<title>Błąd:');
    expect(page).toContain('value="Galeria „Pod &lt;Kogą&gt;”"');
    expect(page).toContain('value="to nie adres"');
    expect(page).toMatch(/value="heritage" checked/);
    for (const words of ['Wybierz rodzaj instytucji', 'Wpisz adres e-mail w postaci', 'Zaznacz zgodę']) expect(page).toContain(words);
    expect(await lettersTo(store(), 'to nie adres')).toEqual([]);
  });

  it('is one, however often the button is pressed', async () => {
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.1');
    const answers = [
      await browser.post('/pl/instytucja/rejestracja', registration('dwa@razy.example')),
      await browser.post('/pl/instytucja/rejestracja', registration('dwa@razy.example')),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await lettersTo(store(), 'dwa@razy.example')).toHaveLength(1);
    const rows = await store().db.read((reader) => reader.selectFrom('contacts').select('id').where('email', '=', 'dwa@razy.example').execute());
    expect(rows).toHaveLength(1);
  });

  it('is not told whether it was known: the letter says so', async () => {
    const known = await contactOfInstitution(store(), { institution: 'Biblioteka znana', email: 'znana@biblioteka.example' });
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.2');
    const answer = await browser.post('/pl/instytucja/rejestracja', registration(known.email, { name: 'biblioteka ZNANA' }));
    const fresh = await browser.post('/pl/instytucja/rejestracja', registration('swieza@biblioteka.example'));
    expect([answer.status, answer.headers.get('location')]).toEqual([fresh.status, fresh.headers.get('location')]);
    const [letter] = await lettersTo(store(), known.email);
    expect(letter?.subject).toContain('już zarejestrowana');
    expect((await browser.post(linkIn(letter))).status).toBe(303);
  });

  it('cannot come from another site, nor from a program that fills in every field', async () => {
    const browser = await institutionAs(store(), null);
    expect((await browser.post('/pl/instytucja/rejestracja', registration('obcy@site.example'), fromElsewhere)).status).toBe(403);
    expect((await browser.post('/pl/instytucja/rejestracja', registration('robot@site.example', { website: 'https://spam.example' }))).status).toBe(422);
    for (const email of ['obcy@site.example', 'robot@site.example']) expect(await lettersTo(store(), email)).toEqual([]);
  });

  it('cannot fill a mailbox', async () => {
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.3');
    const statuses: number[] = [];
    for (const n of [1, 2, 3, 4]) statuses.push((await browser.post('/pl/instytucja/rejestracja', registration('pelna@skrzynka.example', { name: `Szkoła ${n}` }))).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
    const [one] = await store().db.read((reader) => reader.selectFrom('contactTries').selectAll().execute());
    expect(one?.key).toMatch(/^[\w-]{43}$/);
  });

  it('goes on to where it was going', async () => {
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.8');
    const door = await browser.get('/pl/instytucja/logowanie?to=%2Fpl%2Finstytucja%2Fosoby');
    const path = '/pl/instytucja/rejestracja?to=%2Fpl%2Finstytucja%2Fosoby';
    expect(await door.text()).toContain(`href="${path}"`);
    const form = formIn(await (await browser.get(path)).text(), '/pl/instytucja/rejestracja');
    expect(form.get('to')).toBe('/pl/instytucja/osoby');
    await browser.post('/pl/instytucja/rejestracja', registration('dalej@muzeum.example', { to: '/pl/instytucja/osoby' }));
    expect((await browser.post(linkIn((await lettersTo(store(), 'dalej@muzeum.example'))[0]))).headers.get('location')).toBe('/pl/instytucja/osoby');
  });

  it('is forgotten where nobody confirms it', async () => {
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.4');
    await browser.post('/pl/instytucja/rejestracja', registration('milczy@szkola.example'));
    await forgetContacts(store().db, new Date(worldNow.getTime() + 13 * 24 * hourMs));
    const held = () => store().db.read((reader) => reader.selectFrom('contacts').select('id').where('email', '=', 'milczy@szkola.example').execute());
    expect(await held()).toHaveLength(1);
    await forgetContacts(store().db, new Date(worldNow.getTime() + 15 * 24 * hourMs));
    expect(await held()).toEqual([]);
    const rest = await store().db.read((reader) => reader.selectFrom('institutions').select('name').where('name', '=', 'Muzeum milczy@szkola.example').execute());
    expect(rest).toEqual([]);
  });
});

describe('a link in a letter', () => {
  const store = storeFor('world');

  const letterFor = async (email: string, now: () => Date = () => worldNow): Promise<string> => {
    const browser = await institutionAs(store(), null, now, '198.51.100.20');
    const answer = await browser.post('/pl/instytucja/logowanie', { email });
    expect(answer.headers.get('location')).toBe('/pl/instytucja/logowanie/wyslano');
    return linkIn((await lettersTo(store(), email)).at(-1));
  };

  it('signs in once; used again it says so plainly', async () => {
    const contact = await contactOfInstitution(store());
    const link = await letterFor(contact.email.toUpperCase().toLowerCase());
    const browser = await institutionAs(store(), null);
    expect((await browser.post(link)).headers.get('location')).toBe('/pl/instytucja?done=signedIn');
    expect((await browser.get('/pl/instytucja/moje-dane')).status).toBe(200);
    const other = await institutionAs(store(), null);
    const again = await other.post(link);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('Ten odsyłacz został już użyty');
    expect((await other.get(link)).status).toBe(410);
    expect(other.jar.size).toBe(0);
  });

  it('of two that are used at the same time opens one session', async () => {
    const contact = await contactOfInstitution(store());
    const link = await letterFor(contact.email);
    const browsers = await Promise.all([institutionAs(store(), null), institutionAs(store(), null)]);
    const statuses = await Promise.all(browsers.map(async (browser) => (await browser.post(link)).status));
    expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 410]);
  });

  it('has an end', async () => {
    const contact = await contactOfInstitution(store());
    const link = await letterFor(contact.email);
    const late = await institutionAs(store(), null, after(2 * hourMs));
    const answer = await late.post(link);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('Ten odsyłacz stracił ważność');
    expect((await (await institutionAs(store(), null, after(2 * hourMs - 1000))).post(link)).status).toBe(303);
  });

  it('that never was is not there', async () => {
    const browser = await institutionAs(store(), null);
    const answer = await browser.get(`/en/institution/link/${'x'.repeat(43)}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such link');
  });

  it('leads on to where somebody was going, but never to another site', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.21');
    const door = await browser.get('/pl/instytucja/osoby');
    expect(door.headers.get('location')).toBe('/pl/instytucja/logowanie?to=%2Fpl%2Finstytucja%2Fosoby');
    await browser.post('/pl/instytucja/logowanie', { email: contact.email, to: '/pl/instytucja/osoby' });
    expect((await browser.post(linkIn((await lettersTo(store(), contact.email)).at(-1)))).headers.get('location')).toBe('/pl/instytucja/osoby');
    await browser.post('/pl/instytucja/logowanie', { email: contact.email, to: '//evil.example/pl/' });
    const link = linkIn((await lettersTo(store(), contact.email)).at(-1));
    expect(link).not.toContain('evil');
    expect((await browser.post(`${link}?to=//evil.example/`)).headers.get('location')).toBe('/pl/instytucja?done=signedIn');
  });
});

describe('the door of institutions', () => {
  const store = storeFor('world');

  it('answers the same, and does the same, for an address that nobody has', async () => {
    const contact = await contactOfInstitution(store(), { lang: 'en' });
    const browser = await institutionAs(store(), null);
    const answers = [await browser.post('/en/institution/sign-in', { email: contact.email }), await browser.post('/en/institution/sign-in', { email: 'nobody@muzeum.example' })];
    const told = answers.map((answer) => [answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]);
    expect(told[0]).toEqual([303, '/en/institution/sign-in/sent', null]);
    expect(told[1]).toEqual(told[0]);
    const [known] = await lettersTo(store(), contact.email);
    const [unknown] = await lettersTo(store(), 'nobody@muzeum.example');
    expect(known?.text).toContain('/en/institution/link/');
    expect(unknown?.text).toContain('not recorded with any institution');
    expect(unknown?.text).not.toContain('/link/');
    const links = await store().db.read((reader) => reader.selectFrom('contactLinks').select('contactId').execute());
    expect(links).toEqual([{ contactId: contact.contactId }]);
  });

  it('lists a link for each institution where somebody works for several', async () => {
    await contactOfInstitution(store(), { institution: 'Teatr A', email: 'wiele@teatr.example' });
    await contactOfInstitution(store(), { institution: 'Teatr B', email: 'wiele@teatr.example' });
    const browser = await institutionAs(store(), null, () => worldNow, '198.51.100.5');
    await browser.post('/pl/instytucja/logowanie', { email: 'wiele@teatr.example' });
    const letters = await lettersTo(store(), 'wiele@teatr.example');
    expect(letters).toHaveLength(1);
    const links = [...(letters[0]?.text ?? '').matchAll(/https:\/\/koga\.example(\/\S+)/g)].map((match) => match[1] ?? '');
    expect(links).toHaveLength(2);
    await browser.post(links[1] ?? '');
    expect(await (await browser.get('/pl/instytucja')).text()).toContain('Teatr B');
  });

  it('limits how many letters are asked for, for known and unknown addresses alike', async () => {
    const contact = await contactOfInstitution(store());
    const statuses = async (email: string, address: string): Promise<number[]> => {
      const browser = await institutionAs(store(), null, () => worldNow, address);
      const all: number[] = [];
      for (let n = 0; n < 4; n += 1) all.push((await browser.post('/pl/instytucja/logowanie', { email })).status);
      return all;
    };
    expect(await statuses(contact.email, '198.51.100.6')).toEqual([303, 303, 303, 429]);
    expect(await statuses('nikt-taki@muzeum.example', '198.51.100.7')).toEqual([303, 303, 303, 429]);
  });

  it('gives a wrong address back, and takes nothing from another site', async () => {
    const browser = await institutionAs(store(), null);
    const answer = await browser.post('/pl/instytucja/logowanie', { email: 'to nie', to: '/pl/instytucja/osoby' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="to nie"');
    expect(page).toContain('value="/pl/instytucja/osoby"');
    expect((await browser.post('/pl/instytucja/logowanie', { email: 'a@b.example' }, fromElsewhere)).status).toBe(403);
  });

  it('closes by itself after thirty days, on signing out, and everywhere at once', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const other = await institutionAs(store(), contact);
    const token = [...browser.jar.values()][0] ?? '';
    const later = await institutionAs(store(), null, after(30 * 24 * hourMs));
    later.jar.set('__Host-koga-institution', token);
    expect((await later.get('/pl/instytucja/osoby')).status).toBe(303);
    expect((await browser.get('/pl/instytucja/osoby')).status).toBe(200);
    expect((await browser.post('/pl/instytucja/wyloguj', {}, fromElsewhere)).status).toBe(403);
    const out = await browser.post('/pl/instytucja/wyloguj');
    expect(out.headers.get('location')).toBe('/pl/instytucja?done=signedOut');
    expect(browser.jar.size).toBe(0);
    browser.jar.set('__Host-koga-institution', token);
    expect((await browser.get('/pl/instytucja/osoby')).status).toBe(303);
    expect((await other.get('/pl/instytucja/osoby')).status).toBe(200);
    const third = await institutionAs(store(), contact);
    await third.post('/en/institution/sign-out', { everywhere: 'yes' });
    expect((await other.get('/pl/instytucja/osoby')).status).toBe(303);
  });

  it('keeps only hashes of what opens it', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const token = [...browser.jar.values()][0] ?? '';
    const rows = await store().db.read((reader) => reader.selectFrom('contactSessions').select('tokenHash').where('contactId', '=', contact.contactId).execute());
    expect(rows).toHaveLength(1);
    expect(rows[0]?.tokenHash).not.toBe(token);
  });
});
