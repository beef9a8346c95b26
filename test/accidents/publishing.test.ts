import { describe, expect, it } from 'vitest';
import { registerVersion } from '#publishing/store.ts';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../src/kinds.ts';
import { chanceFrom, seed } from './chance.ts';
import { newCrew, type Crew } from './crew.ts';
import { fill } from './filling.ts';
import { newInstallation, type Installation } from './installation.ts';
import { accident, victims, type Moment, type Victim } from './round.ts';
import { halfDone, lost, changedSinceLoading, type Accepted } from './whole.ts';

/** Rounds in which publishing was under way, and rounds in which it had perhaps not begun. */
const rounds = 20;
const roundsWhileOpening = 4;
const longestMs = 200;
const mostAccepted = 20;

async function publishThroughAccidents(victim: Victim): Promise<void> {
  const crew = newCrew();
  const installation = await newInstallation();
  try {
    expect(await installation.withStore((store) => fill(store, 'load small', ''))).toBeNull();
    await allRounds(crew, installation, victim);
  } finally {
    await crew.end();
    await installation.end();
  }
}

/** In every other round at once when something was acknowledged: had that been said too early, it would be lost now. */
function nextMoment(round: number, chance: () => number): Moment {
  if (round > rounds) return { after: 'order', ms: chance() * longestMs };
  return round % 2 === 0 ? { after: 'accepted', ms: chance() * longestMs } : { after: 'accepted', times: 1 + Math.floor(chance() * mostAccepted), ms: 0 };
}

async function allRounds(crew: Crew, installation: Installation, victim: Victim): Promise<void> {
  const chance = chanceFrom(seed);
  /** The list outside the store: what the worker was told is done, and then told us. It grows over all rounds. */
  const accepted: Accepted[] = [];
  for (let round = 1; round <= rounds + roundsWhileOpening; round += 1) {
    const moment = nextMoment(round, chance);
    const said = await accident(crew.next(), installation, { work: 'publish', dataFolder: installation.dataFolder, exports: '' }, { victim, moment, chance });
    const situation = `seed ${seed}, round ${round}: killed ${moment.ms.toFixed(1)} ms after the ${moment.after} (${moment.times ?? 1}); at last the worker said ${JSON.stringify(said.at(-1))}`;
    const heard = said.filter((one) => one.said === 'accepted');
    if (round <= rounds) expect(heard.length, situation).toBeGreaterThan(0);
    accepted.push(...heard);
    // It publishes without end: a process that lives on has to learn that it could not go on, and one that dies had no reason to complain.
    if (victim === 'the database server') expect(said.at(-1)?.said, situation).toBe('failed');
    if (victim === 'our process') expect(said.at(-1)?.said, situation).not.toBe('failed');
    await installation.withStore(async (store) => {
      expect(await lost(store, accepted), situation).toEqual([]);
      expect(await halfDone(store), situation).toEqual([]);
      expect(await store.db.read(registerVersion), situation).toBe(1 + (await changedSinceLoading(store)));
      expect(await verify(store.db, kinds), situation).toEqual([]);
    });
  }
}

describe.concurrent('an accident while records are published', { timeout: 300_000 }, () => {
  it.each(victims)('takes nothing away that was acknowledged and leaves nothing half done: kill -9 of %s', publishThroughAccidents);
});
