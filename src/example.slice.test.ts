import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLocalUse } from '#insight/index.ts';
import { exampleApplications } from '#offers/index.ts';
import { day } from '#basics/day.ts';
import { appOver } from '../test/app.ts';
import { hidden, versionIn, withFile, pdf } from '../test/applications.ts';
import { worldNow } from '../test/database.ts';
import { institutionAs } from '../test/institution.ts';
import { colleague, officeAs } from '../test/office.ts';
import { storeFor } from '../test/world.ts';
import { loadExample } from './example.ts';

const root = resolve(import.meta.dirname, '..');
const applicationsFile = join(root, 'src/db/example/nadrzecze/applications.json');

const steps = { applied: z.number(), chosen: z.number(), passedOn: z.number(), won: z.number() };
const figures = z.object({
  applications: z.object({
    calls: z.number(),
    institutions: z.number(),
    interests: z.number(),
    total: z.object(steps),
    byKind: z.array(z.object({ kinds: z.array(z.string()), ...steps })),
    byTheme: z.array(z.object({ theme: z.string(), calls: z.number(), ...steps })),
  }),
});

describe('the invented city', () => {
  const place = storeFor('empty');
  beforeAll(async () => {
    const loaded = await loadExample(place().db, root, 'nadrzecze', worldNow);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal));
  });

  it('shows how many of its institutions applied, by theme and kind; kinds of which there are few stand together', async () => {
    const { applications } = figures.parse(await (await appOver(place).get('/pl/oferty/liczby.json')).json());
    expect(applications).toMatchObject({ calls: 3, institutions: 5, interests: 1, total: { applied: 11, chosen: 5, passedOn: 5, won: 2 } });
    expect(applications.byKind.map(({ kinds, applied, won }) => [kinds, applied, won])).toEqual([
      [['cultural-institution'], 3, 0],
      [['museum'], 3, 1],
      [['library', 'ngo', 'university'], 5, 1],
    ]);
    expect(applications.byTheme.find(({ theme }) => theme === 'heritage')).toMatchObject({ calls: 1, applied: 4, passedOn: 2, won: 1 });
    expect(applications.byTheme.find(({ theme }) => theme === 'environment')).toMatchObject({ calls: 2, applied: 7, passedOn: 3, won: 1 });
  });

  it('has a won application whose effect stands in the register', async () => {
    const use = await place().db.read((reader) => readLocalUse(reader, day('2026-11-22')));
    const records = use?.get('krajowy-zwiazek-miast-nadwodnych')?.evidence.map(({ kind, slug }) => `${kind} ${slug}`);
    expect(records).toEqual(['effect kzmn-2026-steps', 'offer granty-na-nabrzeza-2026']);
    expect(use?.get('liga-starych-mostow')?.institutions).toBe(1);
  });

  it('has an open call that leads from the list of offers to a form, which an institution fills in and sends', async () => {
    const { get } = appOver(place);
    expect(await (await get('/pl/oferty')).text()).toContain('/pl/oferty/sztuka-nad-rzeka-2027');
    const apply = '/pl/oferty/sztuka-nad-rzeka-2027/zgloszenie';
    expect(await (await get('/pl/oferty/sztuka-nad-rzeka-2027')).text()).toContain(apply);
    const lender = { contactId: '0197b001-0000-7000-8000-000000000002', institutionId: '0197b000-0000-7000-8000-000000000002', lang: 'pl' as const };
    const zone = await institutionAs(place(), { ...lender, institutionName: '', name: '', email: '' });
    const begun = await zone.post(apply, { once: hidden(await (await zone.get(apply)).text(), 'once') });
    const address = begun.headers.get('location') ?? '';
    const page = await (await zone.get(address)).text();
    for (const asked of ['Tytuł pracy', 'Rodzaj pracy', 'Waga pracy w kilogramach', 'Szkic lub zdjęcie pracy', 'Praca przetrwa na dworze trzy miesiące'])
      expect(page).toContain(asked);
    const answers = { f1: 'Fala', f2: 'Fala z zakładek do książek.', f3: 'o1', f4: '35', f6: 'yes' };
    const sent = await zone.post(address, withFile({ version: versionIn(page), ...answers, do: 'send' }, 'f5', pdf));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?done=sent`]);
  });

  it('waits for somebody of the office who takes its offer over and sees who applied', async () => {
    const office = officeAs(place(), await colleague(place(), 'Krystyna', ['offers-coordinator']));
    const at = '/office/offers/sztuka-nad-rzeka-2027';
    // A page beyond the last one is the last one.
    for (const list of ['/office/offers', '/office/offers?show=all&page=99']) expect(await (await office.get(list)).text()).toContain(at);
    const before = await (await office.get(at)).text();
    expect(before).toContain('2026/0010');
    expect(before).not.toContain('Muzeum Przeprawy');
    expect((await office.post(`${at}/crew`, { do: 'take' })).status).toBe(303);
    const after = await (await office.get(at)).text();
    for (const name of ['Muzeum Przeprawy', 'Teatr na Przystani', 'Stocznia Rzeczna']) expect(after).toContain(name);
    const one = await (await office.get('/office/applications/5b1d7c40-6e2a-4f0b-9c31-000000000011')).text();
    expect(one).toContain('Syrena mgłowa');
    expect((await office.post('/office/applications/5b1d7c40-6e2a-4f0b-9c31-000000000011/step', { to: 'checked', version: versionIn(one) })).status).toBe(303);
  });
});

const example = z.object({
  calls: z.array(z.looseObject({ offer: z.string() })),
  applications: z.array(z.looseObject({ steps: z.array(z.looseObject({ to: z.string(), on: z.string() })), answers: z.record(z.string(), z.string()).optional() })),
});

describe('applications of an example', () => {
  const place = storeFor('empty');

  it.each([
    [
      'a step that no way leads to',
      {
        steps: [
          { to: 'draft', on: '2026-05-01' },
          { to: 'won', on: '2026-05-02', day: '2026-05-02' },
        ],
      },
      'no way leads from draft to won',
    ],
    [
      'steps that go back in time',
      {
        steps: [
          { to: 'draft', on: '2026-05-02' },
          { to: 'sent', on: '2026-05-01' },
        ],
      },
      'sent comes before draft',
    ],
    [
      'a required answer that is missing',
      {
        answers: {},
        steps: [
          { to: 'draft', on: '2026-05-01' },
          { to: 'sent', on: '2026-05-02' },
        ],
      },
      'f1: missing',
    ],
    ['an offer for which nothing is taken', { offer: 'noc-festiwali-2027' }, 'nothing is taken for noc-festiwali-2027'],
  ])('are refused with %s', async (_what, wrong, message) => {
    const { calls, applications } = example.parse(JSON.parse(await readFile(applicationsFile, 'utf8')));
    const read = exampleApplications.safeParse({ calls, applications: [{ ...applications[0], ...wrong }] });
    expect(read.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  it('leave the store empty where one of them names an institution that is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koga-example-'));
    try {
      await cp(join(root, 'src/db/example/nadrzecze'), join(folder, 'src/db/example/nadrzecze'), { recursive: true });
      const text = await readFile(applicationsFile, 'utf8');
      await writeFile(join(folder, 'src/db/example/nadrzecze/applications.json'), text.replace('0197b000-0000-7000-8000-000000000008', '0197b000-0000-7000-8000-000000000099'));
      await expect(loadExample(place().db, folder, 'nadrzecze', worldNow)).rejects.toThrow('lacks its offer or its institution');
      const kept = await place().db.read((reader) =>
        Promise.all([
          reader.selectFrom('records').select('id').execute(),
          reader.selectFrom('institutions').select('id').execute(),
          reader.selectFrom('settings').select('name').execute(),
        ]),
      );
      expect(kept).toEqual([[], [], []]);
      expect((await loadExample(place().db, root, 'nadrzecze', worldNow)).ok).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
