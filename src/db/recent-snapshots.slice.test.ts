import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storeFor } from '../../test/world.ts';
import type { Reader } from './handles.ts';
import { recentSnapshots, type Snapshot } from './recent-snapshots.ts';

const sessionEnded = new Error('the session has ended');

/** Snapshots without a database, which tell what becomes of them. */
function world({ most = 2, fails = 0 } = {}) {
  const ended: number[] = [];
  let opened = 0;
  let refusals = fails;
  const open = (): Promise<Snapshot<number>> => {
    if (refusals > 0) {
      refusals -= 1;
      return Promise.reject(new Error('no session'));
    }
    opened += 1;
    const number = opened;
    return Promise.resolve({ reader: number, end: () => Promise.resolve(void ended.push(number)) });
  };
  const recent = recentSnapshots({ open, most, lifeMs: 200, isGone: (error) => error === sessionEnded });
  /** A reader that stays until it is told to go. */
  const stay = () => {
    const leaving = Promise.withResolvers<void>();
    const number = Promise.withResolvers<number>();
    const gone = recent.use(async (reader) => {
      number.resolve(reader);
      await leaving.promise;
    });
    return { number: number.promise, leave: () => (leaving.resolve(), gone) };
  };
  return { recent, ended, stay, read: () => recent.use((reader) => Promise.resolve(reader)), opened: () => opened };
}

describe('recent snapshots', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('go from one reader to the next, and end with their time', async () => {
    const { read, ended } = world();
    expect([await read(), await read()]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(199);
    expect(await read()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual([1]);
    expect(await read()).toBe(2);
  });

  it('whose session has ended meanwhile are replaced unseen, but not what was opened just now', async () => {
    const { read, recent } = world();
    await read();
    const asked: number[] = [];
    const answer = recent.use((reader) => {
      asked.push(reader);
      return reader === 1 ? Promise.reject(sessionEnded) : Promise.resolve(reader);
    });
    expect(await answer).toBe(2);
    expect(asked).toEqual([1, 2]);
    const always = recent.use((reader) => {
      asked.push(reader);
      return Promise.reject(sessionEnded);
    });
    await expect(always).rejects.toBe(sessionEnded);
    expect(asked).toEqual([1, 2, 2, 3]);
    await expect(world().recent.use(() => Promise.reject(new Error('asked wrongly')))).rejects.toThrow('asked wrongly');
  });

  it('are worked on by one reader at a time; who finds none free waits for the first that is', async () => {
    const { stay, read, opened } = world({ most: 2 });
    const [first, second] = [stay(), stay()];
    expect([await first.number, await second.number]).toEqual([1, 2]);
    const third = read();
    await vi.advanceTimersByTimeAsync(50);
    expect(opened()).toBe(2);
    await second.leave();
    expect(await third).toBe(2);
    await first.leave();
  });

  it('are not left to another where their time ended while somebody worked on them', async () => {
    const { stay, read, ended } = world({ most: 1 });
    const long = stay();
    await long.number;
    const next = read();
    await vi.advanceTimersByTimeAsync(300);
    expect(ended).toEqual([]);
    await long.leave();
    expect(await next).toBe(2);
    expect(ended).toEqual([1]);
  });

  it('are begun anew after a change, and whoever reads already reads on', async () => {
    const { recent, stay, read, ended } = world({ most: 3 });
    const reading = stay();
    expect(await reading.number).toBe(1);
    expect(await read()).toBe(2);
    await recent.outdate();
    expect(ended).toEqual([2]);
    expect(await read()).toBe(3);
    await reading.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toEqual([2, 1]);
    expect(await read()).toBe(3);
  });

  it('end with the reader who failed on them', async () => {
    const { recent, read, ended } = world({ most: 1 });
    await expect(recent.use(() => Promise.reject(new Error('a bad question')))).rejects.toThrow('a bad question');
    expect(await read()).toBe(2);
    expect(ended).toEqual([1]);
  });

  it('that cannot be opened are a fault of the one who asked, and keep nobody waiting', async () => {
    const { read } = world({ most: 1, fails: 1 });
    const [refused, next] = await Promise.allSettled([read(), read()]);
    expect(refused).toMatchObject({ status: 'rejected', reason: new Error('no session') });
    expect(next).toEqual({ status: 'fulfilled', value: 1 });
  });
});

describe('reading what is recent', () => {
  const store = storeFor('empty');
  const snapshot = (reader: Reader) =>
    sql<{ begun: string }>`select pg_current_snapshot()::text || ' ' || pg_backend_pid() || ' ' || transaction_timestamp() as begun`.execute(reader);
  const note = (name: string) =>
    store().db.write((tx) =>
      tx
        .insertInto('settings')
        .values({ name, value: sql`'1'::jsonb` })
        .execute(),
    );
  const noted = (reader: Reader, name: string) => reader.selectFrom('settings').select('name').where('name', '=', name).executeTakeFirst();

  it('shares one snapshot between readers, in which nothing can be written', async () => {
    const { db } = store();
    const begun = async () => (await db.readRecent(snapshot)).rows[0]?.begun;
    expect(await begun()).toBe(await begun());
    await expect(db.readRecent((reader) => sql`delete from settings`.execute(reader))).rejects.toThrow('read-only transaction');
    await expect(db.readRecent(() => db.read(snapshot))).rejects.toThrow('pass the transaction on');
    await expect(begun()).resolves.toBeTypeOf('string');
  });

  it('shows what was written just before, also to those who read at the same time', async () => {
    const { db } = store();
    for (let round = 0; round < 20; round += 1) {
      const name = `recent-${round}`;
      const others = Array.from({ length: 5 }, () => db.readRecent(snapshot));
      await note(name);
      expect(await db.readRecent((reader) => noted(reader, name))).toEqual({ name });
      await Promise.all(others);
    }
  });

  it('goes on after a session was ended', async () => {
    const { db } = store();
    const killed = db.readRecent(async (reader) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(reader));
    await expect(killed).rejects.toThrow('terminating connection');
    await expect(db.readRecent(snapshot)).resolves.toMatchObject({ rows: [{}] });
  });

  it('goes on unseen after its session was ended by another', async () => {
    const { db } = store();
    const [mine] = (await db.readRecent((reader) => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(reader))).rows;
    await db.read((reader) => sql`select pg_terminate_backend(${mine?.pid})`.execute(reader));
    await expect(db.readRecent(snapshot)).resolves.toMatchObject({ rows: [{}] });
  });
});
