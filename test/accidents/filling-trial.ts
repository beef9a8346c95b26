import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { chanceFrom, seed } from './chance.ts';
import { newCrew, type Crew } from './crew.ts';
import { exportOf, fill } from './filling.ts';
import { newInstallation, type Installation } from './installation.ts';
import { accident, type Moment, type Victim } from './round.ts';
import { exported, rowsIn } from './whole.ts';

/** Rounds in which the work was really cut; a kill that comes after the work is looked at too, but is not one of them. */
const rounds = 20;
const roundsOnTheFullExample = 4;
const roundsWhileOpening = 4;

type Rows = Record<string, number>;
/** What a store holds when nothing disturbed the work, and how long that took. */
type Calm = { rows: Rows; content: string; ms: number };
type Size = 'small' | 'full';
type Trial = { verb: 'load' | 'import'; exports: string; installation: Installation; crew: Crew };

/** Cuts the work again and again in one data folder, and after each accident starts anew as anybody would. */
export async function cutWhileFilling(verb: 'load' | 'import', victim: Victim): Promise<void> {
  const exports = await mkdtemp(join(tmpdir(), 'koga-accidents-exports-'));
  const crew = newCrew();
  const installation = await newInstallation();
  try {
    const trial = { verb, exports, installation, crew };
    const empty = await installation.withStore(rowsIn);
    await allRounds(trial, victim, empty, { full: await calm(trial, 'full'), small: await calm(trial, 'small') });
  } finally {
    await crew.end();
    await installation.end();
    await rm(exports, { recursive: true, force: true });
  }
}

/** The work without an accident; for an import first the export, made from what was loaded. */
async function calm({ verb, exports, installation }: Trial, size: Size): Promise<Calm> {
  if (verb === 'import')
    await installation.withStore(async (store) => {
      expect(await fill(store, `load ${size}`, exports)).toBeNull();
      await writeFile(exportOf(exports, size), await exported(store));
      await installation.renew(store, 'migrated');
    });
  return installation.withStore(async (store) => {
    const begin = performance.now();
    expect(await fill(store, `${verb} ${size}`, exports)).toBeNull();
    const ms = performance.now() - begin;
    const result = { rows: await rowsIn(store), content: await exported(store), ms };
    await installation.renew(store, 'migrated');
    return result;
  });
}

async function allRounds(trial: Trial, victim: Victim, empty: Rows, whole: Record<Size, Calm>): Promise<void> {
  const { verb, exports, installation, crew } = trial;
  const chance = chanceFrom(seed);
  const longest = { full: whole.full.ms, small: whole.small.ms, opening: 300 };
  let cut = 0;
  for (let round = 1; cut < rounds; round += 1) {
    expect(round, `seed ${seed}: the kill comes too late again and again`).toBeLessThan(4 * rounds);
    const size = cut < roundsOnTheFullExample ? 'full' : 'small';
    const whileOpening = cut >= rounds - roundsWhileOpening;
    const pace = whileOpening ? 'opening' : size;
    const moment: Moment = { after: whileOpening ? 'order' : 'opened', ms: chance() * longest[pace] };
    const said = await accident(crew.next(), installation, { work: `${verb} ${size}`, dataFolder: installation.dataFolder, exports }, { victim, moment, chance });
    const acknowledged = said.some((one) => one.said === 'done');
    // The machine may be quicker than it was in the calm: come earlier.
    if (acknowledged) longest[pace] *= 0.8;
    else cut += 1;
    const situation = `seed ${seed}, round ${round}: ${verb} ${size}, killed ${moment.ms.toFixed(1)} ms after the ${moment.after}; the worker said ${JSON.stringify(said)}`;
    if (victim === 'the database server') expect(acknowledged || said.some((one) => one.said === 'failed'), situation).toBe(true);
    await installation.withStore(async (store) => {
      await check(store, trial, size, { empty, whole: whole[size], acknowledged, situation });
      await installation.renew(store, whileOpening || chance() < 0.3 ? 'missing' : 'migrated');
    });
  }
}

/** Empty or whole; the same work then fills it, or finds it filled. */
async function check(store: Store, { verb, exports }: Trial, size: Size, given: { empty: Rows; whole: Calm; acknowledged: boolean; situation: string }): Promise<void> {
  const { empty, whole, acknowledged, situation } = given;
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
