import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from './postmaster.ts';
import { ask, cleanUpAfterEach, newFolder, optionsFor, postmasterOf, serverOf, start, startElsewhere } from './trial.ts';

cleanUpAfterEach();

describe('several processes on one data folder', { timeout: 40_000 }, () => {
  it('share one server when all start at once for the first time, and the last one stops it', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const others = [startElsewhere(options), startElsewhere(options)];
    const all = await Promise.all([start(options), ...others.map(serverOf)]);

    expect(all.filter(({ adopted }) => !adopted)).toHaveLength(1);
    expect(new Set(all.map(({ host }) => host)).size).toBe(1);
    const [mine, ...theirs] = all;
    await ask(theirs[0] ?? mine, 'create table shared as select 4 as answer');
    expect(await ask(mine, 'select answer from shared')).toEqual([{ answer: 4 }]);

    const pid = await postmasterOf(mine.folder);
    for (const other of others) await other.end();
    expect(isAlive(pid)).toBe(true);
    expect(await ask(mine, 'select answer from shared')).toEqual([{ answer: 4 }]);
    await mine.stop();
    expect(isAlive(pid)).toBe(false);
    expect((await readdir(join(mine.folder, '..'))).filter((name) => name.includes('.unfinished-'))).toEqual([]);
  });

  it('go on when the one that started the server ends', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const starter = startElsewhere(options);
    expect((await serverOf(starter)).adopted).toBe(false);
    const second = await start(options);
    expect(second.adopted).toBe(true);
    await starter.end();
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('never lose the server to one that just leaves', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    let current = await start(options);
    for (let round = 0; round < 5; round += 1) {
      const [, next] = await Promise.all([current.stop(), start(options)]);
      expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
      current = next;
    }
  });
});
