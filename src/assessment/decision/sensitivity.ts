import { done, type Outcome, refused } from '#basics/outcome.ts';
import { type Sorted } from './indication.ts';
import { type Score } from './scores.ts';

/**
 * How a membership's value moves as one weight goes from 0 to 1 while the others keep their proportions among themselves: a straight line, here its two ends
 * (UK Multi-criteria analysis: a manual, 2009: sensitivity analysis). At weight t the value is atNone + t · (atAll − atNone).
 */
export type WeightLine = { atNone: number; atAll: number };

/** The least and the largest difference of two lines that still counts as none: sums of rounded products. */
const same = 1e-12;

/** Line of one membership; `weights` add up to 1. Where the criterion has the whole weight, the others share what it gives up equally. */
export function weightLine(weights: readonly number[], values: readonly number[], criterion: number): WeightLine {
  const rest = weights.reduce((sum, weight, index) => (index === criterion ? sum : sum + weight), 0);
  const others = weights.length - 1;
  const sum = values.reduce((total, value, index) => (index === criterion ? total : total + (rest > 0 ? (weights[index] ?? 0) / rest : 1 / others) * value), 0);
  return { atNone: sum, atAll: values[criterion] ?? 0 };
}

export const valueAtWeight = ({ atNone, atAll }: WeightLine, weight: number): number => atNone + weight * (atAll - atNone);

/**
 * The weight, 0–1, at which two lines cross: on one side of it one membership is ahead, on the other the other. Null where they never do within 0–1, and where
 * they are the same throughout. A meeting at an end counts.
 */
export function swapWeight(one: WeightLine, other: WeightLine): number | null {
  const start = one.atNone - other.atNone;
  const end = one.atAll - other.atAll;
  if (Math.abs(start - end) <= same) return null;
  const at = start / (start - end);
  return at >= -same && at <= 1 + same ? Math.min(1, Math.max(0, at)) : null;
}

/** Two memberships, by their places in the list, and the weight at which they swap. */
export type Swap = { one: number; other: number; at: number };

/** All swaps as one weight goes from 0 to 1, in the order in which they are met; memberships² / 2 pairs. */
export function swaps(lines: readonly WeightLine[]): Swap[] {
  const found: Swap[] = [];
  for (const [one, line] of lines.entries())
    for (let other = one + 1; other < lines.length; other += 1) {
      const against = lines[other];
      const at = against === undefined ? null : swapWeight(line, against);
      if (at !== null) found.push({ one, other, at });
    }
  return found.toSorted((a, b) => a.at - b.at || a.one - b.one || a.other - b.other);
}

/** Weights after one of them is set anew (0–1) and the others keep their proportions, as a slider does; they add up to 1. */
export function withWeight(weights: readonly number[], criterion: number, weight: number): number[] {
  if (weights.length === 1) return [1];
  const rest = weights.reduce((sum, one, index) => (index === criterion ? sum : sum + one), 0);
  const left = 1 - weight;
  return weights.map((one, index) => (index === criterion ? weight : rest > 0 ? (one / rest) * left : left / (weights.length - 1)));
}

/** "What if": another score of one membership by one criterion of one index, its place counted from 0. */
export type Change = { key: string; index: 'benefits' | 'asks'; criterion: number; score: Score };

/**
 * The memberships as they would be (this fee doubles, that office ends); nothing given is altered. With the same seed every other score keeps its draws, so
 * what differs in the result comes of the change alone. Refusals, with the key: `noSuchMembership`, `noSuchCriterion`.
 */
export function whatIf(memberships: readonly Sorted[], changes: readonly Change[]): Outcome<Sorted[], 'noSuchMembership' | 'noSuchCriterion'> {
  const byKey = new Map(memberships.map((one) => [one.key, one]));
  for (const { key, index, criterion, score } of changes) {
    const held = byKey.get(key);
    if (held === undefined) return refused('noSuchMembership', key);
    if (held[index][criterion] === undefined) return refused('noSuchCriterion', key);
    byKey.set(key, { ...held, [index]: held[index].with(criterion, score) });
  }
  return done([...byKey.values()]);
}
