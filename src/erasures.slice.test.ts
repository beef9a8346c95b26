import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, type Accounts } from '#accounts/index.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { accountsOver, joined } from '../test/accounts.ts';
import { colleague } from '../test/office.ts';
import { storeFor } from '../test/world.ts';
import { eraseAgain, keepErasures, readErasures } from './erasures.ts';
import { eraseContacts } from './feedback/index.ts';

describe('who was erased stays erased', () => {
  const [store, older] = [storeFor('world'), storeFor('world')];
  let accounts: Accounts;
  let folder: string;
  beforeAll(async () => {
    accounts = accountsOver(store());
    folder = await mkdtemp(join(tmpdir(), 'koga-erasures-'));
  });
  afterAll(async () => {
    await accounts.close();
    await rm(folder, { recursive: true, force: true });
  });
  const named = (place: typeof store, name: string) => place().db.read((reader) => reader.selectFrom('people').select('actorId').where('name', '=', name).execute());

  /** A remark with an address for the answer, under the same number in both databases. */
  const remarkIn = (place: typeof store, id: string): Promise<void> =>
    place().db.write(async (tx) => {
      await tx
        .insertInto('feedback')
        .values({ id, at: new Date(), lang: 'pl', kind: 'error', message: 'Błąd w dacie przystąpienia', state: 'new', path: null, useful: null })
        .execute();
      await tx.insertInto('feedbackContacts').values({ feedbackId: id, email: 'czytelnik@dom.example' }).execute();
    });

  it('also where a database comes back from an older backup', async () => {
    const file = join(folder, 'erasures.ndjson');
    const { actorId } = await joined(accounts, 'odchodzi@urzad.example', ['editor'], 'Jan Odchodzi');
    await joined(accounts, 'szefowa@urzad.example', ['administrator'], 'Ewa Szefowa');
    const remark = uuidv7();
    await remarkIn(store, remark);
    // The backup was made while they were still there.
    await remarkIn(older, remark);
    await older().db.write(async (tx) => {
      await tx.insertInto('actors').values({ id: actorId, kind: 'person', rolePl: 'redaktor', roleEn: 'editor', createdAt: new Date() }).execute();
      await tx.insertInto('people').values({ actorId, name: 'Jan Odchodzi', email: 'odchodzi@urzad.example' }).execute();
    });

    const by = await colleague(store(), 'Ewa', ['administrator']);
    expect((await erasePerson(accounts, { by, actorId })).ok).toBe(true);
    await store().db.write((tx) => eraseContacts(tx, remark));
    expect(await keepErasures(store().db, file)).toBe(2);
    expect(await keepErasures(store().db, file)).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).not.toMatch(/Odchodzi|@/);

    expect(await named(older, 'Jan Odchodzi')).toHaveLength(1);
    expect(await eraseAgain(older().db, file, new Date())).toEqual({ named: 2, erased: 2, unknown: [] });
    expect(await named(older, 'Jan Odchodzi')).toEqual([]);
    expect(await older().db.read((reader) => reader.selectFrom('feedbackContacts').selectAll().where('feedbackId', '=', remark).execute())).toEqual([]);
    expect(await eraseAgain(older().db, file, new Date())).toEqual({ named: 2, erased: 0, unknown: [] });
    expect(await keepErasures(older().db, file)).toBeLessThanOrEqual(1);
  });

  it('and a line that was cut off does not hide the others', async () => {
    const file = join(folder, 'cut.ndjson');
    expect(await readErasures(file)).toEqual([]);
    await keepErasures(store().db, file);
    const whole = await readErasures(file);
    await appendFile(file, '{"id":"0192');
    expect(await readErasures(file)).toEqual(whole);
    expect((await eraseAgain(store().db, join(folder, 'nothing-here'), new Date())).named).toBe(0);
  });
});
