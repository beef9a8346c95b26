import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publish, submit, type Actor } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, revisionById } from '#publishing/store.ts';
import { withdraw } from '#publishing/withdraw.ts';
import { kinds } from '../../kinds.ts';
import { appOver } from '../../../test/app.ts';
import { office, person, storeFor } from '../../../test/world.ts';

const now = new Date('2026-11-23T09:30:15Z');
const secret = 'TYLKO-DLA-URZEDU';

describe('history in public', () => {
  const store = storeFor('world');
  const app = appOver(store);
  let author: Actor;
  let publisher: Actor;

  const get = async (path: string): Promise<{ status: number; text: string; location: string | null }> => {
    const response = await app.get(path);
    return { status: response.status, text: await response.text(), location: response.headers.get('location') };
  };
  const json = async (path: string): Promise<unknown> => JSON.parse((await get(path)).text);

  const currentOf = (kind: string, slug: string): Promise<{ id: string; body: Record<string, unknown> }> =>
    store().db.read(async (reader) => {
      const record = await findRecord(reader, kind, slug);
      const id = record && (await currentRevisionId(reader, record.id));
      const revision = id === undefined ? undefined : await revisionById(reader, id);
      if (!revision) throw new Error(`${kind} ${slug} is not in public`);
      return { id: revision.id, body: z.record(z.string(), z.unknown()).parse(revision.body) };
    });

  const handIn = async (kind: string, slug: string, body: object): Promise<string> => {
    const handed = await submit(store().db, kinds, { kind, slug, body, actor: author, now });
    if (!handed.ok) throw new Error(handed.detail ?? handed.refusal);
    return handed.value.revisionId;
  };

  beforeAll(async () => {
    const { db } = store();
    author = await person(db, 'Anna Redaktor');
    publisher = await person(db, 'Piotr Publikujący');
    const { body } = await currentOf('organisation', 'owhc');
    const revisionId = await handIn('organisation', 'owhc', { ...body, acronym: 'NOWY', officeNotes: secret });
    await publish(db, kinds, { revisionId, actor: publisher, now, publishingBody: office, why: { pl: 'Poprawiono skrót', en: 'The acronym was corrected' } });
    await handIn('organisation', 'owhc', { ...body, acronym: 'ROBOCZY' });
    await handIn('unit', 'wydzial-w-przygotowaniu', { name: { pl: 'Wydział w przygotowaniu' }, kind: 'department' });
    const award = await currentOf('award', 'healthy-ageing-50');
    await withdraw(db, kinds, { revisionId: award.id, actor: publisher, now, why: { pl: 'Wpis pomyłkowy', en: 'Entered by mistake' }, publishingBody: office });
  });

  it('lists who changed what, when to the second by the clock of the city, and why', async () => {
    const { status, text } = await get('/pl/rejestr-zmian');
    expect(status).toBe(200);
    expect(text).toContain('10:30:15');
    expect(text).toContain('Poprawiono skrót');
    expect(text).toContain('Piotr Publikujący');
    expect(text).toContain('href="/pl/historia/organisations/owhc/2"');
  });

  it('gives one kind of record where one is asked for, and everything where the kind is none', async () => {
    const { items } = z.object({ items: z.array(z.object({ change: z.string(), kind: z.string() })) }).parse(await json('/en/changes.json?kind=award'));
    expect(items[0]).toEqual({ change: 'withdrawn', kind: 'award' });
    expect(items.every((item) => item.kind === 'award')).toBe(true);
    expect((await get('/en/changes?kind=nonsense&page=-3')).text).toBe((await get('/en/changes')).text);
  });

  it('holds the published revisions of a record and no draft', async () => {
    expect(await json('/en/history/organisations/owhc.json')).toMatchObject({
      withdrawn: false,
      current: { number: 2 },
      revisions: [
        { number: 2, current: true },
        { number: 1, current: false },
      ],
    });
    expect((await get('/pl/historia/organisations/owhc')).text).not.toContain('ROBOCZY');
    expect((await get('/pl/historia/organisations/owhc/3')).status).toBe(404);
    expect((await get('/pl/historia/units/wydzial-w-przygotowaniu')).status).toBe(404);
  });

  it('says over an archived revision that it is not current, and leads to the one that is', async () => {
    const { text } = await get('/pl/historia/organisations/owhc/1');
    expect(text).toContain('Wersja archiwalna');
    expect(text).toContain('href="/pl/organizacje/owhc"');
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect((await get('/pl/historia/organisations/owhc/2')).text).not.toContain('Wersja archiwalna');
  });

  it('never shows what belongs to the office', async () => {
    for (const path of ['', '/2', '/1/2']) {
      for (const format of ['', '.json']) {
        const { status, text } = await get(`/pl/historia/organisations/owhc${path}${format}`);
        expect(status).toBe(200);
        expect(text).not.toContain(secret);
        expect(text).not.toContain('officeNotes');
      }
    }
  });

  it('compares two revisions field by field, in words', async () => {
    expect(await json('/pl/historia/organisations/owhc/1/2.json')).toMatchObject({ differences: [{ path: ['acronym'], before: 'OWHC', after: 'NOWY', kind: 'changed' }] });
    expect((await get('/pl/historia/organisations/owhc/1/2')).text).toContain('zmieniono');
  });

  it('marks the words in which a text differs, on both sides and in its own language', async () => {
    const { body } = await currentOf('organisation', 'zmp');
    const organs = { pl: 'Zgromadzenie ogólne, komisja rewizyjna i zarząd.', en: 'General assembly.' };
    const revisionId = await handIn('organisation', 'zmp', { ...body, organs });
    await publish(store().db, kinds, { revisionId, actor: publisher, now, publishingBody: office, why: { pl: 'Uzupełniono organy', en: 'The organs were completed' } });
    const { text } = await get('/pl/historia/organisations/zmp/1/2');
    expect(text).toContain('<div>Zgromadzenie ogólne i zarząd.</div>');
    expect(text).toContain('Zgromadzenie ogólne<ins>, komisja rewizyjna </ins>i zarząd.');
    expect(text).toContain('<span lang="en">General assembly<del> and board</del>.</span>');
  });

  it.each(['/pl/historia/organisations/owhc/1', '/en/history/organisations/owhc/1'])('gives a native name its language (%s)', async (path) => {
    expect((await get(path)).text).toContain('<span lang="fr">Organisation des villes du patrimoine mondial</span>');
  });

  it('has one address for a comparison, the older revision first', async () => {
    expect(await get('/en/history/organisations/owhc/2/1')).toMatchObject({ status: 301, location: '/en/history/organisations/owhc/1/2' });
    expect((await get('/en/history/organisations/owhc/1/1')).status).toBe(404);
  });

  it('keeps the history of a record that was withdrawn, and says so', async () => {
    const { status, text } = await get('/pl/historia/awards/healthy-ageing-50');
    expect(status).toBe(200);
    expect(text).toContain('Zapis wycofano z publikacji');
    expect(text).toContain('Wpis pomyłkowy');
    expect((await get('/pl/historia/awards/healthy-ageing-50/1')).text).toContain('nie ma wersji aktualnej');
  });

  it('leads on from an address that a record had before', async () => {
    const { db } = store();
    await db.write(async (tx) => {
      const record = await findRecord(tx, 'organisation', 'icorn');
      if (!record) throw new Error('the example has no icorn');
      await tx.insertInto('slugHistory').values({ kind: 'organisation', slug: 'icorn-dawniej', recordId: record.id }).execute();
    });
    expect(await get('/pl/historia/organisations/icorn-dawniej')).toMatchObject({ status: 301, location: '/pl/historia/organisations/icorn' });
  });
});
