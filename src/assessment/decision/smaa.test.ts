import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveValue } from './additive.ts';
import { type Scored } from './draw-source.ts';
import { type Interval, unknownScore } from './scores.ts';
import { errorBound, finish, leastDraws, type Problem, smaa, type SmaaResult, smaaSteps } from './smaa.ts';
import { type Weighting } from './weights.ts';

const open: Weighting = { by: 'open' };
const at = (value: number): Interval => ({ low: value, high: value });
const member = (key: string, ...scores: (number | Interval)[]): Scored => ({ key, scores: scores.map((one) => (typeof one === 'number' ? at(one) : one)) });

function weigh(memberships: readonly Scored[], weighting: Weighting = open, more: Partial<Problem> = {}): SmaaResult {
  const result = smaa({ memberships, criteria: memberships[0]?.scores.length ?? 0, weighting, draws: leastDraws, seed: 'test', ...more });
  if (!result.ok) throw new Error(`${result.refusal} ${result.detail ?? ''}`);
  return result.value;
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** Share of draws in which a membership takes this place or a better one. */
const upTo = (row: readonly number[] | undefined, place: number): number => sum((row ?? []).slice(0, place + 1));

const interval = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })).map(([a, b]) => ({ low: Math.min(a, b) / 20, high: Math.max(a, b) / 20 }));
const problem = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([count, criteria]) => fc.array(fc.array(interval, { minLength: criteria, maxLength: criteria }), { minLength: count, maxLength: count }))
  .map((rows) => rows.map((scores, one): Scored => ({ key: `m${one}`, scores })));
const few = { numRuns: 25 };

