import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eraseContactAgain, eraseInstitutionAgain } from '#offers/index.ts';
import { contactOfInstitution, institutionAs } from '../../../test/institution.ts';
import { fromElsewhere } from '../../../test/office.ts';
import { formIn } from '../../../test/form-in.ts';
import { storeFor, type Place } from '../../../test/world.ts';

const lettersTo = (place: Place, email: string): Promise<{ subject: string; text: string }[]> =>
  place.db.read((reader) => reader.selectFrom('mails').select(['subject', 'textBody as text']).where('recipient', '=', email).orderBy('id').execute());
const linkIn = (letter: { text: string } | undefined): string => /https:\/\/koga\.example(\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
const contactsAt = (place: Place, institutionId: string) =>
  place.db.read((reader) => reader.selectFrom('contacts').selectAll().where('institutionId', '=', institutionId).orderBy('createdAt').execute());

describe('the data of an institution', () => {
  const store = storeFor('world');

  it.each([
    ['/pl/instytucja/dane', 'Dane instytucji', 'Zapisano.'],
    ['/en/institution/details', 'Institution details', 'Saved.'],
  ])('are changed by its people (%s)', async (path, title, saved) => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const page = await (await browser.get(path)).text();
    expect(page).toContain(title);
    const form = formIn(page, path).with({
      name: 'Muzeum Rzeki',
      kind: 'library',
      themes: ['education'],
      description: 'Dwie linie\r\ntekstu',
      url: 'muzeum.example',
      address: 'ul. Wodna 1',
    });
    const answer = await browser.post(path, form.pairs);
    expect(answer.status).toBe(303);
    expect(await (await browser.get(answer.headers.get('location') ?? '')).text()).toContain(saved);
    const kept = await store().db.read((reader) => reader.selectFrom('institutions').selectAll().where('id', '=', contact.institutionId).executeTakeFirst());
    expect(kept).toMatchObject({ name: 'Muzeum Rzeki', kind: 'library', themes: ['education'], description: 'Dwie linie\ntekstu', url: 'https://muzeum.example', version: 2 });
  });

  it('come back as typed where something is wrong', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const answer = await browser.post('/pl/instytucja/dane', {
      version: '1',
      name: '',
      kind: 'museum',
      description: 'x'.repeat(1001),
      url: 'javascript:alert(1)',
      address: 'ul. Nadbrzeżna 7',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Wpisz nazwę instytucji', 'Skróć opis', 'Wpisz adres strony', 'ul. Nadbrzeżna 7', 'x'.repeat(1001)]) expect(page).toContain(words);
  });

  it('are not overwritten by a form that was opened before somebody else changed them', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const first = formIn(await (await browser.get('/pl/instytucja/dane')).text(), '/pl/instytucja/dane');
    expect((await browser.post('/pl/instytucja/dane', first.with({ name: 'Pierwsza nazwa' }).pairs)).status).toBe(303);
    const stale = await browser.post('/pl/instytucja/dane', first.with({ name: 'Druga nazwa' }).pairs);
    expect(stale.status).toBe(409);
    const page = await stale.text();
    expect(page).toContain('Ktoś inny zmienił te dane');
    expect((await browser.post('/pl/instytucja/dane', formIn(page, '/pl/instytucja/dane').pairs)).status).toBe(303);
    const kept = await store().db.read((reader) => reader.selectFrom('institutions').select('name').where('id', '=', contact.institutionId).executeTakeFirst());
    expect(kept?.name).toBe('Druga nazwa');
  });

  it('are nobody else’s: whoever is not signed in is asked who they are, and gets a form back whole', async () => {
    const browser = await institutionAs(store(), null);
    for (const path of ['/pl/instytucja/dane', '/en/institution/people', '/pl/instytucja/moje-dane', '/pl/instytucja/moje-dane/pobierz', '/pl/instytucja/usun'])
      expect((await browser.get(path)).headers.get('location')).toMatch(/^\/(pl\/instytucja\/logowanie|en\/institution\/sign-in)\?to=/);
    const answer = await browser.post('/pl/instytucja/dane', { name: 'Wpisane i nie stracone' });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Wpisane i nie stracone');
  });

  it('are changed by no other site', async () => {
    const browser = await institutionAs(store(), await contactOfInstitution(store()));
    for (const path of ['/pl/instytucja/dane', '/pl/instytucja/osoby', '/pl/instytucja/moje-dane', '/pl/instytucja/moje-dane/usun', '/pl/instytucja/usun'])
      expect((await browser.post(path, {}, fromElsewhere)).status).toBe(403);
    expect((await browser.get('/pl/instytucja/osoby')).status).toBe(200);
  });

  it('have no other formats and no other methods', async () => {
    const browser = await institutionAs(store(), await contactOfInstitution(store()));
    expect((await browser.get('/pl/instytucja/osoby.json')).status).toBe(404);
  });
});

