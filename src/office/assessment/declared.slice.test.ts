import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#accounts/index.ts';
import { cycleNamed, latestCriteria, ofIndex } from '#assessment/index.ts';
import { loadExample } from '../../example.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const now = new Date('2026-11-22T09:00:00Z');
const place = storeFor('empty');
const cycle = '/office/assessment/ocena-2027';

const as = async (role: Role, name = 'Anna Testowa') => officeAs(place(), await colleague(place(), name, [role]), () => now);
const stored = async () => {
  const found = await place().db.read((reader) => cycleNamed(reader, 'ocena-2027'));
  if (found === undefined) throw new Error('the cycle is there');
  return found;
};
const auditOf = async (action: string): Promise<number> =>
  (await place().db.read((reader) => reader.selectFrom('audit').where('action', '=', action).select('id').execute())).length;

beforeAll(async () => {
  const loaded = await loadExample(place().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', now);
  if (!loaded.ok) throw new Error(loaded.refusal);
  await (await as('assessor')).post('/office/assessment', { year: '2027' });
});

/** A form as the page shows it: every field with what stands in it. */
async function formOf(path: string, action = path): Promise<Record<string, string>> {
  const html = await (await (await as('assessor')).get(path)).text();
  const form = new RegExp(`<form[^>]*action="${action}"[^]*?</form>`).exec(html)?.[0] ?? '';
  const inputs = [...form.matchAll(/<input ([^>]*)>/g)].filter(([, tag = '']) => !/type="radio"/.test(tag) || / checked/.test(tag));
  const fields = inputs.map(([, tag = '']): [string, string] => [/ ?name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '']);
  const texts = [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name = '', value = '']): [string, string] => [name, value]);
  const chosen = [...form.matchAll(/<select[^>]* name="([^"]*)"[^]*?<option value="([^"]*)" selected/g)].map(([, name = '', value = '']): [string, string] => [name, value]);
  return Object.fromEntries([...fields, ...texts, ...chosen]);
}

describe('forms that make up an assessment', () => {
  const paths = [
    '/office/assessment/criteria/V1',
    `${cycle}/criteria`,
    `${cycle}/weights`,
    `${cycle}/weights/0/benefits`,
    `${cycle}/reference`,
    `${cycle}/settings`,
    `${cycle}/check`,
  ];

  it.each(roles.filter((role) => role !== 'assessor'))('are closed to a %s', async (role) => {
    const office = await as(role);
    for (const path of paths) expect([path, (await office.post(path, { version: '1', by: 'open' })).status]).toEqual([path, 403]);
    expect((await office.get('/office/assessment/criteria/V1')).status).toBe(403);
  });

  it('are not taken from another site', async () => {
    const office = await as('assessor');
    for (const path of paths) expect([path, (await office.post(path, { version: '1' }, fromElsewhere)).status]).toEqual([path, 403]);
  });
});

