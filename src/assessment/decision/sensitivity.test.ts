import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveValue } from './additive.ts';
import { type Sorted } from './indication.ts';
import { type Score } from './scores.ts';
import { swaps, swapWeight, valueAtWeight, weightLine, whatIf, withWeight } from './sensitivity.ts';

const weights = [0.5, 0.3, 0.2];

describe('the weight of one criterion', () => {
  it('moves a value along a line on which it stands today', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 3, maxLength: 3 }), share, fc.nat(2), (values, weight, criterion) => {
        const line = weightLine(weights, values, criterion);
        expect(valueAtWeight(line, weights[criterion] ?? 0)).toBeCloseTo(additiveValue(weights, values), 9);
        const moved = withWeight(weights, criterion, weight);
        expect(moved.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
        expect(additiveValue(moved, values)).toBeCloseTo(valueAtWeight(line, weight), 9);
      }),
    );
  });

  it('has a point at which two memberships swap: even there, and the other way round beyond', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const values = fc.array(share, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(values, values, fc.nat(2), (a, b, criterion) => {
        const [one, other] = [weightLine(weights, a, criterion), weightLine(weights, b, criterion)];
        const at = swapWeight(one, other);
        const [start, end] = [one.atNone - other.atNone, one.atAll - other.atAll];
        if (at === null) expect(start * end > 0 || Math.abs(start - end) < 1e-9).toBe(true);
        else {
          expect(valueAtWeight(one, at)).toBeCloseTo(valueAtWeight(other, at), 9);
          expect(start * end).toBeLessThanOrEqual(1e-9);
        }
      }),
    );
  });

  it('swaps nobody where one is ahead throughout, or both are the same', () => {
    const [better, worse] = [weightLine(weights, [0.9, 0.9, 0.9], 0), weightLine(weights, [0.1, 0.2, 0.3], 0)];
    expect(swapWeight(better, worse)).toBeNull();
    expect(swapWeight(better, better)).toBeNull();
    const [swap, ...more] = swaps([better, worse, weightLine(weights, [0.5, 0, 0], 0)]);
    expect(more).toEqual([]);
    expect(swap).toMatchObject({ one: 1, other: 2 });
    expect(swap?.at).toBeCloseTo(0.24 / 0.64, 9);
  });

  it('that had the whole weight gives it up to the others equally; a single one keeps it', () => {
    expect(withWeight([1, 0, 0], 0, 0.4)).toEqual([0.4, 0.3, 0.3]);
    expect(weightLine([1, 0, 0], [0.9, 0.2, 0.4], 0).atNone).toBeCloseTo(0.3, 12);
    expect(withWeight([1], 0, 0.2)).toEqual([1]);
  });
});

describe('what if', () => {
  const score: Score = { low: 0.2, high: 0.4, rests: true };
  const member = (key: string): Sorted => ({ key, benefits: [score, score], asks: [score], facts: { asksPaid: true, monthsWithoutEffect: 3, engagementDeclaredLow: false } });
  const doubled: Score = { low: 0.8, high: 0.8, rests: true };

  it('changes the one score and leaves what was given as it was', () => {
    const given = [member('a'), member('b')];
    expect(whatIf(given, [{ key: 'b', index: 'asks', criterion: 0, score: doubled }])).toEqual({ ok: true, value: [member('a'), { ...member('b'), asks: [doubled] }] });
    expect(given).toEqual([member('a'), member('b')]);
  });

  it('is refused for what is not there', () => {
    expect(whatIf([member('a')], [{ key: 'b', index: 'asks', criterion: 0, score }])).toMatchObject({ refusal: 'noSuchMembership', detail: 'b' });
    expect(whatIf([member('a')], [{ key: 'a', index: 'benefits', criterion: 2, score }])).toMatchObject({ refusal: 'noSuchCriterion', detail: 'a' });
  });
});
