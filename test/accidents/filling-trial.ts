import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { chanceFrom, seed } from './chance.ts';
import { exportOf, fill } from './filling.ts';
import { newInstallation, type Installation } from './installation.ts';
import { accident, endWorkers, newWorker, type Moment, type Victim } from './round.ts';
import type { FillingWork } from './said.ts';
import { exported, rowsIn } from './whole.ts';

/** Rounds in which the work was really cut; a kill that comes after the work is looked at too, but is not one of them. */
export const rounds = 20;
const roundsOnTheFullExample = 4;
const roundsWhileOpening = 4;

type Rows = Record<string, number>;
/** What a store looks like when nothing disturbed the work, and how long that took. */
type Calm = { rows: Rows; content: string; ms: number };
type Size = 'small' | 'full';

/** Call once in a test file, then `cut` in each test. */
export function fillingTrial(verb: 'load' | 'import'): (victim: Victim) => Promise<void> {
  const installations: Installation[] = [];
  let exports = '';
  const workOf = (size: Size): FillingWork => `${verb} ${size}`;

  beforeAll(async () => {
    exports = await mkdtemp(join(tmpdir(), 'koga-accidents-exports-'));
    const source = await newInstallation();
    installations.push(source);
    if (verb === 'import')
      for (const size of ['small', 'full'] as const)
        await source.withStore(async (store) => {
          expect(await fill(store, `load ${size}`, exports)).toBeNull();
          await writeFile(exportOf(exports, size), await exported(store));
          await source.renew(store, 'migrated');
        });
    await source.end();
  });
  afterEach(async () => {
    await endWorkers();
    for (const installation of installations.splice(0)) await installation.end();
  });
  afterAll(() => rm(exports, { recursive: true, force: true }));

  async function calm(installation: Installation, size: Size): Promise<Calm> {
    return installation.withStore(async (store) => {
      const begin = performance.now();
      expect(await fill(store, workOf(size), exports)).toBeNull();
      const ms = performance.now() - begin;
      const result = { rows: await rowsIn(store), content: await exported(store), ms };
      await installation.renew(store, 'migrated');
      return result;
    });
  }

  return async (victim) => {
    const chance = chanceFrom(seed + victim.length);
    const installation = await newInstallation();
    installations.push(installation);
    const empty = await installation.withStore(rowsIn);
    const whole = { small: await calm(installation, 'small'), full: await calm(installation, 'full') };
    const told: Record<string, number> = {};
    let opening = 200;
    let cut = 0;
    let next = newWorker();
    for (let round = 1; cut < rounds; round += 1) {
      expect(round, 'the kill comes too late, again and again').toBeLessThan(4 * rounds);
      const size = cut < roundsOnTheFullExample ? 'full' : 'small';
      const whileOpening = cut >= rounds - roundsWhileOpening;
      const moment: Moment = whileOpening ? { after: 'order', ms: chance() * opening } : { after: 'opening', ms: chance() * whole[size].ms };
      const worker = next;
      const said = await accident(worker, installation, { work: workOf(size), dataFolder: installation.dataFolder, exports }, victim, moment, chance() < 0.5);
      next = newWorker();
      const situation = `seed ${seed}, round ${round}: ${workOf(size)}, ${victim} killed ${moment.ms.toFixed(1)} ms after the ${moment.after}; the worker said ${JSON.stringify(said)}`;
      const acknowledged = said.some((one) => one.said === 'done');
      if (acknowledged) {
        if (whileOpening) opening *= 0.7;
        else whole[size].ms *= 0.9;
      } else cut += 1;
      if (victim === 'the database server') expect(acknowledged || said.some((one) => one.said === 'failed'), situation).toBe(true);
      await installation.withStore(async (store) => {
        const found = await check(store, size, empty, whole[size], acknowledged, situation);
        told[found] = (told[found] ?? 0) + 1;
        await installation.renew(store, chance() < 0.3 || whileOpening ? 'missing' : 'migrated');
      });
    }
    next.kill();
    console.log(verb, victim, told);
  };

  /** Empty or whole, and the next time it is filled or is found filled. */
  async function check(store: Store, size: Size, empty: Rows, whole: Calm, acknowledged: boolean, situation: string): Promise<string> {
    const rows = await rowsIn(store);
    const isEmpty = JSON.stringify(rows) === JSON.stringify(empty);
    if (acknowledged || !isEmpty) expect(rows, situation).toEqual(whole.rows);
    const again = await fill(store, workOf(size), exports);
    if (isEmpty) expect(again, situation).toBeNull();
    else expect(again, situation).toMatch(/not empty|notEmpty/);
    expect(await rowsIn(store), situation).toEqual(whole.rows);
    if (verb === 'import') expect((await exported(store)) === whole.content, situation).toBe(true);
    expect(await verify(store.db, kinds), situation).toEqual([]);
    return acknowledged ? 'acknowledged' : isEmpty ? 'empty' : 'whole though nobody was told';
  }
}
