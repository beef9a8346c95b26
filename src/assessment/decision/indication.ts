import { done, type Outcome, refused } from '#basics/outcome.ts';
import { intervalSource, type DrawSource, valueOfRow, valuesOf } from './draw-source.ts';
import { bands, checkProfiles, type Band, type ProfileRefusal, type Profiles } from './profiles.ts';
import { type Seed } from './random.ts';
import { completeness, isComplete, type Score } from './scores.ts';
import { checkDraws, checkScored, finish, type ProblemRefusal, type Progress } from './smaa.ts';
import { referenceWeights, type Weighting } from './weights.ts';

/** What one draw can say, from the best to the gravest. */
export const classes = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine'] as const;
export type MembershipClass = (typeof classes)[number];

/** What the draws together say: a class that holds, or that none holds often enough, or that too little is known to say. */
export type Indication = MembershipClass | 'uncertain' | 'tooLittleData';

/**
 * What the register knows beside the scores; null is not established, and then nobody is told to revive anything. `monthsWithoutEffect` is counted by the
 * caller up to the day of the assessment, from the last documented effect or, where there was none, from joining.
 */
export type Facts = { asksPaid: boolean | null; monthsWithoutEffect: number | null; engagementDeclaredLow: boolean };

export type Sorted = { key: string; benefits: readonly Score[]; asks: readonly Score[]; facts: Facts };

/** `threshold`: the share of draws in which a class has to hold; `completeness`: the share of weight below which nothing is said; `silentMonths`: how long no effect is long. */
export type Rule = { profiles: Profiles; threshold: number; completeness: number; silentMonths: number };

/** The usual settings beside the profiles, which only the office can declare. */
export const usualRule: Omit<Rule, 'profiles'> = { threshold: 0.8, completeness: 0.6, silentMonths: 24 };

export type SortingProblem = {
  memberships: readonly Sorted[];
  benefits: Weighting;
  asks: Weighting;
  criteria: { benefits: number; asks: number };
  rule: Rule;
  draws: number;
  seed: Seed;
};

/** `shares` are null where there is too little data: then nothing is shown as a score. `missing` lists criteria by place, the heaviest first: what to collect. */
export type Sorting = {
  key: string;
  indication: Indication;
  shares: Record<MembershipClass, number> | null;
  bands: Record<Band, number> | null;
  completeness: { benefits: number; asks: number };
  missing: { benefits: number[]; asks: number[] };
};

export type SortingRefusal = ProblemRefusal | ProfileRefusal | 'ruleUneven';

/** The seed of one index. Given to `smaa` for the same index it draws what the sorting draws; the two indices draw apart from each other. */
export const indexSeed = (seed: Seed, index: 'benefits' | 'asks'): string => JSON.stringify([String(seed), index]);

/** The memberships as one index sees them, for `smaa`. */
export const byIndex = (memberships: readonly Sorted[], index: 'benefits' | 'asks'): { key: string; scores: readonly Score[] }[] =>
  memberships.map((one) => ({ key: one.key, scores: one[index] }));

/** Asks paid, no effect documented for long, and nobody declared that little was meant to come: all three established. */
const isSilent = ({ asksPaid, monthsWithoutEffect, engagementDeclaredLow }: Facts, months: number): boolean =>
  asksPaid === true && monthsWithoutEffect !== null && monthsWithoutEffect >= months && !engagementDeclaredLow;

type SortingRun = { benefits: DrawSource; asks: DrawSource; silent: Uint8Array; rule: Rule; counts: Int32Array; bandCounts: Int32Array; count: number };

/** Each membership is held against the profiles of its own band of asks under the weights of the draw, and against nobody else. */
function sortMany({ benefits, asks, silent, rule, counts, bandCounts, count }: SortingRun, draws: number): void {
  const [benefitWeights, askWeights] = [new Float64Array(benefits.criteria), new Float64Array(asks.criteria)];
  const [benefitScores, askScores] = [new Float64Array(count * benefits.criteria), new Float64Array(count * asks.criteria)];
  const [benefitValues, askValues] = [new Float64Array(count), new Float64Array(count)];
  const just = bands.map((band) => Float64Array.from(rule.profiles.of[band].justWorthwhile));
  const clear = bands.map((band) => Float64Array.from(rule.profiles.of[band].clearlyWorthwhile));
  const [justValues, clearValues] = [new Float64Array(bands.length), new Float64Array(bands.length)];
  const [low, middle] = rule.profiles.limits;
  for (let draw = 0; draw < draws; draw += 1) {
    benefits.drawWeights(benefitWeights);
    benefits.drawScores(benefitScores);
    valuesOf(benefitWeights, benefitScores, benefitValues);
    asks.drawWeights(askWeights);
    asks.drawScores(askScores);
    valuesOf(askWeights, askScores, askValues);
    for (let band = 0; band < bands.length; band += 1) {
      justValues[band] = valueOfRow(benefitWeights, just[band] ?? benefitWeights, 0);
      clearValues[band] = valueOfRow(benefitWeights, clear[band] ?? benefitWeights, 0);
    }
    for (let one = 0; one < count; one += 1) {
      const ask = askValues[one] ?? 0;
      const band = ask < low ? 0 : ask < middle ? 1 : 2;
      const value = benefitValues[one] ?? 0;
      const found = value >= (clearValues[band] ?? 0) ? 0 : value >= (justValues[band] ?? 0) ? 1 : silent[one] === 1 ? 2 : 3;
      counts[one * classes.length + found] = (counts[one * classes.length + found] ?? 0) + 1;
      bandCounts[one * bands.length + band] = (bandCounts[one * bands.length + band] ?? 0) + 1;
    }
  }
}

