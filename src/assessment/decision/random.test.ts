import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, fillBetween, streamOf } from './random.ts';

const words = (seed: string | number, ...names: string[]): number[] => {
  const drawn = new Float64Array(4);
  fill(streamOf(seed, ...names), drawn, 0, 4);
  return Array.from(drawn, (one) => one * 4294967296);
};

describe('random numbers', () => {
  it('are those of the generator, written anew in another language', () => {
    expect(words(7)).toEqual([3542916023, 3178493808, 3288047094, 3056664381]);
    expect(words('Kraków 2026', 'scores', 'owhc')).toEqual([1029823211, 1699861033, 3138286378, 4119263927]);
    expect(words('')).toEqual([1684389165, 1739384616, 3962342013, 1645580685]);
  });

  it('take a number as its text, and any text as a seed', () => {
    expect(words(7)).toEqual(words('7'));
    expect(words(-0.5)).toEqual(words('-0.5'));
    expect(words('ocena za rok 2026')).not.toEqual(words('ocena za rok 2027'));
    expect(words('😀 "\\ \u0000')).toHaveLength(4);
  });

  it('tell names apart whole', () => {
    expect(words('s', 'a', 'bc')).not.toEqual(words('s', 'ab', 'c'));
    expect(words('s', 'a,b')).not.toEqual(words('s', 'a', 'b'));
  });

  it('go on where they stopped', () => {
    const whole = new Float64Array(8);
    fill(streamOf(1), whole, 0, 8);
    const parts = new Float64Array(8);
    const stream = streamOf(1);
    fill(stream, parts, 0, 3);
    fill(stream, parts, 3, 8);
    expect(parts).toEqual(whole);
  });

  it('lie evenly from 0 up to below 1', () => {
    const drawn = new Float64Array(100_000);
    fill(streamOf('even'), drawn, 0, drawn.length);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const one of drawn) tenths[Math.floor(one * 10)] = (tenths[Math.floor(one * 10)] ?? 0) + 1;
    expect(Math.max(...tenths)).toBeLessThan(10_500);
    expect(Math.min(...tenths)).toBeGreaterThan(9_500);
  });

  it('stay within any interval that they are stretched to', () => {
    const end = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(end, end, fc.string(), (one, other, seed) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const drawn = new Float64Array(50);
        fillBetween(streamOf(seed), drawn, 0, 50, new Float64Array(50).fill(low), new Float64Array(50).fill(high - low));
        expect(drawn.every((value) => value >= low && value <= high)).toBe(true);
      }),
    );
  });
});
