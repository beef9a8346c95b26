import { beforeEach, describe, expect, it } from 'vitest';
import { forgetSettledUses } from '#offers/index.ts';
import { worldNow } from '../../../test/database.ts';
import { attribute, elementsOf, markup, named, textOf } from '../../../test/markup.ts';
import { institutionAs } from '../../../test/institution.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
/** An offer that anybody may use, one that goes through the city, and their organisations. */
const offers = () =>
  place().db.read(async (reader) => {
    const of = async (intermediary: string) =>
      reader
        .selectFrom('offers')
        .innerJoin('records', 'records.id', 'offers.id')
        .select(['records.slug', 'offers.id'])
        .where('intermediary', '=', intermediary)
        .where('organisationId', 'is not', null)
        .orderBy('records.slug')
        .executeTakeFirstOrThrow();
    return { direct: await of('no'), through: await of('yes') };
  });
let slug: string;
let through: string;
beforeEach(async () => {
  const found = await offers();
  [slug, through] = [found.direct.slug, found.through.slug];
  await place().db.write(async (tx) => {
    for (const table of ['offerUses', 'drafts', 'contactTries'] as const) await tx.deleteFrom(table).execute();
  });
});

const at = (): string => `/pl/oferty/${slug}/jak-poszlo`;
const good = {
  kind: 'library',
  outcome: 'used',
  year: '2026',
  month: '05',
  told: 'Dwie osoby wzięły udział w szkoleniu.\nZostały materiały.',
  name: 'Biblioteka Miejska',
  email: 'b@biblioteka.example',
  website: '',
};
const rows = () => place().db.read((reader) => reader.selectFrom('offerUses').selectAll().orderBy('id').execute());

describe('an institution that used an offer by itself', () => {
  it('finds the form on the page of the offer and tells how it went, once', async () => {
    const { get, post } = await institutionAs(place(), null);
    expect(named(markup(await (await get(`/pl/oferty/${slug}`)).text()), 'a').map((link) => attribute(link, 'href'))).toContain(at());
    const form = await get(at());
    expect(form.status).toBe(200);
    expect(form.headers.get('cache-control')).toBe('no-store');
    for (let time = 0; time < 2; time += 1) expect((await post(at(), good)).headers.get('location')).toBe(`${at()}/wyslano`);
    expect(textOf(markup(await (await get(`${at()}/wyslano`)).text()))).toContain('relacja jest w urzędzie');
    expect(await rows()).toMatchObject([{ kind: 'library', outcome: 'used', happened: '2026-05', name: 'Biblioteka Miejska', email: 'b@biblioteka.example', state: 'new' }]);
  });

  it.each([
    [{ kind: '' }, 'Wybierz rodzaj instytucji.'],
    [{ outcome: 'glory' }, 'Zaznacz, co z tego wyszło.'],
    [{ year: '1999' }, 'Wybierz rok.'],
    [{ month: '13' }, 'Wybierz miesiąc z listy.'],
    [{ told: 'krótko' }, 'co najmniej 10 znaków'],
    [{ told: 'ą'.repeat(2001) }, 'najwyżej 2000 znaków'],
    [{ told: 'https://a.example '.repeat(6) }, 'najwyżej pięć odnośników'],
    [{ name: 'x'.repeat(201) }, 'najwyżej 200 znaków'],
    [{ email: 'nie adres' }, 'nazwa@domena.pl'],
    [{ website: 'spam' }, 'pole, którego ludzie nie widzą|polu, którego ludzie nie widzą'],
  ])('is told what is wrong with %j, and keeps what was typed', async (more, says) => {
    const { post } = await institutionAs(place(), null);
    const answer = await post(at(), { ...good, ...more });
    expect(answer.status).toBe(422);
    const root = markup(await answer.text());
    expect(textOf(root)).toMatch(new RegExp(says));
    const typed = { ...good, ...more };
    expect(
      attribute(
        named(root, 'input').find((one) => attribute(one, 'name') === 'name'),
        'value',
      ),
    ).toBe(typed.name);
    expect(textOf(named(root, 'textarea')[0])).toBe(typed.told.replace(/\s+/g, ' ').trim());
    expect(await rows()).toEqual([]);
  });

  it('cannot flood the office, cannot be made to by another site, and needs an offer that is there', async () => {
    const { get, post } = await institutionAs(place(), null);
    for (let index = 0; index < 5; index += 1) expect((await post(at(), { ...good, told: `Relacja numer ${index}.` })).status).toBe(303);
    const more = await post(at(), { ...good, told: 'Relacja numer sześć.' });
    expect(more.status).toBe(429);
    expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(0);
    // What was told already may be sent again.
    expect((await post(at(), { ...good, told: 'Relacja numer 1.' })).status).toBe(303);
    expect((await post(at(), { ...good, told: 'Z innej strony.' }, fromElsewhere)).status).toBe(403);
    expect(await rows()).toHaveLength(5);
    for (const path of ['/pl/oferty/nie-ma/jak-poszlo', `/pl/oferty/${through}/jak-poszlo`]) {
      expect((await get(path)).status).toBe(404);
      expect((await post(path, good)).status).toBe(404);
    }
  });
});