function judge(one: Sorted, place: number, { counts, bandCounts, rule }: SortingRun, draws: number, weights: { benefits: readonly number[]; asks: readonly number[] }): Sorting {
  const [benefits, asks] = [completeness(weights.benefits, one.benefits), completeness(weights.asks, one.asks)];
  const common = { key: one.key, completeness: { benefits: benefits.share, asks: asks.share }, missing: { benefits: benefits.missing, asks: asks.missing } };
  if (!isComplete(benefits.share, rule.completeness) || !isComplete(asks.share, rule.completeness)) return { ...common, indication: 'tooLittleData', shares: null, bands: null };
  const share = (index: number): number => (counts[place * classes.length + index] ?? 0) / draws;
  const bandShare = (index: number): number => (bandCounts[place * bands.length + index] ?? 0) / draws;
  return {
    ...common,
    indication: classes.find((_, index) => share(index) >= rule.threshold) ?? 'uncertain',
    shares: { keepAndUseMore: share(0), keep: share(1), reviveOrJustify: share(2), examine: share(3) },
    bands: { low: bandShare(0), middle: bandShare(1), high: bandShare(2) },
  };
}

/**
 * Sorting against reference profiles, in steps. In each draw a membership's index of asks says its band, and its index of benefits is compared with what the
 * two profiles of that band are worth under the very weights of the draw: at least clearly worthwhile → keep and use more; at least just worthwhile → keep;
 * below, and silent by the facts → revive or justify; below otherwise → examine. The class that holds in at least `threshold` of the draws is the indication.
 * Shares of draws in a class: SMAA-TRI (Tervonen, Figueira, Lahdelma, Almeida Dias & Salminen 2009), here over an additive value. Nobody's class hangs on who
 * else is there; and as each membership has its own draws by its key, not even the last digit of its shares does. Complete has to be each index: the
 * indication rests on both.
 *
 * Refusals: those of `smaa` for either index, those of the profiles, and `ruleUneven` (a threshold not above one half and up to 1, so that two classes could
 * hold; a completeness outside 0–1; months below 0).
 */
export function indicationSteps(problem: SortingProblem, step = 2_000): Outcome<Generator<Progress, Sorting[]>, SortingRefusal> {
  const { memberships, criteria, rule, draws, seed } = problem;
  const benefits = referenceWeights(problem.benefits, criteria.benefits);
  if (!benefits.ok) return benefits;
  const asks = referenceWeights(problem.asks, criteria.asks);
  if (!asks.ok) return asks;
  const [byBenefits, byAsks] = [byIndex(memberships, 'benefits'), byIndex(memberships, 'asks')];
  for (const checked of [checkScored(byBenefits, criteria.benefits), checkScored(byAsks, criteria.asks), checkDraws(draws)]) if (!checked.ok) return checked;
  const profiles = checkProfiles(rule.profiles, criteria.benefits);
  if (!profiles.ok) return profiles;
  if (!(rule.threshold > 0.5 && rule.threshold <= 1 && rule.completeness >= 0 && rule.completeness <= 1 && rule.silentMonths >= 0)) return refused('ruleUneven');
  const run: SortingRun = {
    benefits: intervalSource(indexSeed(seed, 'benefits'), byBenefits, problem.benefits, benefits.value),
    asks: intervalSource(indexSeed(seed, 'asks'), byAsks, problem.asks, asks.value),
    silent: Uint8Array.from(memberships, ({ facts }) => (isSilent(facts, rule.silentMonths) ? 1 : 0)),
    rule,
    counts: new Int32Array(memberships.length * classes.length),
    bandCounts: new Int32Array(memberships.length * bands.length),
    count: memberships.length,
  };
  const weights = { benefits: benefits.value, asks: asks.value };
  return done(sortingSteps(run, draws, step, () => memberships.map((one, place) => judge(one, place, run, draws, weights))));
}

function* sortingSteps(run: SortingRun, draws: number, step: number, judged: () => Sorting[]): Generator<Progress, Sorting[]> {
  for (let drawn = 0; drawn < draws;) {
    const many = Math.min(step, draws - drawn);
    sortMany(run, many);
    drawn += many;
    yield { done: drawn, of: draws };
  }
  return judged();
}

/** The whole sorting at once: see `indicationSteps`. */
export function indications(problem: SortingProblem, report?: (progress: Progress) => void): Outcome<Sorting[], SortingRefusal> {
  const steps = indicationSteps(problem);
  return steps.ok ? done(finish(steps.value, report)) : steps;
}
