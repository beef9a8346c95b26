import { done, type Outcome, refused } from '#basics/outcome.ts';
import { confidenceSteps } from './confidence.ts';
import { type DrawSource, intervalSource, type Scored, valuesOf } from './draw-source.ts';
import { type Seed } from './random.ts';
import { keptDraws, type Spread, spreads } from './spread.ts';
import { centralWeights, countDraw, meanValues, pairwiseWinning, rankAcceptability, startTally, type Tally } from './tally.ts';
import { referenceWeights, type Weighting, type WeightRefusal } from './weights.ts';

/** Fewer draws are not published: with 10,000 an index is within 0.01 of the truth in 95 runs of 100 (Tervonen & Lahdelma 2007). */
export const leastDraws = 10_000;
export const mostDraws = 10_000_000;

/** One index: benefits or asks, never both. Every membership has an interval for each criterion, in the order of the weighting. */
export type Problem = { memberships: readonly Scored[]; criteria: number; weighting: Weighting; draws: number; seed: Seed; confidenceDraws?: number };

/**
 * Confidence factors are found by a second run of draws, whose work grows with the cube of the memberships' number: so many of them unless the problem says
 * otherwise, within the same error bound as the least run.
 */
const usualConfidenceDraws = leastDraws;

export type ProblemRefusal = WeightRefusal | 'noMemberships' | 'sameKeyTwice' | 'scoresMissing' | 'tooFewDraws' | 'tooManyDraws';

/** Rows and columns in the order of the memberships; shares from 0 to 1. */
export type SmaaResult = {
  draws: number;
  /** The 95 % error bound of any of the shares. */
  error: number;
  reference: number[];
  values: Spread[];
  rankAcceptability: number[][];
  pairwiseWinning: number[][];
  centralWeights: (number[] | null)[];
  confidence: (number | null)[];
  /** The same bound for the confidence factors. */
  confidenceError: number;
};

/** How far a run is: draws done of all that it will make, those for the confidence factors included. */
export type Progress = { done: number; of: number };

/**
 * The half-width within which a share found in `draws` independent draws lies around the true one in 95 of 100 runs, at worst (a share of one half):
 * 1.96 · √(¼ / draws), Tervonen & Lahdelma 2007. 10,000 draws give 0.0098.
 */
export const errorBound = (draws: number): number => 1.96 * Math.sqrt(0.25 / draws);

/** What is wrong with the memberships, if anything: the key of the one concerned goes with the refusal. */
export function checkScored(memberships: readonly Scored[], criteria: number): Outcome<readonly Scored[], ProblemRefusal> {
  if (memberships.length === 0) return refused('noMemberships');
  const keys = new Set<string>();
  for (const { key, scores } of memberships) {
    if (keys.has(key)) return refused('sameKeyTwice', key);
    keys.add(key);
    if (scores.length !== criteria) return refused('scoresMissing', key);
    if (scores.some(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high) || !Number.isFinite(high - low))) return refused('notANumber', key);
    if (scores.some(({ low, high }) => low > high)) return refused('turnedAround', key);
  }
  return done(memberships);
}

export function checkDraws(draws: number): Outcome<number, ProblemRefusal> {
  if (!(draws >= leastDraws)) return refused('tooFewDraws');
  if (!Number.isInteger(draws) || draws > mostDraws) return refused('tooManyDraws');
  return done(draws);
}

type Run = { tally: Tally; weights: Float64Array; scores: Float64Array; values: Float64Array; kept: Float64Array; keep: number };

function startRun({ memberships, criteria }: DrawSource, draws: number): Run {
  const keep = Math.min(draws, keptDraws);
  return {
    tally: startTally(memberships, criteria),
    weights: new Float64Array(criteria),
    scores: new Float64Array(memberships * criteria),
    values: new Float64Array(memberships),
    kept: new Float64Array(memberships * keep),
    keep,
  };
}