describe('the office', () => {
  const reported = async (more: Partial<typeof good> = {}): Promise<string> => {
    const { post } = await institutionAs(place(), null);
    await post(at(), { ...good, ...more });
    return (await rows())[0]?.id ?? '';
  };

  it('makes of a checked report the draft of an effect that says who told it, and of which nobody’s name is part, once', async () => {
    const id = await reported();
    const office = officeAs(place(), await colleague(place(), 'Ewa Redaktor', ['editor']));
    expect(textOf(markup(await (await office.get('/office/intake/reports')).text()))).toContain('Dwie osoby wzięły udział w szkoleniu.');
    const made = await office.post(`/office/intake/reports/${id}/effect`);
    expect((await office.post(`/office/intake/reports/${id}/effect`)).headers.get('location')).toBe(made.headers.get('location'));
    const drafts = await place().db.read((reader) => reader.selectFrom('drafts').select(['id', 'kind', 'body']).execute());
    expect(drafts).toMatchObject([{ kind: 'effect', body: { date: '2026-05', reportedBy: 'institution' } }]);
    expect(JSON.stringify(drafts)).toContain('Relacja własna instytucji');
    expect(JSON.stringify(drafts)).not.toMatch(/Biblioteka Miejska|biblioteka\.example/);
    expect(made.headers.get('location')).toBe(`/office/drafts/${drafts[0]?.id}`);
    const draft = await office.get(made.headers.get('location') ?? '');
    expect(draft.status).toBe(200);
    const chosen = elementsOf(markup(await draft.text())).filter((one) => one.name === 'option' && one.attributes.has('selected'));
    expect(chosen.map((one) => attribute(one, 'value'))).toContain('institution');
  });

  it('makes none of what was not used, and sets that aside with a reason', async () => {
    const id = await reported({ outcome: 'nothing' });
    const office = officeAs(place(), await colleague(place(), 'Ewa Redaktor', ['editor']));
    expect((await office.post(`/office/intake/reports/${id}/effect`)).status).toBe(409);
    const empty = await office.post(`/office/intake/reports/${id}/set-aside`, { reason: '  ' });
    expect(empty.status).toBe(422);
    for (let time = 0; time < 2; time += 1) expect((await office.post(`/office/intake/reports/${id}/set-aside`, { reason: 'Nie skorzystali' })).status).toBe(303);
    expect((await office.post(`/office/intake/reports/${id}/set-aside`, { reason: 'Co innego' })).status).toBe(409);
    expect(await rows()).toMatchObject([{ state: 'set-aside', reason: 'Nie skorzystali' }]);
    const acts = await place().db.read((reader) => reader.selectFrom('audit').select('action').where('about', '=', id).orderBy('id').execute());
    expect(acts.map(({ action }) => action)).toEqual(['tell of an offer', 'set report aside']);
  });

  it('forgets names and words ninety days later, and keeps what figures need', async () => {
    const id = await reported();
    const office = officeAs(place(), await colleague(place(), 'Ewa Redaktor', ['editor']));
    await office.post(`/office/intake/reports/${id}/effect`);
    const later = (days: number): Date => new Date(worldNow.getTime() + days * 86_400_000);
    expect(await forgetSettledUses(place().db, later(89))).toBe(0);
    expect(await forgetSettledUses(place().db, later(91))).toBe(1);
    expect(await rows()).toMatchObject([{ name: null, email: null, told: null, kind: 'library', outcome: 'used', happened: '2026-05' }]);
    expect((await office.get('/office/intake/reports?show=drafted')).status).toBe(200);
  });

  it('shows reports to coordinators and editors alone, and lets editors alone make effects', async () => {
    const id = await reported();
    for (const role of ['reader', 'publisher', 'assessor', 'administrator'] as const) {
      const office = officeAs(place(), await colleague(place(), 'Ktoś', [role]));
      for (const answer of [
        office.get('/office/intake/reports'),
        office.post(`/office/intake/reports/${id}/effect`),
        office.post(`/office/intake/reports/${id}/set-aside`, { reason: 'x' }),
      ])
        expect((await answer).status).toBe(403);
    }
    const coordinator = officeAs(place(), await colleague(place(), 'Koordynator', ['offers-coordinator']));
    expect((await coordinator.get('/office/intake/reports')).status).toBe(200);
    expect((await coordinator.post(`/office/intake/reports/${id}/effect`)).status).toBe(403);
    const editor = officeAs(place(), await colleague(place(), 'Ewa Redaktor', ['editor']));
    for (const what of ['effect', 'set-aside']) {
      expect((await editor.post(`/office/intake/reports/${id}/${what}`, { reason: 'x' }, fromElsewhere)).status).toBe(403);
      for (const other of ['nothing', '0197a000-0000-7000-8000-000000000000'])
        expect((await editor.post(`/office/intake/reports/${other}/${what}`, { reason: 'x' })).status).toBe(404);
    }
    expect(await rows()).toMatchObject([{ state: 'new' }]);
  });
});
