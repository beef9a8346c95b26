import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#accounts/index.ts';
import { cycleNamed, scoresOfCycle } from '#assessment/index.ts';
import { loadExample } from '../../example.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const now = new Date('2026-11-22T09:00:00Z');
const root = resolve(import.meta.dirname, '../../..');
const place = storeFor('empty');
const cycle = '/office/assessment/ocena-2027';

beforeAll(async () => {
  const loaded = await loadExample(place().db, root, 'nadrzecze', now);
  if (!loaded.ok) throw new Error(loaded.refusal);
});

const as = async (role: Role, name = 'Anna Testowa') => officeAs(place(), await colleague(place(), name, [role]), () => now);
const stored = async () => {
  const found = await place().db.read((reader) => cycleNamed(reader, 'ocena-2027'));
  if (found === undefined) throw new Error('the cycle is there');
  return found;
};
const versionNow = async (): Promise<string> => String((await stored()).version);
const auditOf = (action: string) => place().db.read((reader) => reader.selectFrom('audit').where('action', '=', action).select(['about', 'recordId']).execute());

const membership = 'siec-miast-rzecznych';
const judged = { what: 'judged', from: '2,5', to: '3', seenOn: '2026-11-20', reason: 'Komórka policzyła spotkania.', reasonEn: '', version: '' };