/** The loop that the time goes into: nothing is allocated in it. Apart from the generator, whose loops compile to slower code. */
function drawMany(source: DrawSource, { tally, weights, scores, values, kept, keep }: Run, from: number, to: number): void {
  for (let drawn = from; drawn < to; drawn += 1) {
    source.drawWeights(weights);
    source.drawScores(scores);
    valuesOf(weights, scores, values);
    countDraw(tally, weights, values);
    if (drawn < keep) for (let one = 0; one < values.length; one += 1) kept[one * keep + drawn] = values[one] ?? 0;
  }
}

/**
 * SMAA-2 in steps, from draws of any origin. Hands over its progress after every `step` draws, so that a worker can report and whoever waits can stop (leave
 * the loop); returns the result. Time is linear in draws, space does not grow with them. `confidenceDraws` further draws of the scores find the confidence
 * factors.
 */
export function* smaaOf(source: DrawSource, draws: number, confidenceDraws: number, step = 2_000): Generator<Progress, Omit<SmaaResult, 'reference'>> {
  const of = draws + confidenceDraws;
  const run = startRun(source, draws);
  for (let drawn = 0; drawn < draws;) {
    const until = Math.min(draws, drawn + step);
    drawMany(source, run, drawn, until);
    drawn = until;
    yield { done: drawn, of };
  }
  const { tally, kept } = run;
  const central = centralWeights(tally);
  const confidences = confidenceSteps(source, central, confidenceDraws, step);
  let next = confidences.next();
  while (next.done !== true) {
    yield { done: draws + next.value, of };
    next = confidences.next();
  }
  return {
    draws,
    error: errorBound(draws),
    values: spreads(kept, Math.min(draws, keptDraws), meanValues(tally)),
    rankAcceptability: rankAcceptability(tally),
    pairwiseWinning: pairwiseWinning(tally),
    centralWeights: central,
    confidence: next.value,
    confidenceError: errorBound(confidenceDraws),
  };
}

/**
 * Checks a problem and gives the run of it in steps. The same problem and seed give the same result on every machine, to the last bit.
 * Refusals, with the key of the membership where one is concerned: those of the weighting; `noMemberships`, `sameKeyTwice`, `scoresMissing` (not one interval
 * for each criterion), `notANumber` (also infinities), `turnedAround` (an interval whose lower end is above the upper), `tooFewDraws` (below 10,000),
 * `tooManyDraws` (above 10,000,000, or not whole).
 */
export function smaaSteps(problem: Problem, step?: number): Outcome<Generator<Progress, SmaaResult>, ProblemRefusal> {
  const { memberships, criteria, weighting, draws, seed, confidenceDraws = Math.min(draws, usualConfidenceDraws) } = problem;
  const reference = referenceWeights(weighting, criteria);
  if (!reference.ok) return reference;
  const scored = checkScored(memberships, criteria);
  if (!scored.ok) return scored;
  const enough = checkDraws(draws);
  if (!enough.ok) return enough;
  const forConfidence = checkDraws(confidenceDraws);
  if (!forConfidence.ok) return forConfidence;
  const source = intervalSource(seed, memberships, weighting, reference.value);
  const run = smaaOf(source, draws, confidenceDraws, step);
  return done(withReference(run, reference.value));
}

function* withReference(run: Generator<Progress, Omit<SmaaResult, 'reference'>>, reference: number[]): Generator<Progress, SmaaResult> {
  return { reference, ...(yield* run) };
}

/** The whole run at once. Shapes, refusals and what is promised: see `smaaSteps`. */
export function smaa(problem: Problem, report?: (progress: Progress) => void): Outcome<SmaaResult, ProblemRefusal> {
  const steps = smaaSteps(problem);
  return steps.ok ? done(finish(steps.value, report)) : steps;
}

/** Runs steps to their end and gives what they return. */
export function finish<T>(steps: Generator<Progress, T>, report?: (progress: Progress) => void): T {
  let next = steps.next();
  while (next.done !== true) {
    report?.(next.value);
    next = steps.next();
  }
  return next.value;
}
