import { done, type Outcome, refused } from '#basics/outcome.ts';

/** Weights from ranks: rank-order centroid, rank sum, rank reciprocal. */
export type Surrogate = 'centroid' | 'sum' | 'reciprocal';

/**
 * What somebody said about the weights of the criteria; every list has one number for each criterion, in their order.
 * - `swing`: how much the step from worst to best on each scale matters, in any unit (100 for the largest is usual).
 * - `surrogate`: weights standing in for a ranking, 1 the most important; equal ranks share.
 * - `order`: the ranking alone, every weighting that obeys it being as likely as any other; between equal ranks nothing is said.
 * - `between`: the least and the most that each weight may be, as parts of 1.
 * - `equal`, `open`: one weight for all; nothing said, uniform over all weightings.
 */
export type Weighting =
  | { by: 'swing'; ratios: readonly number[] }
  | { by: 'surrogate'; ranks: readonly number[]; rule: Surrogate }
  | { by: 'order'; ranks: readonly number[] }
  | { by: 'between'; least: readonly number[]; most: readonly number[] }
  | { by: 'equal' }
  | { by: 'open' };

export type WeightRefusal = 'noCriteria' | 'weightsMissing' | 'notANumber' | 'negativeWeight' | 'weighNothing' | 'turnedAround' | 'boundsImpossible';

/**
 * Weights from swings: each ratio over their sum (Edwards & Barron 1994, SMARTS; UK manual 2009, swing weighting). They add up to 1 within rounding.
 * Refusals: `noCriteria`, `notANumber` (also infinities), `negativeWeight`, `weighNothing` (every ratio is 0).
 */
export function swingWeights(ratios: readonly number[]): Outcome<number[], WeightRefusal> {
  if (ratios.length === 0) return refused('noCriteria');
  if (ratios.some((ratio) => !Number.isFinite(ratio))) return refused('notANumber');
  if (ratios.some((ratio) => ratio < 0)) return refused('negativeWeight');
  const largest = ratios.reduce((most, ratio) => Math.max(most, ratio), 0);
  if (largest === 0) return refused('weighNothing');
  // By the largest first: the sum of very large ratios would not be a number any more.
  const parts = ratios.map((ratio) => ratio / largest);
  const sum = parts.reduce((total, part) => total + part, 0);
  return done(parts.map((part) => part / sum));
}

/** The weight of each place, the most important first; n places, adding up to 1 within rounding. */
function placeWeights(places: number, rule: Surrogate): number[] {
  const weights = Array.from({ length: places }, () => 0);
  let tail = 0;
  for (let place = places; place >= 1; place -= 1) {
    tail += 1 / place;
    if (rule === 'centroid') weights[place - 1] = tail / places;
    if (rule === 'sum') weights[place - 1] = (2 * (places + 1 - place)) / (places * (places + 1));
    if (rule === 'reciprocal') weights[place - 1] = 1 / place;
  }
  return rule === 'reciprocal' ? weights.map((weight) => weight / tail) : weights;
}

/** The criteria from the most to the least important, and where each group of equal ranks begins and ends. */
export function byRank(ranks: readonly number[]): { order: number[]; groups: { from: number; to: number }[] } {
  const rank = (index: number | undefined): number => ranks[index ?? -1] ?? 0;
  const order = ranks.map((_, index) => index).toSorted((a, b) => rank(a) - rank(b) || a - b);
  const starts = order.flatMap((index, place) => (place === 0 || rank(order[place - 1]) !== rank(index) ? [place] : []));
  return { order, groups: starts.map((from, index) => ({ from, to: starts[index + 1] ?? order.length })) };
}

/**
 * Weights from ranks alone. `centroid` is the mean of all weightings that obey the ranking (Barron & Barrett 1996); `sum` and `reciprocal` after Stillwell,
 * Seaver & Edwards 1981; Roberts & Goodwin 2002 compare them. Only the order of the ranks counts; equal ranks get the mean of the places they share.
 * Refusals: `noCriteria`, `notANumber`.
 */
export function rankWeights(ranks: readonly number[], rule: Surrogate): Outcome<number[], WeightRefusal> {
  if (ranks.length === 0) return refused('noCriteria');
  if (ranks.some((rank) => !Number.isFinite(rank))) return refused('notANumber');
  const places = placeWeights(ranks.length, rule);
  const weights = ranks.map(() => 0);
  const { order, groups } = byRank(ranks);
  for (const { from, to } of groups) {
    const mean = places.slice(from, to).reduce((sum, weight) => sum + weight, 0) / (to - from);
    for (const index of order.slice(from, to)) weights[index] = mean;
  }
  return done(weights);
}

/** From the least allowed weights, all of them the same part of their way towards the most allowed. */
function pointBetween(least: readonly number[], most: readonly number[]): Outcome<number[], WeightRefusal> {
  if ([...least, ...most].some((weight) => !Number.isFinite(weight))) return refused('notANumber');
  if (least.some((weight) => weight < 0)) return refused('negativeWeight');
  const turned = least.findIndex((weight, index) => weight > (most[index] ?? 0));
  if (turned !== -1) return refused('turnedAround', String(turned + 1));
  const ends = most.map((weight) => Math.min(1, weight));
  const bottom = least.reduce((sum, weight) => sum + weight, 0);
  const top = ends.reduce((sum, weight) => sum + weight, 0);
  if (top === 0) return refused('weighNothing');
  if (bottom > 1 + 1e-9 || top < 1 - 1e-9) return refused('boundsImpossible');
  const way = top > bottom ? Math.min(1, Math.max(0, (1 - bottom) / (top - bottom))) : 0;
  return done(least.map((weight, index) => weight + way * ((ends[index] ?? weight) - weight)));
}

/**
 * One weighting that stands for what was said, for `criteria` criteria, adding up to 1: the weights themselves, the centroid of an order, all equal where it
 * was left open, and between bounds the point equally far on its way from least to most for every criterion. Completeness and sliders are counted with it.
 * Refusals besides those above: `weightsMissing` (not one number for each criterion), `turnedAround` (least above most; the place of the criterion),
 * `boundsImpossible` (no weights within the bounds add up to 1).
 */
export function referenceWeights(weighting: Weighting, criteria: number): Outcome<number[], WeightRefusal> {
  if (!(criteria >= 1)) return refused('noCriteria');
  switch (weighting.by) {
    case 'swing':
      return weighting.ratios.length === criteria ? swingWeights(weighting.ratios) : refused('weightsMissing');
    case 'surrogate':
      return weighting.ranks.length === criteria ? rankWeights(weighting.ranks, weighting.rule) : refused('weightsMissing');
    case 'order':
      return weighting.ranks.length === criteria ? rankWeights(weighting.ranks, 'centroid') : refused('weightsMissing');
    case 'between':
      return weighting.least.length === criteria && weighting.most.length === criteria ? pointBetween(weighting.least, weighting.most) : refused('weightsMissing');
    case 'equal':
    case 'open':
      return done(Array.from({ length: criteria }, () => 1 / criteria));
  }
}
