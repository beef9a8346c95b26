import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamOf } from './random.ts';
import { weightDraws } from './weight-draws.ts';
import { rankWeights, referenceWeights, swingWeights, type Weighting } from './weights.ts';

const made = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const sum = (numbers: Iterable<number>): number => Array.from(numbers).reduce((total, one) => total + one, 0);

/** Draws one after another, each copied. */
const drawn = (weighting: Weighting, criteria: number, count: number, seed = 'weights'): Float64Array[] => {
  const draw = weightDraws(weighting, made(referenceWeights(weighting, criteria)), streamOf(seed));
  return Array.from({ length: count }, () => {
    const into = new Float64Array(criteria);
    draw(into);
    return into;
  });
};
const mean = (draws: readonly Float64Array[], index: number): number => sum(draws.map((weights) => weights[index] ?? 0)) / draws.length;

describe('weights', () => {
  it('are refused with the reason', () => {
    const refusal = (weighting: Weighting, criteria: number) => {
      const outcome = referenceWeights(weighting, criteria);
      return outcome.ok ? 'accepted' : outcome.refusal;
    };
    expect(refusal({ by: 'open' }, 0)).toBe('noCriteria');
    expect(refusal({ by: 'equal' }, Number.NaN)).toBe('noCriteria');
    expect(refusal({ by: 'swing', ratios: [100, 50] }, 3)).toBe('weightsMissing');
    expect(refusal({ by: 'swing', ratios: [0, 0] }, 2)).toBe('weighNothing');
    expect(refusal({ by: 'swing', ratios: [1, -1] }, 2)).toBe('negativeWeight');
    expect(refusal({ by: 'swing', ratios: [1, Number.NaN] }, 2)).toBe('notANumber');
    expect(refusal({ by: 'swing', ratios: [1, Number.POSITIVE_INFINITY] }, 2)).toBe('notANumber');
    expect(refusal({ by: 'surrogate', ranks: [1, Number.NaN], rule: 'sum' }, 2)).toBe('notANumber');
    expect(refusal({ by: 'order', ranks: [1] }, 2)).toBe('weightsMissing');
    expect(refusal({ by: 'between', least: [0.5, 0.2], most: [0.4, 1] }, 2)).toBe('turnedAround');
    expect(refusal({ by: 'between', least: [0.6, 0.6], most: [1, 1] }, 2)).toBe('boundsImpossible');
    expect(refusal({ by: 'between', least: [0, 0], most: [0.4, 0.4] }, 2)).toBe('boundsImpossible');
    expect(refusal({ by: 'between', least: [0, 0], most: [0, 0] }, 2)).toBe('weighNothing');
    expect(refusal({ by: 'between', least: [-0.1, 0], most: [1, 1] }, 2)).toBe('negativeWeight');
    expect(swingWeights([])).toMatchObject({ refusal: 'noCriteria' });
    expect(rankWeights([], 'centroid')).toMatchObject({ refusal: 'noCriteria' });
  });

  it('by swing only say proportions', () => {
    const ratios = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }).filter((all) => all.some((one) => one > 0.001));
    fc.assert(
      fc.property(ratios, fc.constantFrom(0.01, 3, 1e300), (all, times) => {
        const weights = made(swingWeights(all));
        expect(sum(weights)).toBeCloseTo(1, 12);
        const larger = made(swingWeights(all.map((one) => one * times)));
        for (const [index, weight] of weights.entries()) expect(larger[index]).toBeCloseTo(weight, 12);
      }),
    );
  });

  it('from ranks share where ranks are equal, and only the order counts', () => {
    expect(made(rankWeights([1, 1], 'centroid'))).toEqual([0.5, 0.5]);
    expect(made(rankWeights([10, 30, 20], 'sum'))).toEqual(made(rankWeights([1, 3, 2], 'sum')));
    const [first, second, third] = made(rankWeights([1, 2, 2], 'centroid'));
    expect(first).toBeCloseTo(11 / 18, 12);
    expect(second).toBeCloseTo(7 / 36, 12);
    expect(third).toBe(second);
  });

  it('of a thousand criteria still add up to one', () => {
    const ranks = Array.from({ length: 1000 }, (_, index) => index);
    for (const rule of ['centroid', 'sum', 'reciprocal'] as const) expect(sum(made(rankWeights(ranks, rule)))).toBeCloseTo(1, 12);
    for (const weights of drawn({ by: 'open' }, 1000, 20)) expect(sum(weights)).toBe(1);
  });
});

