import { describe, expect, it } from 'vitest';
import { colleague, officeAs } from '../../../../test/office.ts';
import { storeFor } from '../../../../test/world.ts';
import { kinds } from '../../../kinds.ts';

const place = storeFor('world');
const desk = async (roles: ('editor' | 'reader')[] = ['editor'], lang: 'pl' | 'en' = 'pl') => officeAs(place(), await colleague(place(), 'Anna', roles, { lang }));
const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();

describe('the register in the office', () => {
  it('lists every kind with its number, and the drafts in work', async () => {
    const office = await desk();
    await office.post('/office/records/organisation/owhc/draft');
    const html = await textOf(office.get('/office/records'));
    for (const { name } of kinds.all) expect(html).toContain(`href="/office/records/${name}"`);
    expect(html).toContain('Organizacja Miast Światowego Dziedzictwa</a>');
  });

  it.each(kinds.all.map(({ name }) => name))('lists the records of the kind %s in both languages', async (kind) => {
    for (const lang of ['pl', 'en'] as const) expect((await (await desk(['reader'], lang)).get(`/office/records/${kind}`)).status).toBe(200);
  });

  it.each([
    ['/office/records?q=lodz+zzz', 'Niczego nie znaleziono'],
    ['/office/records?q=swiatowego+dziedzictwa', 'href="/office/records/organisation/owhc"'],
    ['/office/records?q=eurocities', 'Eurocities: członkostwo'],
    ['/office/records?q=XXXIII/658', 'Przystąpienie do Eurocities'],
    ['/office/records/organisation?q=hanz', 'href="/office/records/organisation/hanse"'],
    ['/office/records/organisation?q=%25', 'Znaleziono: 26'],
  ])('finds at %s', async (path, words) => {
    expect(await textOf((await desk()).get(path))).toContain(words);
  });

  it('tells records apart by their state', async () => {
    const office = await desk();
    const address = (await office.post('/office/records/unit/biuro-funduszy-europejskich/draft')).headers.get('location') ?? '';
    expect(await textOf(office.get('/office/records/unit?state=draft'))).toContain('Znaleziono: 1');
    expect(await textOf(office.get('/office/records/unit?state=withdrawn'))).toContain('Znaleziono: 0');
    expect(await textOf(office.get('/office/records/unit?state=published'))).toContain('Znaleziono: 11');
    expect(await textOf(office.get('/office/records/unit/biuro-funduszy-europejskich'))).toContain(`href="${address}"`);
  });

  it('says so where there is no such kind, record or draft', async () => {
    const office = await desk();
    for (const path of [
      '/office/records/nothing',
      '/office/records/organisation/nothing',
      '/office/records/nothing/new',
      '/office/drafts/x',
      '/office/drafts/0192d3a4-0000-7000-8000-000000000000',
    ])
      expect((await office.get(path)).status, path).toBe(404);
  });

  it('offers records while somebody types, by name and by address', async () => {
    const office = await desk();
    const answer = await office.get('/office/suggest/organisation?q=dziedzictw');
    expect(await answer.json()).toContainEqual({ value: 'owhc', text: 'Organizacja Miast Światowego Dziedzictwa' });
    expect(await (await office.get('/office/suggest/organisation?q=hans')).json()).toContainEqual(expect.objectContaining({ value: 'hanse' }));
    expect((await officeAs(place(), null).get('/office/suggest/organisation?q=hans')).status).toBe(303);
  });
});
