import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { formIn } from '../../../test/form-in.ts';
import { contactOfInstitution, institutionAs } from '../../../test/institution.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const places = '/office/institutions';
const numberIn = (answer: Response): string => /\/office\/institutions\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

describe('institutions in the office', () => {
  const store = storeFor('world');
  let coordinator: SignedIn;
  beforeAll(async () => {
    coordinator = await colleague(store(), 'Kora Koordynatorka', ['offers-coordinator']);
  });

  const find = (id: string) => store().db.read((reader) => reader.selectFrom('institutions').selectAll().where('id', '=', id).executeTakeFirst());
  const people = (id: string) => store().db.read((reader) => reader.selectFrom('contacts').selectAll().where('institutionId', '=', id).execute());
  const mailsTo = (email: string) => store().db.read((reader) => reader.selectFrom('mails').select(['subject', 'textBody']).where('recipient', '=', email).execute());
  const acts = (id: string) => store().db.read((reader) => reader.selectFrom('audit').select('action').where('about', '=', id).orderBy('id').execute());

  const enter = async (name: string, more: Record<string, string> = {}): Promise<string> => {
    const office = officeAs(store(), coordinator);
    const form = formIn(await (await office.get(`${places}/new`)).text(), places).with({ name, kind: 'school', ...more });
    return numberIn(await office.post(places, form.pairs));
  };

  it('are entered by the office, once, and nobody is written to', async () => {
    const office = officeAs(store(), coordinator);
    const page = await (await office.get(`${places}/new`)).text();
    const form = formIn(page, places).with({
      name: 'Szkoła wpisana',
      kind: 'school',
      themes: ['education', 'climate'],
      contactName: 'Sekretariat',
      email: 'sekretariat@szkola.example',
    });
    const answers = [await office.post(places, form.pairs), await office.post(places, form.pairs)];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    const id = numberIn(answers[0] ?? new Response());
    expect(numberIn(answers[1] ?? new Response())).toBe(id);
    expect(await find(id)).toMatchObject({ name: 'Szkoła wpisana', source: 'office', themes: ['climate', 'education'] });
    expect(await people(id)).toMatchObject([{ name: 'Sekretariat', consentAt: null, confirmedAt: null, source: 'office' }]);
    expect(await mailsTo('sekretariat@szkola.example')).toEqual([]);
    expect(await acts(id)).toEqual([{ action: 'enter institution' }, { action: 'enter contact' }]);
  });

  it('come back as typed where something is wrong', async () => {
    const office = officeAs(store(), coordinator);
    const answer = await office.post(places, { name: 'x', kind: '', contactName: 'Ktoś Bez Adresu', email: '' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Wpisz nazwę instytucji', 'Wybierz rodzaj', 'Wpisz adres e-mail', 'value="Ktoś Bez Adresu"']) expect(page).toContain(words);
  });

  it('are found by name, kind, theme and state', async () => {
    await contactOfInstitution(store(), { institution: 'Łódzka Galeria Żagli', kind: 'other', themes: ['film'] });
    const office = officeAs(store(), coordinator);
    const found = async (query: string): Promise<boolean> => (await (await office.get(`${places}?${query}`)).text()).includes('Łódzka Galeria Żagli');
    expect(await found('q=lodzka%20zagl&kind=other&theme=film&state=active')).toBe(false);
    expect(await found('q=galeria&kind=other&theme=film&state=active')).toBe(true);
    for (const query of ['kind=school', 'theme=peace', 'state=waiting', 'q=nic']) expect(await found(query)).toBe(false);
    expect(await found('kind=nonsense&page=-3&theme=')).toBe(true);
    const english = officeAs(store(), { ...coordinator, lang: 'en' });
    expect(await (await english.get(`${places}?q=nothing+at+all`)).text()).toContain('No institution matches');
  });

  it('are changed, but not over what somebody else changed meanwhile', async () => {
    const id = await enter('Szkoła zmieniana');
    const office = officeAs(store(), coordinator);
    const form = formIn(await (await office.get(`${places}/${id}`)).text(), `${places}/${id}`);
    expect((await office.post(`${places}/${id}`, form.with({ name: 'Szkoła po zmianie' }).pairs)).status).toBe(303);
    expect((await office.post(`${places}/${id}`, form.with({ name: 'Szkoła spóźniona' }).pairs)).status).toBe(409);
    expect((await office.post(`${places}/${id}`, form.with({ name: '' }).pairs)).status).toBe(422);
    expect((await find(id))?.name).toBe('Szkoła po zmianie');
  });

  it('have people added and invited, who then say yes themselves', async () => {
    const id = await enter('Szkoła zapraszana');
    const office = officeAs(store(), coordinator);
    const add = { contactName: 'Dyrekcja', email: 'dyrekcja@zapraszana.example' };
    expect((await office.post(`${places}/${id}/people`, add)).status).toBe(303);
    expect((await office.post(`${places}/${id}/people`, add)).status).toBe(303);
    expect((await office.post(`${places}/${id}/people`, { ...add, contactName: 'Inna Osoba' })).status).toBe(422);
    const [person] = await people(id);
    expect(await people(id)).toHaveLength(1);
    const invite = `${places}/${id}/people/${person?.id ?? ''}/invitation`;
    expect((await office.post(invite)).status).toBe(303);
    expect((await office.post(invite)).status).toBe(303);
    const mails = await mailsTo(add.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.textBody).toContain('Urząd zaprasza Cię');
    const link = /https:\/\/koga\.example(\/\S+)/.exec(mails[0]?.textBody ?? '')?.[1] ?? '';
    const browser = await institutionAs(store(), null);
    expect((await browser.post(link, { contactName: 'Dyrekcja Szkoły' })).status).toBe(422);
    expect((await browser.post(link, { contactName: 'Dyrekcja Szkoły', consent: 'yes' })).status).toBe(303);
    expect((await office.post(invite)).status).toBe(404);
  });

  it('are switched off and on: nobody comes in meanwhile', async () => {
    const contact = await contactOfInstitution(store());
    const browser = await institutionAs(store(), contact);
    const office = officeAs(store(), coordinator);
    await office.post(`${places}/${contact.institutionId}/access`, { active: 'no' });
    expect((await browser.get('/pl/instytucja/osoby')).status).toBe(303);
    await browser.post('/pl/instytucja/logowanie', { email: contact.email });
    expect((await mailsTo(contact.email))[0]?.textBody).toContain('nie jest on zapisany');
    await office.post(`${places}/${contact.institutionId}/access`, { active: 'yes' });
    const again = await institutionAs(store(), contact);
    expect((await again.get('/pl/instytucja/osoby')).status).toBe(200);
    expect(await acts(contact.institutionId)).toEqual([{ action: 'deactivate institution' }, { action: 'activate institution' }]);
  });

  it('and their people are erased after a question', async () => {
    const contact = await contactOfInstitution(store(), { institution: 'Do usunięcia' });
    const other = await contactOfInstitution(store(), { institutionId: contact.institutionId });
    const office = officeAs(store(), coordinator);
    const place = `${places}/${contact.institutionId}`;
    expect(await (await office.get(`${place}/people/${other.contactId}/erase`)).text()).toContain('Usunąć dane osoby');
    expect((await office.post(`${place}/people/${other.contactId}/erase`)).status).toBe(303);
    expect(await people(contact.institutionId)).toHaveLength(1);
    expect(await (await office.get(`${place}/erase`)).text()).toContain('Usunąć dane instytucji');
    expect((await find(contact.institutionId))?.name).toBe('Do usunięcia');
    expect((await office.post(`${place}/erase`)).status).toBe(303);
    expect((await office.get(place)).status).toBe(404);
    expect(await find(contact.institutionId)).toMatchObject({ name: null, kind: 'museum' });
    expect(await people(contact.institutionId)).toEqual([]);
  });

  it('are nobody’s but coordinators’ and administrators’, and no other site’s', async () => {
    const contact = await contactOfInstitution(store());
    const place = `${places}/${contact.institutionId}`;
    for (const role of ['editor', 'publisher', 'assessor', 'reader'] as const) {
      const office = officeAs(store(), await colleague(store(), `Ktoś ${role}`, [role]));
      for (const path of [places, `${places}/new`, place, `${place}/erase`]) expect((await office.get(path)).status).toBe(403);
      for (const path of [places, place, `${place}/people`, `${place}/access`, `${place}/erase`]) expect((await office.post(path, { name: 'Nie wolno' })).status).toBe(403);
    }
    const administrator = officeAs(store(), await colleague(store(), 'Ada', ['administrator']));
    expect((await administrator.get(place)).status).toBe(200);
    const office = officeAs(store(), coordinator);
    for (const path of [places, place, `${place}/people`, `${place}/access`, `${place}/erase`]) expect((await office.post(path, {}, fromElsewhere)).status).toBe(403);
    expect((await find(contact.institutionId))?.deletedAt).toBeNull();
  });

  it('under numbers that are nobody’s are not found, and neither are people of another', async () => {
    const office = officeAs(store(), coordinator);
    const [one, other] = [await contactOfInstitution(store()), await contactOfInstitution(store())];
    for (const id of ['0', '00000000-0000-7000-8000-000000000000', "' or 1=1"]) {
      expect((await office.get(`${places}/${encodeURIComponent(id)}`)).status).toBe(404);
      expect((await office.post(`${places}/${encodeURIComponent(id)}/erase`)).status).toBe(404);
    }
    const crossed = `${places}/${one.institutionId}/people/${other.contactId}`;
    expect((await office.get(`${crossed}/erase`)).status).toBe(404);
    expect((await office.post(`${crossed}/erase`)).status).toBe(404);
    expect((await office.post(`${crossed}/invitation`)).status).toBe(404);
  });
});
