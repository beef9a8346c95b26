import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Corner, linearValueFunction, valueAt, type ValueFunction, valueFunction } from './value-function.ts';

const corners = (...all: [number, number][]): Corner[] => all.map(([at, value]) => ({ at, value }));
const made = (outcome: ReturnType<typeof valueFunction>): ValueFunction => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};

/** Checked functions with up to ten corners. */
const anyScale = fc
  .tuple(
    fc.constantFrom('up', 'down'),
    fc
      .integer({ min: 2, max: 10 })
      .chain((count) =>
        fc.tuple(
          fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: count, maxLength: count }),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: count, maxLength: count }),
        ),
      ),
  )
  .map(([direction, [places, values]]) => {
    const rising = values
      .toSorted((a, b) => a - b)
      .with(0, 0)
      .with(values.length - 1, 1);
    const its = direction === 'up' ? rising : rising.toReversed();
    return made(
      valueFunction(
        direction,
        places.toSorted((a, b) => a - b).map((at, index) => ({ at, value: its[index] ?? 0 })),
      ),
    );
  });

describe('a value function', () => {
  it('is refused with the reason', () => {
    const refusal = (...given: Parameters<typeof valueFunction>) => {
      const outcome = valueFunction(...given);
      return outcome.ok ? 'accepted' : [outcome.refusal, outcome.detail ?? ''].join(' ').trim();
    };
    expect(refusal('up', [])).toBe('tooFewCorners');
    expect(refusal('up', corners([1, 0]))).toBe('tooFewCorners');
    expect(refusal('up', corners([0, 0], [Number.NaN, 0.5], [2, 1]))).toBe('notANumber 2');
    expect(refusal('up', corners([0, 0], [Number.POSITIVE_INFINITY, 1]))).toBe('notANumber 2');
    expect(refusal('up', corners([-1e308, 0], [1e308, 1]))).toBe('notANumber');
    expect(refusal('up', corners([2, 0], [1, 1]))).toBe('unsorted 2');
    expect(refusal('up', corners([1, 0], [1, 1]))).toBe('unsorted 2');
    expect(refusal('up', corners([0, 1], [1, 1]))).toBe('flat');
    expect(refusal('up', corners([0, 0], [1, 0.5], [2, 0]))).toBe('flat');
    expect(refusal('up', corners([0, 1], [1, 0]))).toBe('reversed 2');
    expect(refusal('down', corners([0, 0], [1, 1]))).toBe('reversed 2');
    expect(refusal('up', corners([0, 0], [1, 0.6], [2, 0.5], [3, 1]))).toBe('reversed 3');
    expect(refusal('up', corners([0, 0.1], [1, 1]))).toBe('endsNotWhole');
    expect(refusal('down', corners([0, 100], [1, 0]))).toBe('endsNotWhole');
    expect(linearValueFunction(3, 3)).toMatchObject({ refusal: 'flat' });
    expect(linearValueFunction(0, Number.NaN)).toMatchObject({ refusal: 'notANumber' });
  });

  it('may be level for a while', () => {
    const scale = made(valueFunction('up', corners([0, 0], [10, 1], [20, 1])));
    expect([5, 10, 15, 20].map((at) => valueAt(scale, at))).toEqual([0.5, 1, 1, 1]);
  });

  it('keeps to its ends outside them, unless it is to go on', () => {
    const fee = made(linearValueFunction(10_000, 0));
    expect([-1, 0, 5_000, 10_000, 1e12, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((at) => valueAt(fee, at))).toEqual([1, 1, 0.5, 0, 0, 0, 1]);
    expect(valueAt(made(linearValueFunction(10_000, 0, 'extrapolate')), 20_000)).toBe(-1);
  });

  it('never leaves 0 to 1, never turns, and is exact at its corners', () => {
    const place = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(anyScale, place, place, (scale, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const [first, second] = [valueAt(scale, low), valueAt(scale, high)];
        expect(first >= 0 && first <= 1).toBe(true);
        expect(scale.direction === 'up' ? second >= first - 1e-15 : second <= first + 1e-15).toBe(true);
        for (const corner of scale.corners) expect(valueAt(scale, corner.at)).toBe(corner.value);
      }),
    );
  });

  it('does not care for the unit: thousands are thousands', () => {
    const place = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(anyScale, place, fc.constantFrom(0.001, 0.25, 4.3, 1000), fc.integer({ min: -500, max: 500 }), (scale, at, unit, shift) => {
        const other = made(
          valueFunction(
            scale.direction,
            scale.corners.map((corner) => ({ ...corner, at: corner.at * unit + shift })),
          ),
        );
        expect(valueAt(other, at * unit + shift)).toBeCloseTo(valueAt(scale, at), 6);
      }),
    );
  });

  it('answers NaN with NaN', () => {
    expect(valueAt(made(linearValueFunction(0, 1)), Number.NaN)).toBeNaN();
  });
});