describe('the people of an institution', () => {
  const store = storeFor('world');

  it.each([
    ['pl', '/pl/instytucja/osoby', 'Zaproszenie', 'zaprasza Cię'],
    ['en', '/en/institution/people', 'Invitation', 'invites you'],
  ])('invite a colleague, who says yes and is in (%s)', async (_lang, path, title, invites) => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const email = `nowa-${contact.contactId}@muzeum.example`;
    const sent = [await browser.post(path, { contactName: 'Ewa Nowa', email }), await browser.post(path, { contactName: 'Ewa Nowa', email })];
    expect(sent.map((answer) => answer.headers.get('location'))).toEqual([`${path}?done=invited`, `${path}?done=invited`]);
    const letters = await lettersTo(store(), email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(invites);
    const link = linkIn(letters[0]);
    const colleague = await institutionAs(store(), null);
    expect(await (await colleague.get(link)).text()).toContain(title);
    const refused = await colleague.post(link, { contactName: 'Ewa Nowak-Rzeczna' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Ewa Nowak-Rzeczna"');
    expect((await colleague.post(link, { contactName: 'Ewa Nowak-Rzeczna', consent: 'yes' })).headers.get('location')).toMatch(/\?done=joined$/);
    expect(await (await colleague.get(path)).text()).toContain(contact.email);
    const [, kept] = await contactsAt(store(), contact.institutionId);
    expect(kept).toMatchObject({ name: 'Ewa Nowak-Rzeczna', source: 'colleague' });
    expect(kept?.consentAt).not.toBeNull();
  });

  it('are told what is wrong with an invitation', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const wrong = await browser.post('/pl/instytucja/osoby', { contactName: 'X', email: 'brak' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="brak"');
    const known = await browser.post('/pl/instytucja/osoby', { contactName: 'Anna Druga', email: contact.email.toUpperCase() });
    expect(known.status).toBe(422);
    expect(await known.text()).toContain('Ta osoba jest już na liście');
  });

  it('remove a colleague, whose sessions end and who is told', async () => {
    const contact = await contactOfInstitution(store());
    const colleague = await contactOfInstitution(store(), { institutionId: contact.institutionId, name: 'Jan Odchodzący' });
    const browser = await institutionAs(store(), contact);
    const theirs = await institutionAs(store(), colleague);
    const path = `/pl/instytucja/osoby/${colleague.contactId}/usun`;
    expect(await (await browser.get(path)).text()).toContain('Usunąć osobę: Jan Odchodzący?');
    expect(await contactsAt(store(), contact.institutionId)).toHaveLength(2);
    expect((await browser.post(path)).headers.get('location')).toBe('/pl/instytucja/osoby?done=removed');
    expect((await browser.post(path)).status).toBe(404);
    expect((await theirs.get('/pl/instytucja/osoby')).status).toBe(303);
    expect((await lettersTo(store(), colleague.email)).map((letter) => letter.subject)).toEqual([expect.stringContaining('Nie działasz już')]);
  });

  it('reach nobody of another institution by a number in the address', async () => {
    const stranger = await contactOfInstitution(store(), { institution: 'Obca' });
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    for (const id of [stranger.contactId, contact.contactId, '00000000-0000-7000-8000-000000000000', 'nic', "'; drop table contacts; --"]) {
      const path = `/pl/instytucja/osoby/${encodeURIComponent(id)}/usun`;
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.post(path)).status).toBe(404);
      expect((await browser.post(`/pl/instytucja/osoby/${encodeURIComponent(id)}/zaproszenie`)).status).toBe(404);
    }
    expect(await contactsAt(store(), stranger.institutionId)).toHaveLength(1);
  });
});

describe('one’s own data', () => {
  const store = storeFor('world');

  it('are changed, and come back as typed where something is wrong', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    expect(await (await browser.get('/en/institution/my-data')).text()).toContain(contact.email);
    expect((await browser.post('/pl/instytucja/moje-dane', { contactName: 'Anna Inna', lang: 'en' })).status).toBe(303);
    expect((await contactsAt(store(), contact.institutionId))[0]).toMatchObject({ name: 'Anna Inna', lang: 'en' });
    const wrong = await browser.post('/pl/instytucja/moje-dane', { contactName: 'A', lang: 'en' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="A"');
  });

  it('are taken along in one file, with nothing that opens a session', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const answer = await browser.get('/pl/instytucja/moje-dane/pobierz');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="moje-dane.json"');
    const text = await answer.text();
    const held = z
      .object({ person: z.object({ name: z.string(), email: z.string(), sessions: z.array(z.unknown()) }), institution: z.object({ name: z.string() }) })
      .parse(JSON.parse(text));
    expect(held).toMatchObject({ person: { name: contact.name, email: contact.email }, institution: { name: contact.institutionName } });
    expect(held.person.sessions).toHaveLength(1);
    expect(text).not.toMatch(/hash/i);
  });

  it('are erased after a question; the institution stays with the others', async () => {
    const contact = await contactOfInstitution(store());
    const other = await contactOfInstitution(store(), { institutionId: contact.institutionId, name: 'Zostaję Tutaj' });
    const browser = await institutionAs(store(), contact);
    await browser.post('/pl/instytucja/logowanie', { email: contact.email });
    const page = await (await browser.get('/pl/instytucja/moje-dane/usun')).text();
    expect(page).not.toContain('Poza Tobą nikt');
    expect(await contactsAt(store(), contact.institutionId)).toHaveLength(2);
    expect((await browser.post('/pl/instytucja/moje-dane/usun')).headers.get('location')).toBe('/pl/instytucja?done=selfErased');
    expect(browser.jar.size).toBe(0);
    expect((await browser.post('/pl/instytucja/moje-dane/usun')).headers.get('location')).toBe('/pl/instytucja');
    expect((await contactsAt(store(), contact.institutionId)).map((one) => one.id)).toEqual([other.contactId]);
    expect(await lettersTo(store(), contact.email)).toEqual([]);
    const lonely = await institutionAs(store(), other);
    expect(await (await lonely.get('/pl/instytucja/moje-dane/usun')).text()).toContain('Poza Tobą nikt');
  });

  it('of a whole institution are erased; its kind stays for the figures', async () => {
    const contact = await contactOfInstitution(store(), { institution: 'Znikające Muzeum' });
    const other = await contactOfInstitution(store(), { institutionId: contact.institutionId, institution: 'Znikające Muzeum', lang: 'en' });
    const browser = await institutionAs(store(), contact);
    expect(await (await browser.get('/en/institution/erase')).text()).toContain('Erase the institution’s account?');
    expect((await browser.post('/pl/instytucja/usun')).headers.get('location')).toBe('/pl/instytucja?done=institutionErased');
    expect((await browser.post('/pl/instytucja/usun')).status).toBe(303);
    expect(await contactsAt(store(), contact.institutionId)).toEqual([]);
    const left = await store().db.read((reader) => reader.selectFrom('institutions').selectAll().where('id', '=', contact.institutionId).executeTakeFirst());
    expect(left).toMatchObject({ name: null, folded: null, description: null, url: null, address: null, kind: 'museum', themes: ['culture'] });
    expect((await lettersTo(store(), other.email)).map((letter) => letter.subject)).toEqual([expect.stringContaining('has been erased')]);
    // A database that comes back from an older backup forgets them again.
    const log = await store().db.read((reader) => reader.selectFrom('erasures').select('what').where('subject', '=', contact.institutionId).execute());
    expect(log).toEqual([{ what: 'institution' }]);
    expect(await eraseInstitutionAgain(store().db, contact.institutionId, new Date())).toBe(false);
    const back = await contactOfInstitution(store(), { institution: 'Powraca z kopii' });
    expect(await eraseContactAgain(store().db, back.contactId, new Date())).toBe(true);
    expect(await eraseInstitutionAgain(store().db, back.institutionId, new Date())).toBe(true);
    expect(await lettersTo(store(), back.email)).toEqual([]);
    const audit = await store().db.read((reader) => reader.selectFrom('audit').select(['action', 'about']).where('about', '=', contact.institutionId).execute());
    expect(audit).toEqual([{ action: 'erase institution', about: contact.institutionId }]);
  });
});
