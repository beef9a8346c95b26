import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeness, isComplete, type Reading, type Score, scoreOf, usualWidening } from './scores.ts';
import { linearValueFunction, type ValueFunction } from './value-function.ts';

const made = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const projects: ValueFunction = made(linearValueFunction(0, 10));
const fee: ValueFunction = made(linearValueFunction(20_000, 0));
const score = (reading: Reading, scale = projects): Score => made(scoreOf(scale, reading));

describe('a score', () => {
  it('of which nothing is known is the whole scale: not zero, not the middle', () => {
    expect(score({ state: 'unknown' })).toEqual({ low: 0, high: 1, rests: false });
    expect(score({ state: 'unknown' }, fee)).toEqual({ low: 0, high: 1, rests: false });
  });

  it('that somebody looked for and did not find is the bottom of the scale, and rests on that', () => {
    expect(score({ state: 'confirmedNone' })).toEqual({ low: 0, high: 0, rests: true });
    expect(score({ state: 'confirmedNone' }, fee)).toEqual({ low: 1, high: 1, rests: true });
  });

  it('is as wide as its source is weak', () => {
    const of = (grade: 'A' | 'B' | 'C') => score({ state: 'documented', from: 5, to: 5, grade });
    expect(of('A')).toEqual({ low: 0.5, high: 0.5, rests: true });
    expect(of('B')).toEqual({ low: 0.45, high: 0.55, rests: true });
    expect(of('C')).toEqual({ low: 0.35, high: 0.65, rests: true });
    expect(score({ state: 'documented', from: 10, to: 10, grade: 'C' })).toMatchObject({ low: 0.85, high: 1 });
  });

  it('keeps what the assessor gave, in the order of the scale', () => {
    expect(score({ state: 'judged', from: 2, to: 3 })).toMatchObject({ low: 0.2, high: 0.3 });
    expect(score({ state: 'judged', from: 5_000, to: 10_000 }, fee)).toEqual({ low: 0.5, high: 0.75, rests: true });
  });

  it('is refused with the reason', () => {
    expect(scoreOf(projects, { state: 'judged', from: 3, to: 2 })).toMatchObject({ refusal: 'turnedAround' });
    expect(scoreOf(projects, { state: 'judged', from: Number.NaN, to: 2 })).toMatchObject({ refusal: 'notANumber' });
    expect(scoreOf(projects, { state: 'documented', from: 1, to: Number.POSITIVE_INFINITY, grade: 'A' })).toMatchObject({ refusal: 'notANumber' });
    expect(scoreOf(projects, { state: 'unknown' }, { A: 0.2, B: 0.1, C: 0.3 })).toMatchObject({ refusal: 'wideningUneven' });
    expect(scoreOf(projects, { state: 'unknown' }, { ...usualWidening, C: Number.NaN })).toMatchObject({ refusal: 'wideningUneven' });
  });

  it('lies within 0 to 1, and within that of any weaker source', () => {
    const place = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const [a, b, c] = (['A', 'B', 'C'] as const).map((grade) => score({ state: 'documented', from, to, grade }));
        if (a === undefined || b === undefined || c === undefined) throw new Error('three grades');
        expect(0 <= c.low && c.low <= b.low && b.low <= a.low && a.low <= a.high && a.high <= b.high && b.high <= c.high && c.high <= 1).toBe(true);
      }),
    );
  });
});

describe('completeness', () => {
  const known: Score = { low: 0.2, high: 0.2, rests: true };
  const unknown = score({ state: 'unknown' });

  it('is the share of weight, not of criteria, and says what to collect, the heaviest first', () => {
    expect(completeness([0.5, 0.1, 0.4], [known, unknown, unknown])).toEqual({ share: 0.5, missing: [2, 1] });
    expect(completeness([0.5, 0.5], [known, known])).toEqual({ share: 1, missing: [] });
    expect(completeness([0.1, 0.1, 0.1, 0.7], [unknown, unknown, unknown, unknown]).share).toBeCloseTo(0, 12);
  });

  it('is not missed by rounding', () => {
    const thirds = [1 / 3, 1 / 3, 1 / 3];
    expect(isComplete(completeness(thirds, [known, known, unknown]).share, 2 / 3)).toBe(true);
    expect(isComplete(completeness([0.1, 0.2, 0.3, 0.4], [known, known, known, unknown]).share, 0.6)).toBe(true);
    expect(isComplete(0.59, 0.6)).toBe(false);
  });
});
