import { describe, expect, it } from 'vitest';
import { createPageCache } from './page-cache.ts';

const page = (bytes: number, until = Infinity) => ({ weight: () => bytes, until });
const cacheOf = (maxBytes: number, clock = { now: 0 }) => createPageCache<ReturnType<typeof page>>({ maxBytes, now: () => clock.now });

describe('the page cache', () => {
  it('prepares a page once for all who ask at the same time', async () => {
    const cache = cacheOf(1_000_000);
    const kept = page(10);
    let prepared = 0;
    let finish: (value: typeof kept) => void = () => undefined;
    const prepare = () => {
      prepared += 1;
      return new Promise<typeof kept>((resolve) => {
        finish = resolve;
      });
    };
    const asked = [cache.once('a', prepare), cache.once('a', prepare), cache.once('a', prepare)];
    finish(kept);
    expect(await Promise.all(asked)).toEqual([kept, kept, kept]);
    expect(prepared).toBe(1);
    expect(cache.get('a')).toBe(kept);
  });

  it('stays within its bound, the page longest unasked for leaving first', async () => {
    const cache = cacheOf(60_000);
    for (const key of ['a', 'b', 'c', 'd']) await cache.once(key, async () => page(11_000));
    cache.get('a');
    for (let time = 0; time < 2; time += 1) await cache.once('e', async () => page(11_000));
    expect(cache.bytes()).toBeLessThanOrEqual(60_000);
    expect(['a', 'b', 'e'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
    for (let i = 0; i < 1_000; i += 1) await cache.once(`x${i % 500}`, async () => page((i % 500) * 30));
    expect(cache.bytes()).toBeLessThanOrEqual(60_000);
    expect(cache.bytes()).toBeGreaterThan(0);
  });

  it('keeps what it has, once full, before what is asked for only once', async () => {
    const cache = cacheOf(60_000);
    const kept = ['a', 'b', 'c', 'd'];
    for (const key of kept) await cache.once(key, async () => page(11_000));
    for (let i = 0; i < 10_000; i += 1) await cache.once(`made-up-${i}`, async () => page(11_000));
    expect(kept.map((key) => cache.get(key) !== undefined)).toEqual([true, true, true, true]);
    expect(cache.count()).toBe(4);
    await cache.once('made-up-9999', async () => page(11_000));
    expect(cache.get('made-up-9999')).toBeDefined();
  });

  it('counts what a page grows by, and forgets others for it', async () => {
    const cache = cacheOf(60_000);
    let size = 11_000;
    const growing = { weight: () => size, until: Infinity };
    await cache.once('a', async () => growing);
    await cache.once('b', async () => page(11_000));
    const before = cache.bytes();
    size = 11_900;
    cache.grew('a', growing);
    expect(cache.bytes()).toBe(before + 900);
    cache.grew('gone', growing);
    expect(cache.bytes()).toBe(before + 900);
  });

  it('does not keep one huge page at the cost of all others', async () => {
    const cache = cacheOf(60_000);
    await cache.once('a', async () => page(100));
    await cache.once('huge', async () => page(59_000));
    expect(cache.get('huge')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
  });

  it('lets a page end at its instant', async () => {
    const clock = { now: 1_000 };
    const cache = cacheOf(60_000, clock);
    await cache.once('a', async () => page(10, 2_000));
    clock.now = 1_999;
    expect(cache.get('a')).toBeDefined();
    clock.now = 2_000;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes()).toBe(0);
  });

  it('forgets everything under a new version, also what was begun under the old one', async () => {
    const cache = cacheOf(60_000);
    cache.under('1');
    await cache.once('a', async () => page(10));
    let finish: (value: ReturnType<typeof page>) => void = () => undefined;
    const begun = cache.once(
      'b',
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    cache.under('2');
    finish(page(10));
    await begun;
    expect([cache.get('a'), cache.get('b'), cache.count(), cache.bytes()]).toEqual([undefined, undefined, 0, 0]);
  });

  it('does not keep a failure', async () => {
    const cache = cacheOf(60_000);
    await expect(cache.once('a', () => Promise.reject(new Error('the database is away')))).rejects.toThrow('the database is away');
    expect(await cache.once('a', async () => page(10))).not.toBeNull();
  });
});