describe('weighing memberships', () => {
  it('is refused with the reason', () => {
    const refusal = (more: Partial<Problem>) => {
      const outcome = smaa({ memberships: [member('a', 1, 0), member('b', 0, 1)], criteria: 2, weighting: open, draws: leastDraws, seed: 1, ...more });
      return outcome.ok ? 'accepted' : [outcome.refusal, outcome.detail ?? ''].join(' ').trim();
    };
    expect(refusal({})).toBe('accepted');
    expect(refusal({ memberships: [] })).toBe('noMemberships');
    expect(refusal({ memberships: [member('a', 1, 0), member('a', 0, 1)] })).toBe('sameKeyTwice a');
    expect(refusal({ memberships: [member('a', 1, 0), member('b')] })).toBe('scoresMissing b');
    expect(refusal({ memberships: [member('a', 1, Number.NaN)] })).toBe('notANumber a');
    expect(refusal({ memberships: [member('a', 1, { low: 0, high: Number.POSITIVE_INFINITY })] })).toBe('notANumber a');
    expect(refusal({ memberships: [member('a', 1, { low: 0.7, high: 0.2 })] })).toBe('turnedAround a');
    expect(refusal({ weighting: { by: 'swing', ratios: [0, 0] } })).toBe('weighNothing');
    expect(refusal({ weighting: { by: 'swing', ratios: [1] } })).toBe('weightsMissing');
    expect(refusal({ draws: 9_999 })).toBe('tooFewDraws');
    expect(refusal({ draws: Number.NaN })).toBe('tooFewDraws');
    expect(refusal({ draws: 10_000.5 })).toBe('tooManyDraws');
    expect(refusal({ draws: 1e9 })).toBe('tooManyDraws');
    expect(refusal({ confidenceDraws: 10 })).toBe('tooFewDraws');
  });

  it('gives the same figures for the same seed, here and everywhere', () => {
    const members = [member('owhc', 0.7, { low: 0.1, high: 0.6 }, 0.4), member('eurocities', { low: 0.2, high: 0.9 }, 0.5, 0.3), member('hanse', 0.4, 0.4, unknownScore)];
    expect(weigh(members)).toEqual(weigh(members));
    expect(weigh(members).rankAcceptability).not.toEqual(weigh(members, open, { seed: 'another' }).rankAcceptability);
    // Computed apart from this code, in Python; equal to the last bit, which is why no tolerance stands here.
    const found = weigh(members, open, { seed: 'Nadrzecze 2026' });
    expect(found.rankAcceptability).toEqual([
      [0.4698, 0.3594, 0.1708],
      [0.289, 0.3856, 0.3254],
      [0.2412, 0.255, 0.5038],
    ]);
    expect(found.pairwiseWinning).toEqual([
      [0, 0.6373, 0.6617],
      [0.3627, 0, 0.6009],
      [0.3383, 0.3991, 0],
    ]);
    expect(found.centralWeights).toEqual([
      [0.40588947907530276, 0.2765848972681904, 0.31752562365650683],
      [0.33010478158864903, 0.47360284396795277, 0.19629237444339817],
      [0.19052673195651693, 0.28633974584378996, 0.5231335221996931],
    ]);
    expect(found.confidence).toEqual([0.5228, 0.4428, 0.5]);
    expect(found.values.map(({ mean }) => mean)).toEqual([0.4843735664713249, 0.4482803149943369, 0.4315582479085645]);
  });

  it('knows one membership, and equal ones', () => {
    expect(weigh([member('only', 0.3, unknownScore)])).toMatchObject({ rankAcceptability: [[1]], pairwiseWinning: [[0]], confidence: [1] });
    const twins = weigh([member('a', 0.3, 0.4), member('b', 0.3, 0.4)]);
    expect(twins.rankAcceptability).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(twins.pairwiseWinning).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(twins.confidence).toEqual([1, 1]);
  });

  it('takes a thousand criteria', () => {
    const scores = Array.from({ length: 1000 }, (_, index) => ({ low: (index % 7) / 10, high: (index % 7) / 10 + 0.2 }));
    const found = weigh([
      { key: 'a', scores },
      { key: 'b', scores: scores.toReversed() },
    ]);
    expect(sum(found.rankAcceptability[0] ?? [])).toBeCloseTo(1, 12);
    expect(sum(found.centralWeights[0] ?? [])).toBeCloseTo(1, 9);
  });

  it('has rows that add up, shares that answer each other, and weights that add up', () => {
    fc.assert(
      fc.property(problem, fc.string(), (memberships, seed) => {
        const found = weigh(memberships, open, { seed });
        for (const [one, row] of found.rankAcceptability.entries()) {
          expect(sum(row)).toBeCloseTo(1, 9);
          for (const [other, share] of (found.pairwiseWinning[one] ?? []).entries()) expect(share + (found.pairwiseWinning[other]?.[one] ?? 2)).toBeLessThanOrEqual(1);
          const central = found.centralWeights[one];
          expect(central === null).toBe((row[0] ?? 0) === 0);
          if (central) expect(sum(central)).toBeCloseTo(1, 9);
          expect(found.confidence[one] === null).toBe(central === null);
          const its = memberships[one]?.scores ?? [];
          const { low, mean, high } = found.values[one] ?? { low: -1, mean: -1, high: -1 };
          expect(low).toBeGreaterThanOrEqual(Math.min(...its.map((score) => score.low)) - 1e-12);
          expect(high).toBeLessThanOrEqual(Math.max(...its.map((score) => score.high)) + 1e-12);
          expect(low <= high && mean >= Math.min(...its.map((score) => score.low)) - 1e-9).toBe(true);
        }
      }),
      few,
    );
  });

  it('never puts a membership behind one that it is at least as good as by every criterion', () => {
    fc.assert(
      fc.property(problem, (memberships) => {
        const best: Scored = { key: 'best', scores: (memberships[0]?.scores ?? []).map((_, index) => at(Math.max(...memberships.map(({ scores }) => scores[index]?.high ?? 0)))) };
        const found = weigh([...memberships, best]);
        for (const row of found.pairwiseWinning) expect(row.at(-1)).toBe(0);
        expect(found.rankAcceptability.at(-1)?.[0]).toBe(1);
      }),
      few,
    );
  });

  it('never lowers a membership whose score is raised', () => {
    fc.assert(
      fc.property(problem, fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true }), (memberships, place, by) => {
        const before = weigh(memberships);
        const raised = memberships.map((one, index): Scored => {
          const held = one.scores[place];
          return index === 0 && held !== undefined ? { ...one, scores: one.scores.with(place, { low: held.low + by, high: held.high + by }) } : one;
        });
        const after = weigh(raised);
        for (const rank of memberships.keys()) expect(upTo(after.rankAcceptability[0], rank)).toBeGreaterThanOrEqual(upTo(before.rankAcceptability[0], rank) - 1e-9);
      }),
      few,
    );
  });

  it('changes nothing between the others when a membership is copied or added', () => {
    fc.assert(
      fc.property(problem, fc.nat(4), fc.boolean(), (memberships, which, copies) => {
        const taken = memberships[which % memberships.length];
        if (taken === undefined) throw new Error('there is one');
        const added: Scored = { key: 'added', scores: copies ? taken.scores : taken.scores.toReversed() };
        const [before, after] = [weigh(memberships), weigh([...memberships, added])];
        expect(after.pairwiseWinning.slice(0, -1).map((row) => row.slice(0, -1))).toEqual(before.pairwiseWinning);
        expect(after.values.slice(0, -1)).toEqual(before.values);
      }),
      few,
    );
  });

  it('does not care in which order the memberships stand', () => {
    fc.assert(
      fc.property(problem, (memberships) => {
        const [forth, back] = [weigh(memberships), weigh(memberships.toReversed())];
        expect(back.rankAcceptability.toReversed()).toEqual(forth.rankAcceptability);
        expect(back.centralWeights.toReversed()).toEqual(forth.centralWeights);
        expect(back.confidence.toReversed()).toEqual(forth.confidence);
      }),
      few,
    );
  });

  it('does not care for the size of the unit in which all values stand', () => {
    fc.assert(
      fc.property(problem, fc.constantFrom(0.5, 4, 1024), (memberships, unit) => {
        const scaled = memberships.map((one): Scored => ({ ...one, scores: one.scores.map(({ low, high }) => ({ low: low * unit, high: high * unit })) }));
        expect(weigh(scaled).rankAcceptability).toEqual(weigh(memberships).rankAcceptability);
      }),
      few,
    );
  });

  it('shows what is not known as uncertain, which neither zero nor the middle would', () => {
    const documented = member('documented', 0.4, 0.4);
    const silent = weigh([documented, member('silent', unknownScore, unknownScore)]);
    const [first = 0] = silent.rankAcceptability[1] ?? [];
    // Somewhere: sometimes ahead, sometimes behind. Zero is never ahead, the middle always.
    expect(first).toBeGreaterThan(0.5);
    expect(first).toBeLessThan(0.9);
    expect(weigh([documented, member('zero', 0, 0)]).rankAcceptability[1]?.[0]).toBe(0);
    expect(weigh([documented, member('middle', 0.5, 0.5)]).rankAcceptability[1]?.[0]).toBe(1);
    const { low, high } = silent.values[1] ?? { low: 0, high: 0 };
    expect(high - low).toBeGreaterThan(0.5);
  });

  it('agrees with the sum where everything is certain', () => {
    const weighting: Weighting = { by: 'swing', ratios: [100, 50, 50] };
    const { values } = weigh([member('a', 0.2, 0.4, 0.9)], weighting);
    expect(values[0]?.mean).toBeCloseTo(additiveValue([0.5, 0.25, 0.25], [0.2, 0.4, 0.9]), 9);
    expect(values[0]?.low).toBe(values[0]?.high);
  });

  it('finds the closed form of one uncertain score against a certain one', () => {
    // One criterion: uniform on 0.2–0.6 against 0.5 is ahead in a quarter of the draws.
    const found = weigh([member('wide', { low: 0.2, high: 0.6 }), member('sure', 0.5)], open, { draws: 200_000 });
    expect(Math.abs((found.pairwiseWinning[0]?.[1] ?? 0) - 0.25)).toBeLessThan(2 * errorBound(200_000));
    expect(Math.abs((found.confidence[0] ?? 0) - 0.25)).toBeLessThan(2 * found.confidenceError);
    expect(Math.abs((found.values[0]?.low ?? 0) - 0.22)).toBeLessThan(0.005);
    expect(Math.abs((found.values[0]?.high ?? 0) - 0.58)).toBeLessThan(0.005);
  });

  it('is within a hundredth with ten thousand draws', () => {
    expect(errorBound(10_000)).toBeCloseTo(0.0098, 4);
  });

  it('tells how far it is, gives the same whatever the steps, and can be left', () => {
    const given: Problem = { memberships: [member('a', 0.2, unknownScore), member('b', 0.5, 0.5)], criteria: 2, weighting: open, draws: 12_345, seed: 3 };
    const told: number[] = [];
    const whole = smaa(given, ({ done, of }) => told.push(done / of));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const steps = smaaSteps(given, 77);
    if (!steps.ok || !whole.ok) throw new Error('accepted');
    expect(finish(steps.value)).toEqual(whole.value);
    const left = smaaSteps(given, 100);
    if (!left.ok) throw new Error('accepted');
    let seen = 0;
    for (const { done } of left.value) {
      seen = done;
      if (done >= 500) break;
    }
    expect(seen).toBe(500);
    expect(left.value.next().done).toBe(true);
  });
});
