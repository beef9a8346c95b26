import { describe, expect, it } from 'vitest';
import { storeFor } from '../../test/world.ts';
import { addJob, dropJob, holdJob, nextRunAt, runDueJobs, waitingJobs } from './index.ts';

const start = Date.parse('2026-11-22T12:00:00Z');
const minutes = (count: number): Date => new Date(start + count * 60_000);

describe('jobs that wait for their time', () => {
  const store = storeFor('empty');
  const add = (name: string, runAt: Date, onceKey?: string): Promise<void> =>
    store().db.write((tx) => addJob(tx, { name, payload: { name }, runAt, ...(onceKey === undefined ? {} : { onceKey }) }));

  it('are done when they are due, the earliest first, and once however many are at it', async () => {
    const done: string[] = [];
    const handlers = Object.fromEntries(['late', 'early', 'future'].map((name) => [name, async () => void done.push(name)]));
    await add('late', minutes(-1));
    await add('early', minutes(-2));
    await add('future', minutes(10));
    const ran = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(store().db, handlers, minutes(0))));
    expect(ran.reduce((sum, one) => sum + one.done, 0)).toBe(2);
    expect(done.toSorted()).toEqual(['early', 'late']);
    expect(await store().db.read((reader) => nextRunAt(reader, Object.keys(handlers)))).toEqual(minutes(10));
  });

  it('leave nothing of what they wrote when they fail, and are tried again after a while, and given up at last', async () => {
    const { db } = store();
    await add('breaks', minutes(0));
    const handlers = {
      breaks: async (tx: Parameters<typeof addJob>[0]): Promise<void> => {
        await addJob(tx, { name: 'left behind', payload: {}, runAt: minutes(0) });
        throw new Error('connect to postgres://koga:verysecret@db.example failed\nat somewhere');
      },
    };
    const waits: number[] = [];
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const [job] = await db.read((reader) => waitingJobs(reader, 'breaks'));
      if (!job || job.givenUp) break;
      waits.push((job.runAt.getTime() - start) / 60_000);
      const ran = await runDueJobs(db, handlers, job.runAt);
      expect(ran).toEqual({ done: 0, failures: [{ name: 'breaks', error: 'Error: connect to postgres://… failed' }] });
    }
    expect(waits).toEqual([0, 1, 6, 21, 81, 261, 621, 1341]);
    const [job] = await db.read((reader) => waitingJobs(reader, 'breaks'));
    expect(job).toMatchObject({ attempts: 8, givenUp: true, lastError: 'Error: connect to postgres://… failed' });
    expect(await runDueJobs(db, handlers, minutes(100_000))).toEqual({ done: 0, failures: [] });
    expect(await db.read((reader) => waitingJobs(reader, 'left behind'))).toEqual([]);
  });

  it('do not stop others by failing, and leave those alone that nobody here knows', async () => {
    const { db } = store();
    let done = 0;
    await add('fails', minutes(-5));
    await add('works', minutes(-4));
    await add('of a newer version', minutes(-6));
    const handlers = {
      fails: () => Promise.reject(new Error('no')),
      works: async () => void (done += 1),
    };
    expect(await runDueJobs(db, handlers, minutes(0))).toEqual({ done: 1, failures: [{ name: 'fails', error: 'Error: no' }] });
    expect(done).toBe(1);
    expect(await db.read((reader) => waitingJobs(reader, 'of a newer version'))).toMatchObject([{ attempts: 0, givenUp: false }]);
  });

  it('are added once for a key, and can be taken back until they are done', async () => {
    const { db } = store();
    let done = 0;
    const handlers = { keyed: async () => void (done += 1) };
    for (let time = 0; time < 3; time += 1) await add('keyed', minutes(0), 'the one');
    await add('keyed', minutes(0), 'the other');
    expect(await db.write((tx) => holdJob(tx, 'the other'))).toEqual(minutes(0));
    await db.write((tx) => dropJob(tx, 'the other'));
    expect((await runDueJobs(db, handlers, minutes(1))).done).toBe(1);
    await add('keyed', minutes(0), 'the one');
    expect((await runDueJobs(db, handlers, minutes(2))).done).toBe(0);
    expect(await db.write((tx) => holdJob(tx, 'the one'))).toBeUndefined();
    expect(done).toBe(1);
  });

  it('are done some at a time', async () => {
    const { db } = store();
    const handlers = { many: () => Promise.resolve() };
    for (let count = 0; count < 5; count += 1) await add('many', minutes(0));
    expect((await runDueJobs(db, handlers, minutes(1), 3)).done).toBe(3);
    expect((await runDueJobs(db, handlers, minutes(1), 3)).done).toBe(2);
  });
});
