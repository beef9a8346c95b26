import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectOwner } from '#db/connect.ts';
import { kinds } from '../kinds.ts';
import { office, person, storeFor } from '../../test/world.ts';
import { publish, sendBack, submit, type Actor } from './publish.ts';
import { listChanges, labelOf, publishedRevisions } from './history.ts';
import { currentRevisionId, findRecord, registerVersion, stateOfRevision } from './store.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

const now = new Date('2026-11-23T09:30:15Z');
const unit = (name: string) => ({ name: { pl: name, en: `${name} (en)` }, kind: 'department' });

describe('publishing', () => {
  const store = storeFor('world');

  const people = async (): Promise<{ author: Actor; publisher: Actor }> => ({
    author: await person(store().db, 'Anna Redaktor'),
    publisher: await person(store().db, 'Piotr Publikujący'),
  });

  const handIn = async (slug: string, body: unknown, author: Actor, basedOn?: string | null): Promise<{ recordId: string; revisionId: string }> => {
    const handed = await submit(store().db, kinds, { kind: 'unit', slug, body, actor: author, now, ...(basedOn === undefined ? {} : { basedOn }) });
    if (!handed.ok) throw new Error(`${handed.refusal} ${handed.detail ?? ''}`);
    return handed.value;
  };

  it('makes a record public with its label, its line in the change register and its audit row, all at once', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const before = await db.read(registerVersion);
    const { recordId, revisionId } = await handIn('wydzial-nowy', unit('Wydział Nowy'), author);
    expect(await db.read((reader) => currentRevisionId(reader, recordId))).toBeUndefined();
    const published = await publish(db, kinds, { revisionId, actor: publisher, now, publishingBody: office, why: { pl: 'nowa komórka' } });
    expect(published.ok).toBe(true);
    await db.read(async (reader) => {
      expect(await currentRevisionId(reader, recordId)).toBe(revisionId);
      expect(await stateOfRevision(reader, revisionId)).toBe('published');
      const label = await labelOf(reader, recordId);
      expect(label).toMatchObject({ author: { name: 'Anna Redaktor' }, publisher: { name: 'Piotr Publikujący' }, body: office, revision: 1, publishedAt: now, updatedAt: now });
      const [change] = await listChanges(reader, { recordId }, { limit: 5, offset: 0 });
      expect(change).toMatchObject({ change: 'new', title: { pl: 'Wydział Nowy' }, why: { pl: 'nowa komórka' }, at: now });
      const audit = await reader.selectFrom('audit').select('action').where('recordId', '=', recordId).orderBy('id').execute();
      expect(audit.map((row) => row.action)).toEqual(['submit', 'publish']);
      expect(await registerVersion(reader)).toBe(before + 1);
    });
  });

  it('refuses the author as approver and leaves a trace of the attempt', async () => {
    const { db } = store();
    const { author } = await people();
    const { recordId, revisionId } = await handIn('wydzial-wlasny', unit('Wydział Własny'), author);
    expect(await publish(db, kinds, { revisionId, actor: author, now, publishingBody: office })).toMatchObject({ ok: false, refusal: 'ownWork' });
    await db.read(async (reader) => {
      expect(await currentRevisionId(reader, recordId)).toBeUndefined();
      const audit = await reader.selectFrom('audit').select('action').where('recordId', '=', recordId).execute();
      expect(audit.map((row) => row.action)).toContain('publish refused: own work');
    });
  });

  it('flags an administrator’s override in public history', async () => {
    const { db } = store();
    const { author } = await people();
    const { recordId, revisionId } = await handIn('wydzial-pilny', unit('Wydział Pilny'), author);
    expect((await publish(db, kinds, { revisionId, actor: author, now, publishingBody: office, override: true })).ok).toBe(true);
    const [change] = await db.read((reader) => listChanges(reader, { recordId }, { limit: 1, offset: 0 }));
    expect(change?.override).toBe(true);
  });

  it('supersedes the older revision, which stays readable, and keeps the day of first publication', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const first = await handIn('wydzial-zmienny', unit('Nazwa pierwsza'), author);
    await publish(db, kinds, { revisionId: first.revisionId, actor: publisher, now, publishingBody: office });
    const later = new Date('2027-01-05T08:00:00Z');
    const second = await handIn('wydzial-zmienny', unit('Nazwa druga'), author, first.revisionId);
    await publish(db, kinds, { revisionId: second.revisionId, actor: publisher, now: later, publishingBody: office });
    await db.read(async (reader) => {
      const revisions = await publishedRevisions(reader, first.recordId);
      expect(revisions.map((revision) => [revision.number, revision.current])).toEqual([
        [2, true],
        [1, false],
      ]);
      expect(revisions[1]?.body).toMatchObject({ name: { pl: 'Nazwa pierwsza' } });
      expect(await labelOf(reader, first.recordId)).toMatchObject({ publishedAt: now, updatedAt: later, revision: 2 });
      expect(await stateOfRevision(reader, first.revisionId)).toBe('superseded');
    });
  });

  it('refuses a change that was made from an older revision than the one that is public', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const first = await handIn('wydzial-dwoch', unit('Wydział Dwóch'), author);
    await publish(db, kinds, { revisionId: first.revisionId, actor: publisher, now, publishingBody: office });
    const a = await handIn('wydzial-dwoch', unit('Wersja A'), author, first.revisionId);
    const b = await handIn('wydzial-dwoch', unit('Wersja B'), author, first.revisionId);
    expect((await publish(db, kinds, { revisionId: a.revisionId, actor: publisher, now, publishingBody: office })).ok).toBe(true);
    expect(await publish(db, kinds, { revisionId: b.revisionId, actor: publisher, now, publishingBody: office })).toMatchObject({ refusal: 'stale' });
    expect(await submit(db, kinds, { kind: 'unit', slug: 'wydzial-dwoch', body: unit('C'), actor: author, now, basedOn: first.revisionId })).toMatchObject({ refusal: 'stale' });
  });

  it('publishes one of two approvals that arrive at the same moment', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const { revisionId } = await handIn('wydzial-naraz', unit('Wydział Naraz'), author);
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish(db, kinds, { revisionId, actor: publisher, now, publishingBody: office })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('returns a revision with the reason, and what was returned cannot be published', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const { revisionId } = await handIn('wydzial-zwrocony', unit('Wydział Zwrócony'), author);
    expect(await sendBack(db, { revisionId, actor: publisher, now, why: { pl: 'brak źródła' } })).toEqual({ ok: true, value: 'draft' });
    expect(await publish(db, kinds, { revisionId, actor: publisher, now, publishingBody: office })).toMatchObject({ refusal: 'notSubmitted' });
  });

  it('takes a record out of public view and keeps its history', async () => {
    const { db } = store();
    const { author, publisher } = await people();
    const { recordId, revisionId } = await handIn('wydzial-wycofany', unit('Wydział Wycofany'), author);
    await publish(db, kinds, { revisionId, actor: publisher, now, publishingBody: office });
    expect(await withdraw(db, kinds, { revisionId, actor: publisher, now, publishingBody: office, why: { pl: 'pomyłka' } })).toEqual({ ok: true, value: 'withdrawn' });
    await db.read(async (reader) => {
      expect(await reader.selectFrom('units').select('id').where('id', '=', recordId).executeTakeFirst()).toBeUndefined();
      expect(await publishedRevisions(reader, recordId)).toMatchObject([{ number: 1, current: false, withdrawn: true }]);
    });
    expect(await withdraw(db, kinds, { revisionId, actor: publisher, now, publishingBody: office, why: { pl: 'znowu' } })).toMatchObject({ refusal: 'notPublished' });
  });

  it('names what a body lacks, and what it refers to that is not there', async () => {
    const { db } = store();
    const { author } = await people();
    expect(await submit(db, kinds, { kind: 'unit', slug: 'zly', body: { name: { en: 'only English' } }, actor: author, now })).toMatchObject({ refusal: 'badBody' });
    const stray = await submit(db, kinds, { kind: 'ask', slug: 'zly', body: { membership: 'nie-ma', type: 'fee', year: 2026, amount: '1', currency: 'PLN' }, actor: author, now });
    expect(stray).toMatchObject({ refusal: 'missingReference', detail: 'membership: membership nie-ma' });
    expect(await db.read((reader) => findRecord(reader, 'ask', 'zly'))).toBeUndefined();
  });

  it('leaves everything public so that it can be made again, and finds a row that somebody changed behind its back', async () => {
    const { db, server } = store();
    expect(await verify(db, kinds)).toEqual([]);
    const owner = connectOwner(server);
    await sql`update units set name_pl = 'inna nazwa' where name_pl = 'Nazwa druga'`.execute(owner);
    expect(await verify(db, kinds)).toEqual([{ what: 'table-differs', where: 'units' }]);
    await sql`update units set name_pl = 'Nazwa druga' where name_pl = 'inna nazwa'`.execute(owner);
    await owner.destroy();
  });
});
