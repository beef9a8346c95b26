import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#accounts/index.ts';
import { checkCycle, closeCycle, cycleNamed } from '#assessment/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { loadExample } from '../../example.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { decisionFrom } from './decide.ts';

const now = new Date('2026-11-22T09:00:00Z');
const place = storeFor('empty');
const cycle = '/office/assessment/ocena-2027';
const path = `${cycle}/forum-transportu-wodnego/decision`;

const as = async (role: Role) => officeAs(place(), await colleague(place(), `Anna ${role}`, [role]), () => now);
const stored = async () => {
  const found = await place().db.read((reader) => cycleNamed(reader, 'ocena-2027'));
  if (found === undefined) throw new Error('the cycle is there');
  return found;
};

beforeAll(async () => {
  const loaded = await loadExample(place().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', now);
  if (!loaded.ok) throw new Error(loaded.refusal);
  await (await as('assessor')).post('/office/assessment', { year: '2027' });
});

describe('a computation that a restart has cut off', () => {
  const told = async (action: string, at: Date): Promise<void> => {
    const { actorId } = await colleague(place(), 'Olga Oceniająca', ['assessor']);
    await place().db.write((tx) => insertAudit(tx, { at, actorId, action, about: 'ocena-2027' }));
  };

  it('says so on the page, and can be started again', async () => {
    const office = await as('assessor');
    expect(await (await office.get(`${cycle}/check`)).text()).not.toContain('przerwało ponowne uruchomienie');
    await told('begin trial of assessment', new Date('2026-11-22T08:00:00Z'));
    const check = await (await office.get(`${cycle}/check`)).text();
    expect(check).toContain('Liczenie zaczęte o 09:00:00 przerwało ponowne uruchomienie programu.');
    expect(check).toContain('Policz próbnie');
    await told('end trial of assessment', new Date('2026-11-22T08:00:05Z'));
    expect(await (await office.get(`${cycle}/check`)).text()).not.toContain('przerwało ponowne uruchomienie');
  });

  it('says of a closing that nothing was frozen', async () => {
    const { id, version } = await stored();
    const actor = { id: (await colleague(place(), 'Olga Oceniająca', ['assessor'])).actorId, kind: 'person' as const };
    expect((await checkCycle(place().db, { cycleId: id, version, actor, now })).ok).toBe(true);
    await told('begin closing assessment', new Date('2026-11-22T08:30:00Z'));
    const page = await (await (await as('assessor')).get(cycle)).text();
    expect(page).toContain('Zamykanie zaczęte o 09:30:00 przerwało ponowne uruchomienie programu. Nic nie zostało utrwalone.');
    expect(page).toContain('Zamknij ocenę');
    const closed = await closeCycle(place().db, { cycleId: id, version: version + 1, actor, now, closedOn: '2026-11-22' });
    expect(closed.ok).toBe(true);
    expect(await (await (await as('assessor')).get(cycle)).text()).not.toContain('przerwało ponowne uruchomienie');
  }, 60_000);
});

describe('a decision', () => {
  it('begins with the membership, the course and the figures of the cycle, once however often the button is pressed', async () => {
    const office = await as('editor');
    const [first, second] = [await office.post(path), await office.post(path)];
    const location = first.headers.get('location') ?? '';
    expect([first.status, location.startsWith('/office/drafts/'), second.headers.get('location')]).toEqual([303, true, location]);
    const draft = await place().db.read((reader) =>
      reader.selectFrom('drafts').where('id', '=', location.slice('/office/drafts/'.length)).select(['kind', 'body']).executeTakeFirstOrThrow(),
    );
    expect([draft.kind, draft.body]).toEqual(['decision', expect.objectContaining({ membership: 'forum-transportu-wodnego', date: '2026-11-22' })]);
    expect(JSON.stringify(draft.body)).toContain('Ocena za rok 2027');
    // The cycle is closed and not public yet: a public decision could not lead to it.
    expect(draft.body).not.toHaveProperty('assessment');
    expect((await office.get(location)).status).toBe(200);
  });

  it('is not begun by others, from elsewhere, or on a membership that the cycle does not know', async () => {
    for (const role of ['reader', 'assessor', 'publisher', 'administrator'] as const) expect([role, (await (await as(role)).post(path)).status]).toEqual([role, 403]);
    const office = await as('editor');
    expect((await office.post(path, {}, fromElsewhere)).status).toBe(403);
    expect((await office.post(`${cycle}/stowarzyszenie-miast-targowych/decision`)).status).toBe(404);
  });

  it('proposes no course where the result is uncertain or rests on too little', () => {
    const result = {
      membership: 'a',
      completeness: { benefits: 0.2, asks: 1 },
      missing: [],
      benefits: null,
      asks: null,
      shares: null,
      places: [],
      ahead: [],
      centralWeights: null,
      confidence: null,
      indication: 'tooLittleData' as const,
      others: [],
    };
    const begun = decisionFrom({ year: 2027 }, result, 'ocena-2027', '2026-11-22');
    expect(begun).not.toHaveProperty('course');
    expect(begun).toMatchObject({ assessment: 'ocena-2027', reason: { pl: 'Ocena za rok 2027 mówi: za mało danych.' } });
  });
});
