import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { storeFor } from '../../test/world.ts';
import { checkFiles, loadInto, type RecordFile } from './load.ts';

const folder = join(import.meta.dirname, '../db/example/krakow');
const textOf = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '[]');
const files = (): RecordFile[] => kinds.all.map((kind) => ({ name: `${kind.plural}.json`, kind: kind.name, text: textOf(`${kind.plural}.json`) }));
const spoiled = (name: string, spoil: (text: string) => string): RecordFile[] => files().map((file) => (file.name === name ? { ...file, text: spoil(file.text) } : file));
const city = JSON.parse(readFileSync(join(folder, 'city.json'), 'utf8')) as Parameters<typeof loadInto>[2]['city'];
const loader = { role: { pl: 'Redakcja', en: 'Editors' }, publishingBody: { pl: 'Pokaz', en: 'Demonstration' }, why: { pl: 'pierwsze wczytanie' } };

describe('loading example files', () => {
  const store = storeFor('empty');
  const world = storeFor('world');

  it.each<[string, string, (text: string) => string, { file: string; record: string; field: string }]>([
    [
      'a date that does not exist',
      'memberships.json',
      (text) => text.replace('1995-11-22/..', '1995-13-45/..'),
      { file: 'memberships.json', record: 'owhc', field: 'belonging.0.value' },
    ],
    [
      'a word that is not in the list',
      'organisations.json',
      (text) => text.replace('"scope": "global"', '"scope": "galactic"'),
      { file: 'organisations.json', record: 'owhc', field: 'scope' },
    ],
    [
      'a link that is none',
      'organisations.json',
      (text) => text.replace('https://www.ovpm.org', 'javascript:alert(1)'),
      { file: 'organisations.json', record: 'owhc', field: 'website.0.value' },
    ],
    ['a reference to nothing', 'asks.json', (text) => text.replace('"membership": "owhc"', '"membership": "owcc"'), { file: 'asks.json', record: 'owhc-fee', field: 'membership' }],
  ])('names file, record and field of %s', (_what, name, spoil, expected) => {
    expect(checkFiles(kinds, spoiled(name, spoil)).faults).toContainEqual(expect.objectContaining(expected));
  });

  it('names a file that is not JSON, a source that is not listed and a slug given twice', () => {
    expect(
      checkFiles(
        kinds,
        spoiled('units.json', () => '[{'),
      ).faults[0],
    ).toMatchObject({ file: 'units.json', record: '(file)' });
    const dangling = spoiled('asks.json', (text) => text.replace('"sourceIds": [\n    "s1"', '"sourceIds": [\n    "s77"'));
    expect(checkFiles(kinds, dangling).faults.some((fault) => fault.file === 'asks.json' && fault.message.includes('s77'))).toBe(true);
    const twice = spoiled('units.json', (text) => text.replace('"slug": "biuro-funduszy-europejskich"', '"slug": "wydzial-kultury"'));
    expect(checkFiles(kinds, twice).faults).toContainEqual(expect.objectContaining({ file: 'units.json', record: 'wydzial-kultury', field: 'slug' }));
  });

  it('writes nothing where anything is wrong', async () => {
    const loaded = await loadInto(store().db, kinds, {
      files: spoiled('effects.json', (text) => text.replace('"attribution": "explicit"', '"attribution": "certain"')),
      city,
      loader,
      now: new Date(),
    });
    expect(loaded).toMatchObject({ ok: false, refusal: 'faults' });
    await store().db.read(async (reader) => {
      expect(await reader.selectFrom('records').selectAll().execute()).toEqual([]);
      expect(await reader.selectFrom('settings').selectAll().execute()).toEqual([]);
    });
  });

  it('of two loads at the same moment one fills the store and the other finds it filled', async () => {
    const { db } = store();
    const given = { files: files().filter((file) => ['units.json', 'articles.json'].includes(file.name)), city, loader, now: new Date() };
    const answers = await Promise.all([loadInto(db, kinds, given), loadInto(db, kinds, given)]);
    expect(answers.map((answer) => (answer.ok ? 'loaded' : answer.refusal)).toSorted()).toEqual(['loaded', 'notEmpty']);
  });

  it('gives every record its first revision, a label and a line in the change register', async () => {
    await world().db.read(async (reader) => {
      const count = async (table: 'records' | 'revisions' | 'labels' | 'changes' | 'currentRevisions'): Promise<number> =>
        Number(
          (
            await reader
              .selectFrom(table)
              .select((select) => select.fn.countAll().as('count'))
              .executeTakeFirstOrThrow()
          ).count,
        );
      const records = await count('records');
      expect(records).toBeGreaterThan(300);
      expect([await count('revisions'), await count('labels'), await count('changes'), await count('currentRevisions')]).toEqual([records, records, records, records]);
    });
  });
});