describe('criteria', () => {
  const path = '/office/assessment/criteria/V5';

  it.each([
    ['a value function that falls', { 'value-2': '70', 'value-3': '60', 'at-4': '9', 'value-4': '100' }, 'w drugą stronę niż kierunek'],
    ['a flat one', { 'value-1': '0', 'value-2': '0', 'value-3': '0' }, 'tę samą wartość'],
    ['corners out of order', { 'at-2': '20' }, 'wskaźnik musi rosnąć'],
    ['ends that are not whole', { 'value-3': '90' }, 'jeden koniec musi mieć wartość 0'],
    ['words for numbers', { 'at-2': 'dwa' }, 'wpisz dwie liczby'],
    ['not a number', { 'value-2': 'NaN' }, 'wpisz dwie liczby'],
    ['one corner', { 'at-2': '', 'value-2': '', 'at-3': '', 'value-3': '' }, 'co najmniej dwa załamania'],
    ['no name', { 'name.pl': ' ' }, 'wpisz nazwę po polsku'],
  ])('refuse %s and give back what was typed', async (_what, change, words) => {
    const office = await as('assessor');
    const answer = await office.post(path, { ...(await formOf(path)), 'question.en': 'A question typed with care', ...change, do: 'save' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('A question typed with care');
    expect((await place().db.read(latestCriteria))?.version).toBe(1);
  });

  it('change by a new version, once however often the form is sent, and an older form is told so', async () => {
    const office = await as('assessor');
    const form = { ...(await formOf(path)), 'at-2': '2,5', 'name.pl': 'Wymiana', do: 'save' };
    for (let time = 0; time < 2; time += 1) expect((await office.post(path, form)).status).toBe(303);
    const set = await place().db.read(latestCriteria);
    expect(set?.version).toBe(2);
    expect(set?.criteria.find((one) => one.code === 'V5')).toMatchObject({
      name: { pl: 'Wymiana' },
      corners: [
        { at: 0, value: 0 },
        { at: 2.5, value: 0.5 },
        { at: 8, value: 1 },
      ],
    });
    expect(await auditOf('save criteria')).toBe(1);
    const stale = await office.post(path, { ...form, 'name.pl': 'Inna nazwa' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="Inna nazwa"');
    const page = await (await office.get('/office/assessment/criteria')).text();
    expect(page).toContain('Funkcja wartości: 0 daje 0; 2,5 daje 50; 8 daje 100');
  });

  it('can be added and switched off, and a cycle under way takes them when somebody says so', async () => {
    const office = await as('assessor');
    const added = {
      ...(await formOf('/office/assessment/criteria/new')),
      code: 'V12',
      'name.pl': 'Nauka',
      'question.pl': 'Czego się uczymy?',
      'unit.pl': 'stopień',
      'at-1': '0',
      'value-1': '0',
      'at-2': '4',
      'value-2': '100',
      do: 'save',
    };
    for (let time = 0; time < 2; time += 1) expect((await office.post('/office/assessment/criteria/new', added)).status).toBe(303);
    const twin = await office.post('/office/assessment/criteria/new', { ...added, basedOn: '3', 'name.pl': 'Inne' });
    expect(twin.status).toBe(422);
    expect(await twin.text()).toContain('taki kod już jest w zestawie');
    expect((await office.post('/office/assessment/criteria/B6', { ...(await formOf('/office/assessment/criteria/B6')), do: 'off' })).status).toBe(303);
    const set = await place().db.read(latestCriteria);
    expect(set?.criteria.map((one) => one.code)).toEqual(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11', 'B1', 'B2', 'B3', 'B4', 'B5', 'V12']);
    const taking = await formOf(cycle, `${cycle}/criteria`);
    for (let time = 0; time < 2; time += 1) expect((await office.post(`${cycle}/criteria`, taking)).status).toBe(303);
    const { criteria, reference, weights } = await stored();
    expect([criteria.version, reference.low.justWorthwhile.length, weights[0]?.benefits.by]).toEqual([set?.version, 12, 'open']);
  });
});

describe('weights', () => {
  const side = `${cycle}/weights/0/benefits`;
  const asks = `${cycle}/weights/0/asks`;

  it('come by swing in plain steps', async () => {
    const office = await as('assessor');
    expect(await (await office.get(`${side}?by=swing`)).text()).toContain('Wyobraź sobie członkostwo, które w każdym kryterium wypada najgorzej.');
    expect(await (await office.get(`${side}?by=swing&asked=first`)).text()).toContain('wybierz jedno kryterium');
    const form = {
      ...(await formOf(`${side}?by=swing&first=V3`, side)),
      ...Object.fromEntries(ofIndex((await stored()).criteria, 'benefits').map((one) => [one.code, '50'])),
      V1: '80',
      V9: '12,5',
    };
    for (let time = 0; time < 2; time += 1) expect((await office.post(side, form)).headers.get('location')).toBe(`${cycle}/weights?done=saved`);
    expect((await stored()).weights[0]?.benefits).toEqual({ by: 'swing', ratios: [80, 50, 100, 50, 50, 50, 50, 50, 12.5, 50, 50, 50] });
  });

  it.each([
    ['more points than the first step has', { V1: '101' }, 'więcej niż 100 punktów'],
    ['a negative weight', { V1: '-5' }, 'wpisz liczbę od 0 do 100'],
    ['no number', { V1: 'dużo' }, 'wpisz liczbę od 0 do 100'],
    ['infinity', { V1: 'Infinity' }, 'wpisz liczbę od 0 do 100'],
    ['no first step', { first: 'V99' }, 'wybierz jedno kryterium'],
  ])('are refused with %s, and what was typed comes back', async (_what, change, words) => {
    const before = (await stored()).version;
    const form = { ...(await formOf(`${side}?by=swing&first=V3`, side)), V2: '33', ...change };
    const answer = await (await as('assessor')).post(side, form);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    if (!('first' in change)) expect(html).toContain('value="33"');
    expect((await stored()).version).toBe(before);
  });

  it('come from ranks, and an impossible rank is refused', async () => {
    const office = await as('assessor');
    const form = { ...(await formOf(`${asks}?by=ranks`, asks)), B1: '1', B2: '2', B3: '2', B4: '4', B5: '5' };
    const wrong = await office.post(asks, { ...form, B5: 'ostatnie' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="ostatnie"');
    expect((await office.post(asks, form)).status).toBe(303);
    expect((await stored()).weights[0]?.asks).toEqual({ by: 'surrogate', ranks: [1, 2, 2, 4, 5], rule: 'centroid' });
    expect(await (await office.get(`${cycle}/weights`)).text()).toContain('z kolejności, zastępczo');
  });

  it('are hinted at where other answers contradict them', async () => {
    const office = await as('assessor');
    const page = await (await office.get(`${side}/consistency`)).text();
    expect(page).toContain('Co znaczy więcej: krok „Projekty” czy kroki');
    expect(await (await office.get(`${side}/consistency?q1=same`)).text()).toContain('Odpowiedzi zgadzają się z wagami.');
    expect(await (await office.get(`${side}/consistency?q2=both`)).text()).toContain('Odpowiedź przeczy wagom');
  });

  it('are kept in several profiles, and an older form is told so', async () => {
    const office = await as('assessor');
    const form = await formOf(`${cycle}/weights`, `${cycle}/weights`);
    const add = { version: form['version'] ?? '', do: 'add', 'name.pl': 'Kultura', 'name.en': 'Culture' };
    const nameless = await office.post(`${cycle}/weights`, { ...add, 'name.pl': '' });
    expect(nameless.status).toBe(422);
    expect(await nameless.text()).toContain('value="Culture"');
    for (let time = 0; time < 2; time += 1) expect((await office.post(`${cycle}/weights`, add)).status).toBe(303);
    const names = async () => (await stored()).weights.map((one) => one.name.pl);
    const kept = await names();
    expect(kept.at(-1)).toBe('Kultura');
    const stale = await office.post(`${cycle}/weights`, { ...add, 'name.pl': 'Przedsiębiorcy' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="Przedsiębiorcy"');
    expect((await office.post(`${cycle}/weights`, { version: String((await stored()).version), do: 'first', profile: String(kept.length - 1) })).status).toBe(303);
    expect((await names())[0]).toBe('Kultura');
    expect((await office.post(`${cycle}/weights`, { version: String((await stored()).version), do: 'remove', profile: '0' })).status).toBe(303);
    expect(await names()).not.toContain('Kultura');
  });
});

describe('reference profiles and settings', () => {
  it('keep what the office declares for each band', async () => {
    const office = await as('assessor');
    const path = `${cycle}/reference`;
    const form = { ...(await formOf(path)), 'V1-high-clearly': '82,5', 'limit-1': '25' };
    for (let time = 0; time < 2; time += 1) expect((await office.post(path, form)).status).toBe(303);
    const { reference } = await stored();
    expect([reference.limits[0], reference.high.clearlyWorthwhile[0]]).toEqual([0.25, 0.825]);
    const stale = await office.post(path, { ...form, 'limit-1': '26' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('value="26"');
    const fresh = await formOf(path);
    const turned = await office.post(path, { ...fresh, 'limit-1': '60', 'limit-2': '20' });
    expect([turned.status, (await turned.text()).includes('są odwrócone')]).toEqual([422, true]);
    const crossed = await office.post(path, { ...fresh, 'V1-low-just': '99' });
    expect([crossed.status, (await crossed.text()).includes('jest gdzieś niżej')]).toEqual([422, true]);
    const wrong = await office.post(path, { ...fresh, 'V2-low-just': '1e400' });
    expect([wrong.status, (await wrong.text()).includes('value="1e400"')]).toEqual([422, true]);
  });

  it('are refused where they could not compute anything', async () => {
    const office = await as('assessor');
    const path = `${cycle}/settings`;
    const form = await formOf(path);
    const tries: [Record<string, string>, string][] = [
      [{ draws: '9' }, 'wpisz liczbę od'],
      [{ threshold: '50' }, 'wpisz liczbę od 51 do 100'],
      [{ 'widening.A': '40' }, 'mniejsze poszerzenie'],
      [{ 'summary.en': 'English only' }, 'bez tekstu po polsku'],
      [{ silentMonths: 'zawsze' }, 'wpisz liczbę od 1 do 240'],
    ];
    for (const [change, words] of tries) {
      const answer = await office.post(path, { ...form, ...change });
      const html = await answer.text();
      expect([answer.status, html.includes(words), html.includes(Object.values(change)[0] ?? '')]).toEqual([422, true, true]);
    }
    expect((await office.post(path, { ...form, threshold: '85', 'summary.pl': 'Drugi rok.' })).status).toBe(303);
    expect((await office.post(path, { ...form, threshold: '90' })).status).toBe(409);
    expect((await stored()).settings.threshold).toBe(0.85);
  });

  it('show what is missing and a trial result that can be left and found again', async () => {
    const office = await as('assessor');
    const path = `${cycle}/check`;
    expect(await (await office.get(path)).text()).toContain('Co zebrać najpierw');
    for (let time = 0; time < 2; time += 1) expect((await office.post(path, { do: 'run' })).headers.get('location')).toBe(path);
    await expect.poll(async () => (await (await office.get(path)).text()).includes('Policz jeszcze raz'), { timeout: 60_000, interval: 300 }).toBe(true);
    const page = await (await office.get(path)).text();
    expect(page).toContain('To nie jest ocena organizacji ani stanowisko Rady Miasta.');
    expect(page).not.toContain('Od tego liczenia dane się zmieniły');
  }, 90_000);
});

describe('a documented effect', () => {
  it.each(['project', 'event', 'function', 'trip'])('begins with one press from a %s, with its organisation, title and sources', async (kind) => {
    const record = await place().db.read((reader) => reader.selectFrom('records').where('kind', '=', kind).select('slug').orderBy('slug').limit(1).executeTakeFirstOrThrow());
    const path = `/office/records/${kind}/${record.slug}`;
    const office = officeAs(place(), await colleague(place(), `Ewa ${kind}`, ['editor']), () => now);
    expect(await (await office.get(path)).text()).toContain('Dodaj udokumentowany efekt');
    const [first, second] = [await office.post(`${path}/effect`), await office.post(`${path}/effect`)];
    const location = first.headers.get('location') ?? '';
    expect([first.status, second.headers.get('location')]).toEqual([303, location]);
    const draft = await place().db.read((reader) =>
      reader.selectFrom('drafts').where('id', '=', location.slice('/office/drafts/'.length)).select(['kind', 'body']).executeTakeFirstOrThrow(),
    );
    expect(draft.kind).toBe('effect');
    expect(Object.keys(draft.body ?? {})).toEqual(expect.arrayContaining(['organisation', 'date', 'title', 'sources']));
    expect((await office.get(location)).status).toBe(200);
    expect((await (await as('reader')).post(`${path}/effect`)).status).toBe(403);
    expect((await office.post(`${path}/effect`, {}, fromElsewhere)).status).toBe(403);
  });

  it('does not begin from an act', async () => {
    const record = await place().db.read((reader) => reader.selectFrom('records').where('kind', '=', 'act').select('slug').limit(1).executeTakeFirstOrThrow());
    expect((await (await as('editor')).post(`/office/records/act/${record.slug}/effect`)).status).toBe(404);
  });
});
