import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { storeFor } from '../../test/world.ts';
import { exportStore, importStore } from './transfer.ts';
import { verify } from './verify.ts';

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('export and import of the whole store', () => {
  const full = storeFor('world');
  const fresh = storeFor('empty');
  const damaged = storeFor('empty');

  const exported = async (store: typeof full): Promise<string[]> => {
    const lines: string[] = [];
    await exportStore(store().db, async (line) => void lines.push(line));
    return lines;
  };

  it('the export of an import is the same to the last byte, and everything public is there again', async () => {
    const lines = await exported(full);
    expect(await importStore(fresh().db, kinds, each(lines))).toMatchObject({ ok: true });
    expect(await exported(fresh)).toEqual(lines);
    expect(await verify(fresh().db, kinds)).toEqual([]);
  });

  it('restores only into an empty store', async () => {
    expect(await importStore(full().db, kinds, each(await exported(full)))).toMatchObject({ refusal: 'notEmpty' });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['a file of another kind', () => ['{"hello":"world"}'], 'notAnExport'],
    ['an empty file', () => [], 'notAnExport'],
    ['a line cut off in the middle', (lines) => [...lines.slice(0, -1), lines.at(-1)?.slice(0, 40) ?? ''], 'badLine'],
    ['a table that is not the store’s', (lines) => [...lines, '{"table":"pg_authid","row":{}}'], 'badLine'],
    [
      'a value of the wrong type',
      (lines) => lines.map((line) => (line.includes('"table":"labels"') ? line.replace(/"revision_number":\d+/, '"revision_number":"many"') : line)),
      'badLine',
    ],
    ['a body that its schema refuses', (lines) => lines.map((line) => line.replace('"decidedBy": "council"', '"decidedBy": "nobody"')), 'badLine'],
    ['a kind of record that does not exist', (lines) => lines.map((line) => line.replace('"kind":"unit"', '"kind":"unicorn"')), 'badLine'],
  ])('refuses %s and writes nothing', async (_what, spoil, refusal) => {
    const lines = spoil(await exported(full));
    expect(await importStore(damaged().db, kinds, each(lines))).toMatchObject({ ok: false, refusal });
    expect(await exported(damaged)).toHaveLength(1);
  });
});
