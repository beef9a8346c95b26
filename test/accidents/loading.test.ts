import { describe, expect, it } from 'vitest';
import { fillingTrial, rounds } from './filling-trial.ts';
import { victims } from './round.ts';

describe.concurrent('an accident while the example is loaded', { timeout: 300_000 }, () => {
  const cut = fillingTrial('load');

  it.each(victims)('leaves the store empty or whole, and the next start goes on by itself: kill -9 of %s', async (victim) => {
    expect(await cut(victim)).toBe(rounds);
  });
});
