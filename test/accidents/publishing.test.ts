import { afterEach, describe, expect, it } from 'vitest';
import { registerVersion } from '#publishing/store.ts';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { chanceFrom, seed } from './chance.ts';
import { fill } from './filling.ts';
import { newInstallation, type Installation } from './installation.ts';
import { accident, endWorkers, newWorker, victims, type Moment, type Victim } from './round.ts';
import { halfDone, lost, type Accepted } from './whole.ts';

const rounds = 20;
const roundsWhileOpening = 4;
const longestMs = 250;

const installations: Installation[] = [];
afterEach(async () => {
  await endWorkers();
  for (const installation of installations.splice(0)) await installation.end();
});

/** Each publication raises the register's version by one, in its own transaction. */
async function publishedSinceLoading({ db }: Store): Promise<number> {
  return db.read(async (reader) => {
    const loaded = await reader.selectFrom('audit').select('at').where('action', '=', 'load example').executeTakeFirstOrThrow();
    const rows = await reader.selectFrom('publications').select('id').where('action', '=', 'published').where('at', '>', loaded.at).execute();
    return rows.length;
  });
}

async function publishThroughAccidents(victim: Victim): Promise<void> {
  const chance = chanceFrom(seed + victim.length);
  const installation = await newInstallation();
  installations.push(installation);
  expect(await installation.withStore((store) => fill(store, 'load small', ''))).toBeNull();
  /** The list outside the store: what the worker was told is done, and told us. */
  const accepted: Accepted[] = [];
  let interrupted = 0;
  let next = newWorker();
  for (let round = 1; round <= rounds + roundsWhileOpening; round += 1) {
    const moment: Moment = round <= rounds ? { after: 'opening', ms: chance() * longestMs } : { after: 'order', ms: chance() * longestMs };
    const said = await accident(next, installation, { work: 'publish', dataFolder: installation.dataFolder, exports: '' }, victim, moment, chance() < 0.5);
    next = newWorker();
    const situation = `seed ${seed}, round ${round}: ${victim} killed ${moment.ms.toFixed(1)} ms after the ${moment.after}`;
    const heard = said.filter((one) => one.said === 'accepted');
    accepted.push(...heard);
    if (heard.length > 0) interrupted += 1;
    // It publishes without end: a process that lives on has to learn that it could not.
    if (victim === 'the database server') expect(said.at(-1)?.said, situation).toBe('failed');
    if (victim === 'our process') expect(said.at(-1)?.said, situation).not.toBe('failed');
    await installation.withStore(async (store) => {
      expect(await lost(store, accepted), situation).toEqual([]);
      expect(await halfDone(store), situation).toEqual([]);
      expect(await store.db.read(registerVersion), situation).toBe(1 + (await publishedSinceLoading(store)));
      expect(await verify(store.db, kinds), situation).toEqual([]);
    });
  }
  next.kill();
  expect(interrupted).toBeGreaterThan(rounds / 2);
  console.log(victim, accepted.length, interrupted);
}

describe('an accident while records are published', { timeout: 240_000 }, () => {
  it.each(victims)('takes nothing away that was acknowledged and leaves nothing half done: kill -9 of %s', (victim) => publishThroughAccidents(victim));
});
