import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#accounts/index.ts';
import { countingSettings, cycleNamed, latestCriteria } from '#assessment/index.ts';
import { loadExample } from '../../example.ts';
import { formIn } from '../../../test/form-in.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const now = new Date('2026-11-22T09:00:00Z');
const place = storeFor('empty');
const cycle = '/office/assessment/ocena-2027';
const path = '/office/assessment/counting';

const as = async (role: Role) => officeAs(place(), await colleague(place(), `Anna ${role}`, [role]), () => now);
const stored = () => place().db.read(countingSettings);
const changes = async (): Promise<number> =>
  (await place().db.read((reader) => reader.selectFrom('audit').where('action', '=', 'change settings').where('about', '=', 'counting').select('id').execute())).length;

beforeAll(async () => {
  const loaded = await loadExample(place().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', now);
  if (!loaded.ok) throw new Error(loaded.refusal);
  await (await as('assessor')).post('/office/assessment', { year: '2027' });
});

const formOf = async (address: string, action = address): Promise<Record<string, string>> =>
  Object.fromEntries(formIn(await (await (await as('assessor')).get(address)).text(), action).pairs);
const added = {
  'rate-3-currency': 'usd',
  'rate-3-pln': '3,9',
  'rate-3-on': '2026-10-30',
  'rate-3-title': 'Tabela kursów',
  'rate-3-lang': 'PL',
  'rate-3-url': 'https://bank.example/usd',
};

describe('exchange rates and cities to compare with', () => {
  it.each(roles.filter((role) => role !== 'assessor'))('are closed to a %s', async (role) => {
    const office = await as(role);
    expect([(await office.get(path)).status, (await office.post(path, {})).status, (await office.post(`${cycle}/counting`, {})).status]).toEqual([403, 403, 403]);
  });

  it('are not taken from another site', async () => {
    const office = await as('assessor');
    for (const address of [path, `${cycle}/counting`]) expect((await office.post(address, {}, fromElsewhere)).status).toBe(403);
  });

  it.each([
    ['a rate without a source', { ...added, 'rate-3-title': '' }, 'nazwij źródło kursu'],
    ['one without a day', { ...added, 'rate-3-on': '2026' }, 'wpisz dzień'],
    ['one that is nothing', { ...added, 'rate-3-pln': '0' }, 'wpisz liczbę większą od zera'],
    ['one that is no number', { ...added, 'rate-3-pln': 'NaN' }, 'wpisz liczbę większą od zera'],
    ['no currency', { ...added, 'rate-3-currency': 'dolar' }, 'wpisz kod waluty'],
    ['an address that runs a script', { ...added, 'rate-3-url': 'javascript:alert(1)' }, 'wpisz adres'],
    ['a language that is no code', { ...added, 'rate-3-lang': 'język polski' }, 'wpisz kod języka'],
    ['the same rate twice', { ...added, 'rate-3-currency': 'EUR' }, 'są już wyżej'],
  ])('refuse %s and give back what was typed', async (_what, change, words) => {
    const before = await stored();
    const answer = await (await as('assessor')).post(path, { ...(await formOf(path)), peers: 'Miasto wpisane z troską', ...change });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('Miasto wpisane z troską');
    expect(await stored()).toEqual(before);
  });

  it('are kept with day and source, once however often the form is sent, and an older form is told so', async () => {
    const office = await as('assessor');
    const form = { ...(await formOf(path)), ...added, peers: 'Altenfurt\n\nWaterhoek\nAltenfurt\n' };
    for (let time = 0; time < 2; time += 1) expect((await office.post(path, form)).headers.get('location')).toBe(`${path}?done=saved`);
    const { rates, peers } = await stored();
    expect(rates).toContainEqual({ currency: 'USD', pln: 3.9, on: '2026-10-30', source: { url: 'https://bank.example/usd', title: 'Tabela kursów', lang: 'pl' } });
    expect([rates.length, peers]).toEqual([3, ['Altenfurt', 'Waterhoek']]);
    expect(await changes()).toBe(1);
    const stale = await office.post(path, { ...form, peers: 'Zupełnie inne' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Zupełnie inne');
  });

  it('stay with a cycle under way until somebody has it take the new ones', async () => {
    const office = await as('assessor');
    const settings = async () => (await place().db.read((reader) => cycleNamed(reader, 'ocena-2027')))?.settings;
    expect((await settings())?.exchangeRates.length).toBe(2);
    expect(await (await office.get(`${cycle}/settings`)).text()).toContain('zmieniły się kursy');
    const form = await formOf(`${cycle}/settings`, `${cycle}/counting`);
    expect((await office.post(`${cycle}/counting`, { ...form, version: '99' })).status).toBe(409);
    for (let time = 0; time < 2; time += 1) expect((await office.post(`${cycle}/counting`, form)).headers.get('location')).toBe(`${cycle}/settings?done=saved`);
    expect([(await settings())?.exchangeRates.length, (await settings())?.peers]).toEqual([3, ['Altenfurt', 'Waterhoek']]);
    expect(await (await office.get(`${cycle}/settings`)).text()).toContain('Ocena ma obecne kursy');
  });
});

describe('the steps of a scale made of words', () => {
  const criterion = '/office/assessment/criteria/B6';

  it.each([
    ['no number', { 'level-2': 'mało' }, 'stopień 2: wpisz liczbę'],
    ['no words', { 'level-2-pl': '' }, 'stopień 2: napisz po polsku'],
    ['a step out of order', { 'level-2': '0' }, 'stopień 2: musi być wyżej'],
  ])('are refused with %s', async (_what, change, words) => {
    const answer = await (await as('assessor')).post(criterion, { ...(await formOf(criterion)), ...change, do: 'save' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  });

  it('are changed with the criterion, as a new version', async () => {
    const form = { ...(await formOf(criterion)), 'level-2-pl': 'niewielkie', 'level-5': '', 'level-5-pl': '', 'level-5-en': '', do: 'save' };
    expect((await (await as('assessor')).post(criterion, form)).status).toBe(303);
    const set = await place().db.read(latestCriteria);
    const levels = set?.criteria.find((one) => one.code === 'B6')?.levels ?? [];
    expect(levels.map(({ says }) => says.pl)).toEqual(['żadnego', 'niewielkie', 'średnie', 'duże']);
  });
});