describe('the assessment of a year', () => {
  it('is opened once, and begins with what the register knows', async () => {
    const office = await as('assessor');
    expect(await (await office.get('/office/assessment')).text()).toContain('Nie ma jeszcze żadnej oceny w biurze');
    const wrong = await office.post('/office/assessment', { year: 'dwa' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="dwa"');
    const taken = await office.post('/office/assessment', { year: '2026' });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('ocena za ten rok już jest');
    const opened = await office.post('/office/assessment', { year: '2027' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `${cycle}?done=saved`]);
    expect((await office.post('/office/assessment', { year: '2027' })).status).toBe(422);
    expect(await auditOf('open assessment')).toEqual([{ about: 'ocena-2027', recordId: null }]);
    const page = await (await office.get(cycle)).text();
    expect(page).toContain('Postęp: członkostwa i kryteria');
    expect(page).toContain(`${cycle}/${membership}`);
  });

  it.each(roles.filter((role) => role !== 'assessor'))('is not opened, moved on or handed out by a %s', async (role) => {
    const office = await as(role);
    for (const path of ['/office/assessment', `${cycle}/state`, `${cycle}/scorers`])
      expect([path, (await office.post(path, { year: '2028', do: 'check' })).status]).toEqual([path, 403]);
    expect((await office.post(`${cycle}/${membership}/V1`, judged)).status).toBe(403);
  });

  it.each(['reader', 'offers-coordinator'] as const)('is not shown to a %s who was not asked to score', async (role) => {
    const office = await as(role);
    for (const path of ['/office/assessment', cycle, `${cycle}/${membership}`]) expect((await office.get(path)).status).toBe(403);
  });

  it('takes nothing from another site', async () => {
    const office = await as('assessor');
    for (const path of ['/office/assessment', `${cycle}/state`, `${cycle}/scorers`, `${cycle}/${membership}/V1`])
      expect((await office.post(path, { year: '2028' }, fromElsewhere)).status).toBe(403);
  });
});

describe('a sheet', () => {
  it('shows what the register counts with its records, and what is unknown as the whole scale', async () => {
    const page = await (await (await as('editor')).get(`${cycle}/${membership}`)).text();
    expect(page).toContain('policzon');
    expect(page).toContain('cała skala, od 0 do 100');
    expect(page).toContain('Ten arkusz oceniają osoby zaproszone z komórki');
    expect(page).not.toContain('name="reason"');
  });

  it('keeps a judgement with its reason, once however often it is sent', async () => {
    const office = await as('assessor');
    const sent = await office.post(`${cycle}/${membership}/V5`, judged);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${cycle}/${membership}?done=saved#V5`]);
    expect((await office.post(`${cycle}/${membership}/V5`, judged)).status).toBe(303);
    const { id } = await stored();
    const scores = await place().db.read((reader) => scoresOfCycle(reader, id));
    expect(scores.map(({ criterion, judgement, version }) => ({ criterion, judgement, version }))).toEqual([
      { criterion: 'V5', version: 1, judgement: { state: 'judged', from: 2.5, to: 3, seenOn: '2026-11-20', reason: { pl: 'Komórka policzyła spotkania.' } } },
    ]);
    expect((await auditOf('save score')).map((row) => row.about)).toEqual(['ocena-2027 V5']);
    const page = await (await office.get(`${cycle}/${membership}`)).text();
    expect(page).toContain('od 2,5 do 3');
    expect(page).toContain('Komórka policzyła spotkania.');
  });

  it.each([
    ['an interval turned around', { from: '3', to: '1' }, '„od” jest większe niż „do”'],
    ['no number', { from: 'dużo' }, 'wpisz liczbę'],
    ['infinity', { from: 'Infinity' }, 'wpisz liczbę'],
    ['a number beyond the scale', { from: '900', to: '' }, 'poza skalą kryterium'],
    ['no reason', { reason: '' }, 'napisz, skąd to wiadomo'],
    ['a day that is none', { seenOn: 'wczoraj' }, 'wpisz dzień'],
    ['no answer', { what: 'nie wiem' }, 'wybierz jedną odpowiedź'],
  ])('refuses %s and gives back what was typed', async (_what, change, words) => {
    const answer = await (await as('assessor')).post(`${cycle}/${membership}/V6`, { ...judged, reasonEn: 'typed with care', ...change });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain('typed with care');
    const { id } = await stored();
    expect((await place().db.read((reader) => scoresOfCycle(reader, id))).some((one) => one.criterion === 'V6')).toBe(false);
  });

  it('does not overwrite what somebody else has scored meanwhile', async () => {
    const office = await as('assessor', 'Jan Testowy');
    const answer = await office.post(`${cycle}/${membership}/V5`, { ...judged, from: '1', to: '', reason: 'Moje zdanie jest inne.' });
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain('Moje zdanie jest inne.');
    expect(page).toContain('Teraz zapisane');
    expect(page).toContain('Komórka policzyła spotkania.');
    expect((await office.post(`${cycle}/${membership}/V5`, { ...judged, from: '1', to: '', reason: 'Moje zdanie jest inne.', version: '1' })).status).toBe(303);
  });

  it('keeps that there is none, and gives the word back to the register', async () => {
    const office = await as('assessor');
    expect((await office.post(`${cycle}/${membership}/V7`, { ...judged, what: 'confirmed-none', from: '', to: '' })).status).toBe(303);
    expect(await (await office.get(`${cycle}/${membership}`)).text()).toContain('sprawdzono, że nie ma');
    expect((await office.post(`${cycle}/${membership}/V7`, { ...judged, what: 'register', version: '1' })).status).toBe(303);
    expect((await auditOf('take score back')).map((row) => row.about)).toEqual(['ocena-2027 V7']);
  });

  it('is open to the unit in charge and to no other', async () => {
    const person = await colleague(place(), 'Ola Środowiskowa', ['reader']);
    const assessor = await as('assessor');
    const asking = { person: person.actorId, unit: 'wydzial-srodowiska' };
    const wrong = await assessor.post(`${cycle}/scorers`, { ...asking, unit: 'nie-ma' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('wybierz komórkę z listy');
    for (let time = 0; time < 2; time += 1) expect((await assessor.post(`${cycle}/scorers`, asking)).status).toBe(303);
    expect((await auditOf('set scorers')).length).toBe(1);
    const hers = officeAs(place(), person, () => now);
    expect((await hers.get(cycle)).status).toBe(200);
    expect((await hers.post(`${cycle}/${membership}/V8`, { ...judged, from: '1', to: '' })).status).toBe(303);
    const page = await (await hers.get(cycle)).text();
    const others = [...page.matchAll(/href="(\/office\/assessment\/ocena-2027\/[a-z-]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => !/(weights|reference|settings|check)$/.test(path));
    const answers = await Promise.all(others.map(async (path) => (await hers.post(`${path}/V8`, { ...judged, version: '', from: '2', to: '' })).status));
    expect(answers).toContain(403);
    expect((await assessor.post(`${cycle}/scorers`, { ...asking, do: 'remove' })).status).toBe(303);
    expect((await hers.get(cycle)).status).toBe(403);
  });
});

describe('a cycle that is done', () => {
  it('is checked, closed in a thread of its own while it can be left, and handed in once', async () => {
    const office = await as('assessor');
    const old = await versionNow();
    expect((await office.post(`${cycle}/state`, { do: 'close', version: old, closedOn: '2026-11-22' })).status).toBe(409);
    expect((await office.post(`${cycle}/state`, { do: 'check', version: old })).headers.get('location')).toBe(`${cycle}?done=saved`);
    const stale = await office.post(`${cycle}/state`, { do: 'reopen', version: old });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Ktoś zmienił tę ocenę');
    const wrong = await office.post(`${cycle}/state`, { do: 'close', version: await versionNow(), closedOn: '2030-01-01' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="2030-01-01"');
    const closing = { do: 'close', version: await versionNow(), closedOn: '2026-11-22' };
    for (let time = 0; time < 2; time += 1) expect((await office.post(`${cycle}/state`, closing)).headers.get('location')).toBe(cycle);
    const seen = await office.get(cycle);
    expect(seen.headers.get('refresh')).toBe('2');
    expect(await seen.text()).toContain('Trwa liczenie');
    await expect.poll(async () => (await stored()).state, { timeout: 60_000, interval: 200 }).toBe('closed');
    expect((await auditOf('close assessment')).length).toBe(1);
    const page = await (await office.get(cycle)).text();
    expect(page).toContain('Przekaż do publikacji');
    expect((await office.post(`${cycle}/${membership}/V8`, { ...judged, version: '1' })).status).toBe(409);
    const handing = { do: 'submit', version: await versionNow() };
    const handed = await office.post(`${cycle}/state`, handing);
    expect(handed.headers.get('location')).toBe(`${cycle}?done=submitted`);
    expect((await office.post(`${cycle}/state`, handing)).status).toBe(409);
    const { state, revisionId } = await stored();
    expect(state).toBe('submitted');
    expect((await (await as('publisher')).get(`/office/queue/${revisionId ?? ''}`)).status).toBe(200);
  }, 90_000);
});