describe('drawn weights', () => {
  it('add up to exactly one and are never negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.string(), (criteria, seed) => {
        for (const weights of drawn({ by: 'open' }, criteria, 20, seed)) {
          expect(sum(weights)).toBe(1);
          expect(weights.every((weight) => weight >= 0)).toBe(true);
        }
      }),
    );
  });

  it('left open are uniform on the simplex: mean, spread and the chance to be small', () => {
    const draws = drawn({ by: 'open' }, 4, 60_000);
    for (let index = 0; index < 4; index += 1) {
      expect(Math.abs(mean(draws, index) - 0.25)).toBeLessThan(0.003);
      // P(w < t) = 1 − (1 − t)³ for four criteria.
      expect(Math.abs(draws.filter((weights) => (weights[index] ?? 1) < 0.1).length / draws.length - 0.271)).toBeLessThan(0.008);
      expect(Math.abs(sum(draws.map((weights) => (weights[index] ?? 0) ** 2)) / draws.length - 0.1)).toBeLessThan(0.003);
    }
  });

  it('from a ranking obey it, and their mean is the centroid', () => {
    const weighting: Weighting = { by: 'order', ranks: [2, 1, 4, 3] };
    const draws = drawn(weighting, 4, 60_000);
    expect(draws.every(([a = 0, b = 0, c = 0, d = 0]) => b >= a && a >= d && d >= c)).toBe(true);
    for (const [index, weight] of made(referenceWeights(weighting, 4)).entries()) expect(Math.abs(mean(draws, index) - weight)).toBeLessThan(0.003);
  });

  it('between equal ranks go either way', () => {
    const draws = drawn({ by: 'order', ranks: [1, 2, 2] }, 3, 30_000);
    expect(draws.every(([a = 0, b = 0, c = 0]) => a >= b && a >= c)).toBe(true);
    expect(Math.abs(draws.filter(([, b = 0, c = 0]) => b > c).length / draws.length - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(mean(draws, 0) - 11 / 18)).toBeLessThan(0.005);
  });

  it('between bounds stay there', () => {
    const bounds = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 20 }).map((pairs) => {
      const [low, high] = [sum(pairs.map(([one]) => one)), sum(pairs.map(([, one]) => one))];
      // Bounds on either side of a weighting, so that one exists.
      const middle = pairs.map(([one]) => (low > 0 ? one / low : 1 / pairs.length));
      return { least: middle.map((one) => one * 0.8), most: middle.map((one, index) => one + (high > 0 ? ((pairs[index]?.[1] ?? 0) / high) * 0.5 : 0)) };
    });
    fc.assert(
      fc.property(bounds, fc.string(), ({ least, most }, seed) => {
        for (const weights of drawn({ by: 'between', least, most }, least.length, 20, seed)) {
          expect(sum(weights)).toBeCloseTo(1, 9);
          for (const [index, weight] of weights.entries()) expect(weight >= (least[index] ?? 1) - 1e-12 && weight <= (most[index] ?? 0) + 1e-12).toBe(true);
        }
      }),
    );
  });

  it('between bounds are uniform: two criteria evenly over their range, three as the open simplex cut', () => {
    const two = drawn({ by: 'between', least: [0.2, 0], most: [0.6, 1] }, 2, 20_000);
    expect(Math.abs(mean(two, 0) - 0.4)).toBeLessThan(0.005);
    expect(Math.abs(two.filter(([first = 0]) => first < 0.3).length / two.length - 0.25)).toBeLessThan(0.02);
    const within = ([a = 0, b = 0, c = 0]: Float64Array): boolean => a >= 0.1 && a <= 0.5 && b <= 0.4 && c >= 0.2;
    const cut = drawn({ by: 'open' }, 3, 150_000).filter(within);
    const walked = drawn({ by: 'between', least: [0.1, 0, 0.2], most: [0.5, 0.4, 1] }, 3, 40_000);
    for (let index = 0; index < 3; index += 1) expect(Math.abs(mean(walked, index) - mean(cut, index))).toBeLessThan(0.005);
  });

  it('have one way only where bounds leave one', () => {
    for (const weights of drawn({ by: 'between', least: [0.3, 0.7], most: [0.3, 0.7] }, 2, 5)) expect([...weights]).toEqual([0.3, 0.7]);
    expect([...(drawn({ by: 'between', least: [1], most: [1] }, 1, 1)[0] ?? [])]).toEqual([1]);
  });
});
