import { fillBetween, type Seed, streamOf } from './random.ts';
import { type Interval } from './scores.ts';
import { weightDraws, type DrawWeights } from './weight-draws.ts';
import { type Weighting } from './weights.ts';

/** Where draws come from: the weights of a draw, then the values of all memberships by all criteria, membership by membership. */
export type DrawSource = { memberships: number; criteria: number; drawWeights: DrawWeights; drawScores: (into: Float64Array) => void };

/** A membership as the draws see it: a key that nobody else has, and an interval for each criterion in the order of the criteria. */
export type Scored = { key: string; scores: readonly Interval[] };

/**
 * Scores uniform within their intervals. Every membership has a stream of its own, named by its key, and takes one number of it for each criterion in each
 * draw, needed or not: so neither another membership nor a change in another cell alters what is drawn for it.
 */
export function scoreDraws(seed: Seed, memberships: readonly Scored[], criteria: number): (into: Float64Array) => void {
  const count = memberships.length;
  const low = Float64Array.from(memberships.flatMap(({ scores }) => scores.map((score) => score.low)));
  const width = Float64Array.from(memberships.flatMap(({ scores }) => scores.map((score) => score.high - score.low)));
  const streams = memberships.map(({ key }) => streamOf(seed, 'scores', key));
  if (width.every((one) => one === 0)) return (into) => into.set(low);
  return (into) => {
    for (let one = 0; one < count; one += 1) {
      const stream = streams[one];
      if (stream !== undefined) fillBetween(stream, into, one * criteria, (one + 1) * criteria, low, width);
    }
  };
}

/** The source of a checked problem; `reference` as `referenceWeights` gave it. */
export const intervalSource = (seed: Seed, memberships: readonly Scored[], weighting: Weighting, reference: readonly number[]): DrawSource => ({
  memberships: memberships.length,
  criteria: reference.length,
  drawWeights: weightDraws(weighting, reference, streamOf(seed, 'weights')),
  drawScores: scoreDraws(seed, memberships, reference.length),
});

/**
 * The values of all memberships in one draw: weight times score, summed in the order of the criteria. Four rows at a time: each sum has to wait for its own
 * last addition, so four go as fast as one.
 */
export function valuesOf(weights: Float64Array, scores: Float64Array, values: Float64Array): void {
  const criteria = weights.length;
  const count = values.length;
  let one = 0;
  for (; one + 3 < count; one += 4) {
    const first = one * criteria;
    const second = first + criteria;
    const third = second + criteria;
    const fourth = third + criteria;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let index = 0; index < criteria; index += 1) {
      const weight = weights[index] ?? 0;
      a += weight * (scores[first + index] ?? 0);
      b += weight * (scores[second + index] ?? 0);
      c += weight * (scores[third + index] ?? 0);
      d += weight * (scores[fourth + index] ?? 0);
    }
    values[one] = a;
    values[one + 1] = b;
    values[one + 2] = c;
    values[one + 3] = d;
  }
  for (; one < count; one += 1) values[one] = valueOfRow(weights, scores, one * criteria);
}

/** One membership's value: its row of scores begins at `from`. */
export function valueOfRow(weights: Float64Array, scores: Float64Array, from: number): number {
  const criteria = weights.length;
  let sum = 0;
  for (let index = 0; index < criteria; index += 1) sum += (weights[index] ?? 0) * (scores[from + index] ?? 0);
  return sum;
}
