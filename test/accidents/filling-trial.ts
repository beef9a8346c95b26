import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { chanceFrom, seed } from './chance.ts';
import { newCrew, type Crew } from './crew.ts';
import { exportOf, fill } from './filling.ts';
import { newInstallation, type Installation } from './installation.ts';
import { accident, type Moment, type Victim } from './round.ts';
import type { FillingWork } from './said.ts';
import { exported, rowsIn } from './whole.ts';

/** Rounds in which the work was really cut; a kill that comes after the work is looked at too, but is not one of them. */
export const rounds = 24;
const roundsOnTheFullExample = 1;
/** The last of them, in which the work had perhaps not begun. */
const roundsWhileOpening = 4;
/** And after them those in which the kill comes with the word that it is done: had that been said too early, the store would not be whole. */
const roundsWhenTold = 3;

type Rows = Record<string, number>;
type Size = 'small' | 'full';
/** What a store holds when nothing disturbed the work, and how long that took. */
type Calm = { rows: Rows; content: string; ms: number };
type Prepared = { verb: 'load' | 'import'; exports: string; empty: Rows; whole: Record<Size, Calm> };

/**
 * Call once in a test file. What it answers cuts the work again and again in one data folder, looks at what is left as the next start finds it,
 * and tells in how many rounds it was really cut.
 */
export function fillingTrial(verb: 'load' | 'import'): (victim: Victim) => Promise<number> {
  let prepared: Prepared | undefined;
  let exports = '';
  beforeAll(async () => {
    exports = await mkdtemp(join(tmpdir(), 'koga-accidents-exports-'));
    const installation = await newInstallation();
    try {
      const empty = await installation.withStore(rowsIn);
      const whole = { small: await undisturbed(installation, verb, 'small', exports), full: await undisturbed(installation, verb, 'full', exports) };
      prepared = { verb, exports, empty, whole };
    } finally {
      await installation.end();
    }
  }, 120_000);
  afterAll(() => rm(exports, { recursive: true, force: true }));

  return async (victim) => {
    if (prepared === undefined) throw new Error('nothing was prepared');
    const crew = newCrew();
    const installation = await newInstallation();
    try {
      return await allRounds(prepared, installation, crew, victim);
    } finally {
      await crew.end();
      await installation.end();
    }
  };
}

/** The work without an accident; an import needs the export of a load first. */
async function undisturbed(installation: Installation, verb: 'load' | 'import', size: Size, exports: string): Promise<Calm> {
  if (verb === 'import')
    await installation.withStore(async (store) => {
      expect(await fill(store, `load ${size}`, exports)).toBeNull();
      await writeFile(exportOf(exports, size), await exported(store));
      await installation.renew(store, 'migrated');
    });
  return installation.withStore(async (store) => {
    const ms = await durationOf(store, `${verb} ${size}`, exports);
    const result = { rows: await rowsIn(store), content: await exported(store), ms };
    await installation.renew(store, 'migrated');
    return result;
  });
}

async function durationOf(store: Store, work: FillingWork, exports: string): Promise<number> {
  const begin = performance.now();
  expect(await fill(store, work, exports)).toBeNull();
  return performance.now() - begin;
}

async function allRounds({ verb, exports, empty, whole }: Prepared, installation: Installation, crew: Crew, victim: Victim): Promise<number> {
  const chance = chanceFrom(seed);
  // Other trials run beside this one, and so the work takes longer than it did alone.
  const ms = await installation.withStore(async (store) => {
    const small = await durationOf(store, `${verb} small`, exports);
    await installation.renew(store, 'migrated');
    return small;
  });
  const longest = { full: (whole.full.ms * ms) / whole.small.ms, small: ms, opening: 300 };
  let cut = 0;
  let told = 0;
  for (let round = 1; cut < rounds || told < roundsWhenTold; round += 1) {
    expect(round, `seed ${seed}: the kill comes too late again and again`).toBeLessThan(3 * rounds);
    const size = cut < roundsOnTheFullExample ? 'full' : 'small';
    const whileOpening = cut >= rounds - roundsWhileOpening && cut < rounds;
    const pace = whileOpening ? 'opening' : size;
    const whenTold = cut === rounds;
    const moment: Moment = whenTold ? { after: 'done', ms: 0 } : { after: whileOpening ? 'order' : 'opened', ms: chance() * longest[pace] };
    const said = await accident(crew.next(), installation, { work: `${verb} ${size}`, dataFolder: installation.dataFolder, exports }, { victim, moment, chance });
    const acknowledged = said.some((one) => one.said === 'done');
    // The machine may be quicker than it was in the calm: come earlier.
    if (whenTold) told += 1;
    else if (acknowledged) longest[pace] *= 0.8;
    else cut += 1;
    const situation = `seed ${seed}, round ${round}: ${verb} ${size}, killed ${moment.ms.toFixed(1)} ms after the ${moment.after}; the worker said ${JSON.stringify(said)}`;
    if (victim === 'the database server') expect(acknowledged || said.some((one) => one.said === 'failed'), situation).toBe(true);
    await installation.withStore(async (store) => {
      await check(store, { verb, exports, size, empty, whole: whole[size], acknowledged, situation });
      await installation.renew(store, whileOpening || chance() < 0.3 ? 'missing' : 'migrated');
    });
  }
  return cut;
}

/** Empty or whole; the same work then fills it, or finds it filled. */
async function check(store: Store, given: Omit<Prepared, 'whole'> & { size: Size; whole: Calm; acknowledged: boolean; situation: string }): Promise<void> {
  const { verb, exports, size, empty, whole, acknowledged, situation } = given;
  const rows = await rowsIn(store);
  const isEmpty = JSON.stringify(rows) === JSON.stringify(empty);
  if (acknowledged || !isEmpty) expect(rows, situation).toEqual(whole.rows);
  const refusal = await fill(store, `${verb} ${size}`, exports);
  if (isEmpty) expect(refusal, situation).toBeNull();
  else expect(refusal, situation).toMatch(/not empty|notEmpty/);
  expect(await rowsIn(store), situation).toEqual(whole.rows);
  if (verb === 'import') expect((await exported(store)) === whole.content, `${situation}; the store is not what was exported`).toBe(true);
  expect(await verify(store.db, kinds), situation).toEqual([]);
}
