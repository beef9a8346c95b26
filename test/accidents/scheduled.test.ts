import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { uuidv7 } from '#basics/uuid.ts';
import { runDueJobs } from '#jobs/index.ts';
import { readCity } from '#publishing/load.ts';
import { submit, type Actor } from '#publishing/publish.ts';
import { verify } from '#publishing/verify.ts';
import { approve, publishJob } from '../../src/office/queue/decide.ts';
import { publishAtItsTime } from '../../src/office/queue/scheduled-job.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { chanceFrom, seed } from './chance.ts';
import { newCrew, type Crew, type Worker } from './crew.ts';
import { fill } from './filling.ts';
import { newInstallation, until, type Installation } from './installation.ts';
import { struck } from './round.ts';
import { lingerMs } from './jobs-work.ts';
import { unitBody } from './small-register.ts';
import { halfDone } from './whole.ts';

/** Two processes do jobs side by side. Nobody dies, or one with the job in hand, or both, or the database server. */
const victims = ['nobody', 'the one that has the job', 'both processes', 'the database server'] as const;
const rounds = { nobody: 2, 'the one that has the job': 12, 'both processes': 5, 'the database server': 5 } as const;
/** So far ahead is the time set: both processes are there before it. */
const aheadMs = 250;

async function person({ db }: Store, name: string): Promise<Actor> {
  const id = uuidv7();
  await db.write(async (tx) => {
    await tx.insertInto('actors').values({ id, kind: 'person', rolePl: name, roleEn: name, createdAt: new Date() }).execute();
  });
  return { id, kind: 'person' };
}

/** A revision that is approved to go public in a moment. */
async function schedule(store: Store): Promise<string> {
  const [author, publisher] = [await person(store, 'Autor'), await person(store, 'Zatwierdzający')];
  const city = await store.db.read(readCity);
  if (city === undefined) throw new Error('no city');
  const handed = await submit(store.db, kinds, { kind: 'unit', slug: `new-${randomUUID()}`, body: unitBody(randomUUID()), actor: author, now: new Date(), basedOn: null });
  if (!handed.ok) throw new Error(handed.refusal);
  const { revisionId } = handed.value;
  const at = new Date(Date.now() + aheadMs);
  const decided = await approve(store.db, kinds, { revisionId, actor: publisher, now: new Date(), city, why: { pl: 'na czas' }, when: { kind: 'at', at } });
  if (!decided.ok) throw new Error(decided.refusal);
  return revisionId;
}

const isDone = ({ db }: Store, revisionId: string): Promise<boolean> =>
  db.read(async (reader) => (await reader.selectFrom('jobs').select('id').where('onceKey', '=', revisionId).where('doneAt', 'is not', null).executeTakeFirst()) !== undefined);

/** How often each trace of the publication is there. */
async function traces({ db }: Store, revisionId: string): Promise<Record<string, number>> {
  return db.read(async (reader) => {
    const published = await reader.selectFrom('publications').select(['at', 'action']).where('revisionId', '=', revisionId).orderBy('id').execute();
    return {
      published: published.filter((one) => one.action === 'published').length,
      labels: (await reader.selectFrom('labels').select('revisionId').where('revisionId', '=', revisionId).execute()).length,
      changes: (await reader.selectFrom('changes').select('id').where('revisionId', '=', revisionId).execute()).length,
      audit: (await reader.selectFrom('audit').select('id').where('revisionId', '=', revisionId).where('action', '=', 'publish as scheduled').execute()).length,
      current: (await reader.selectFrom('currentRevisions').select('recordId').where('revisionId', '=', revisionId).execute()).length,
    };
  });
}

const took = (worker: Worker, revisionId: string): boolean => worker.said.some((one) => one.said === 'took' && one.revision === revisionId);

/** Two processes that wait for what becomes due; who lived through the round before goes on. */
async function twoAtWork(crew: Crew, installation: Installation, alive: Worker[]): Promise<Worker[]> {
  const workers = [...alive];
  while (workers.length < 2) {
    const worker = crew.next();
    workers.push(worker);
    await worker.hears('ready');
    worker.give({ work: 'wait for the time', dataFolder: installation.dataFolder, exports: '' });
  }
  await Promise.all(workers.map((worker) => worker.hears('opened')));
  return workers;
}

async function dismiss(workers: readonly Worker[]): Promise<void> {
  for (const worker of workers) worker.kill();
  await Promise.all(workers.map((worker) => worker.ended));
}

async function strike(installation: Installation, workers: readonly Worker[], victim: (typeof victims)[number], revisionId: string): Promise<void> {
  if (victim === 'nobody') return;
  if (victim === 'the database server') struck(await installation.postmaster());
  else await dismiss(victim === 'both processes' ? workers : workers.filter((worker) => took(worker, revisionId)));
}

describe('a publication at a set time', { timeout: 300_000 }, () => {
  it('takes place once, whatever dies between its time and the commit', async () => {
    const chance = chanceFrom(seed);
    const crew = newCrew();
    const installation = await newInstallation();
    try {
      expect(await installation.withStore((store) => fill(store, 'load small', ''))).toBeNull();
      let round = 0;
      // As long as only processes of ours die, the server lives on in this one.
      const held = await installation.holdServer();
      let workers: Worker[] = [];
      for (const victim of victims)
        for (let time = 0; time < rounds[victim]; time += 1) {
          round += 1;
          if (victim === 'the database server' && time === 0) {
            await dismiss(workers);
            await held.stop();
          }
          workers = await twoAtWork(
            crew,
            installation,
            workers.filter((worker) => !worker.hasEnded()),
          );
          const revisionId = await installation.withStore(schedule);
          const ms = chance() * lingerMs;
          const situation = () =>
            `seed ${seed}, round ${round}: ${victim}, ${ms.toFixed(1)} ms after the job was taken up; ${JSON.stringify(workers.map((worker) => worker.said.at(-1)))}`;
          await until(() => workers.some((worker) => took(worker, revisionId)) || workers.every((worker) => worker.hasEnded()));
          expect(
            workers.some((worker) => took(worker, revisionId)),
            situation(),
          ).toBe(true);
          await pause(ms);
          await strike(installation, workers, victim, revisionId);
          // Who lives on does the job without being asked; where nobody does, the next start.
          if (victim === 'the one that has the job' || victim === 'nobody') await installation.withStore((store) => until(() => isDone(store, revisionId)));
          else await dismiss(workers);
          await installation.withStore(async (store) => {
            const ran = await runDueJobs(store.db, { [publishJob]: publishAtItsTime(kinds) }, new Date(Date.now() + 120_000));
            expect(ran.failures, situation()).toEqual([]);
            expect(await traces(store, revisionId), situation()).toEqual({ published: 1, labels: 1, changes: 1, audit: 1, current: 1 });
            expect(await isDone(store, revisionId), situation()).toBe(true);
            expect(await halfDone(store), situation()).toEqual([]);
            if (round % 6 === 0) expect(await verify(store.db, kinds), situation()).toEqual([]);
          });
        }
    } finally {
      await crew.end();
      await installation.end();
    }
  });
});
