import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Criterion, Index } from '../criteria/criterion.ts';
import { byIndex, indexSeed, indicationSteps, type Sorted, type Sorting, type SortingRefusal } from '../decision/indication.ts';
import { isComplete, scoreOf, unknownScore, type Reading, type Score, type ScoreRefusal } from '../decision/scores.ts';
import { finish, smaaSteps, type Progress, type SmaaResult } from '../decision/smaa.ts';
import { valueFunction, type ValueFunction, type ValueFunctionRefusal } from '../decision/value-function.ts';
import type { Profiles } from '../decision/profiles.ts';
import type { Weighting } from '../decision/weights.ts';
import type { Assessment, AssessmentResult, Assessed, ResultView, ScoreSheet } from './cycle.ts';

/** What results are made from: the frozen parts of a cycle, and nothing else. */
export type FrozenInput = Pick<Assessment, 'criteria' | 'memberships' | 'weights' | 'reference' | 'settings'>;

export type ResultRefusal = SortingRefusal | ScoreRefusal | ValueFunctionRefusal | 'sameCriterionTwice' | 'noSuchCriterion' | 'gradeMissing';

/** Shares and values as they are shown: four decimals, so that whoever recomputes them compares what everybody sees. */
const decimals = 10_000;
const rounded = (value: number): number => Math.round(value * decimals) / decimals;

type Scale = { code: string; function: ValueFunction };
type Weights = FrozenInput['weights'][number];

/** The memberships as the decision core takes them: each with an interval for each criterion of benefits and of asks. */
export function sortedOf(input: FrozenInput): Outcome<Sorted[], ResultRefusal> {
  const { criteria } = input.criteria;
  const codes = new Set<string>();
  for (const { code } of criteria) {
    if (codes.has(code)) return refused('sameCriterionTwice', code);
    codes.add(code);
  }
  const scales: Record<Index, Scale[]> = { benefits: [], asks: [] };
  for (const criterion of criteria) {
    const made = valueFunction(criterion.direction, criterion.corners);
    if (!made.ok) return refused(made.refusal, [criterion.code, made.detail].filter((part) => part !== undefined).join(' '));
    scales[criterion.index].push({ code: criterion.code, function: made.value });
  }
  const sorted: Sorted[] = [];
  for (const one of input.memberships) {
    const strange = one.scores.find((sheet) => !codes.has(sheet.criterion));
    if (strange !== undefined) return refused('noSuchCriterion', `${one.membership} ${strange.criterion}`);
    const benefits = scoresOf(one, scales.benefits, input.settings.widening);
    if (!benefits.ok) return benefits;
    const asks = scoresOf(one, scales.asks, input.settings.widening);
    if (!asks.ok) return asks;
    sorted.push({ key: one.membership, benefits: benefits.value, asks: asks.value, facts: one.facts });
  }
  return done(sorted);
}

function scoresOf(one: Assessed, scales: readonly Scale[], widening: FrozenInput['settings']['widening']): Outcome<Score[], ResultRefusal> {
  const scores: Score[] = [];
  for (const { code, function: scale } of scales) {
    const sheet = one.scores.find((each) => each.criterion === code);
    const reading = sheet === undefined ? done<Reading>({ state: 'unknown' }) : readingOf(sheet);
    if (!reading.ok) return refused(reading.refusal, `${one.membership} ${code}`);
    const score = reading.value.state === 'unknown' ? done(unknownScore) : scoreOf(scale, reading.value, widening);
    if (!score.ok) return refused(score.refusal, `${one.membership} ${code}`);
    scores.push(score.value);
  }
  return done(scores);
}

/** What a sheet says, for the core. */
export function readingOf({ state, from, to, grade }: Pick<ScoreSheet, 'state' | 'from' | 'to' | 'grade'>): Outcome<Reading, 'notANumber' | 'gradeMissing'> {
  if (state === 'unknown') return done({ state });
  if (state === 'confirmed-none') return done({ state: 'confirmedNone' });
  if (from === null || to === null) return refused('notANumber');
  if (state === 'judged') return done({ state, from, to });
  return grade === null ? refused('gradeMissing') : done({ state, from, to, grade });
}

export const profilesOf = ({ limits, low, middle, high }: FrozenInput['reference']): Profiles => ({ limits, of: { low, middle, high } });

type Indexes = Record<Index, Criterion[]>;
type Checked = { input: FrozenInput; sorted: Sorted[]; criteria: Indexes };
type View = { sorting: Sorting[]; benefits: SmaaResult | null; asks: SmaaResult | null; complete: Record<Index, string[]> };

/**
 * Results in steps: hands over its progress, so that a worker can report and whoever waits can stop. Refusals name membership and criterion where one is
 * concerned: those of the core, `sameCriterionTwice`, `noSuchCriterion` (a score for a criterion that the set has not), `gradeMissing` (documented without one).
 */
export function resultSteps(input: FrozenInput): Outcome<Generator<Progress, AssessmentResult[]>, ResultRefusal> {
  const sorted = sortedOf(input);
  if (!sorted.ok) return sorted;
  const criteria = { benefits: input.criteria.criteria.filter((one) => one.index === 'benefits'), asks: input.criteria.criteria.filter((one) => one.index === 'asks') };
  const checked = { input, sorted: sorted.value, criteria };
  const runs: Generator<Progress, View>[] = [];
  for (const weights of input.weights) {
    const run = viewSteps(checked, weights);
    if (!run.ok) return refused(run.refusal, [weights.name.pl, run.detail].filter((part) => part !== undefined).join(': '));
    runs.push(run.value);
  }
  return done(allSteps(checked, runs));
}

/** The whole at once. The same input gives the same bytes on every machine. */
export function computeResults(input: FrozenInput, report?: (progress: Progress) => void): Outcome<AssessmentResult[], ResultRefusal> {
  const steps = resultSteps(input);
  return steps.ok ? done(finish(steps.value, report)) : steps;
}

function* allSteps(checked: Checked, runs: readonly Generator<Progress, View>[]): Generator<Progress, AssessmentResult[]> {
  const views: View[] = [];
  for (const [place, run] of runs.entries()) {
    let next = run.next();
    while (next.done !== true) {
      yield { done: place * next.value.of + next.value.done, of: runs.length * next.value.of };
      next = run.next();
    }
    views.push(next.value);
  }
  return checked.sorted.map((one, place) => resultOf(checked, views, one, place));
}

/** One profile of weights: the sorting first, which says who has enough data, then the draws for those. */
function viewSteps({ input, sorted, criteria }: Checked, weights: Weights): Outcome<Generator<Progress, View>, ResultRefusal> {
  const { draws, seed, threshold, completeness, silentMonths } = input.settings;
  const counts = { benefits: criteria.benefits.length, asks: criteria.asks.length };
  const rule = { profiles: profilesOf(input.reference), threshold, completeness, silentMonths };
  const steps = indicationSteps({ memberships: sorted, benefits: weights.benefits, asks: weights.asks, criteria: counts, rule, draws, seed });
  if (!steps.ok) return steps;
  return done(afterSorting(steps.value, (sorting) => indexRuns({ input, sorted, criteria }, weights, sorting), draws));
}

type IndexRun = { keys: string[]; steps: Generator<Progress, SmaaResult> | null };

/** The core has accepted the same scores, weights and draws for the sorting; with nobody complete there is nothing to draw for. */
function indexRuns({ input, sorted, criteria }: Checked, weights: Weights, sorting: readonly Sorting[]): Record<Index, IndexRun> {
  const { draws, seed, completeness } = input.settings;
  const runOf = (index: Index, weighting: Weighting): IndexRun => {
    const complete = sorting.filter((one) => isComplete(one.completeness[index], completeness)).map((one) => one.key);
    const memberships = byIndex(sorted, index).filter((one) => complete.includes(one.key));
    const steps = smaaSteps({ memberships, criteria: criteria[index].length, weighting, draws, seed: indexSeed(seed, index) });
    return { keys: complete, steps: steps.ok ? steps.value : null };
  };
  return { benefits: runOf('benefits', weights.benefits), asks: runOf('asks', weights.asks) };
}

function* afterSorting(sortingSteps: Generator<Progress, Sorting[]>, runsOf: (sorting: Sorting[]) => Record<Index, IndexRun>, draws: number): Generator<Progress, View> {
  const of = draws * 3;
  let next = sortingSteps.next();
  while (next.done !== true) {
    yield { done: next.value.done, of };
    next = sortingSteps.next();
  }
  const runs = runsOf(next.value);
  const benefits = yield* drawn(runs.benefits, draws, draws, of);
  const asks = yield* drawn(runs.asks, draws * 2, draws, of);
  return { sorting: next.value, benefits, asks, complete: { benefits: runs.benefits.keys, asks: runs.asks.keys } };
}

function* drawn({ steps }: IndexRun, before: number, draws: number, of: number): Generator<Progress, SmaaResult | null> {
  if (steps === null) return null;
  let next = steps.next();
  while (next.done !== true) {
    yield { done: before + Math.round((draws * next.value.done) / next.value.of), of };
    next = steps.next();
  }
  return next.value;
}

function viewOf(view: View, key: string, place: number): ResultView {
  const sorting = view.sorting[place];
  if (sorting === undefined) throw new Error(`${key} was not sorted`);
  const spreadOf = (index: Index): ResultView['benefits'] => {
    const found = view[index]?.values[view.complete[index].indexOf(key)];
    if (found === undefined) return null;
    // A sum of equal draws over their number can miss them in the last bit, and a mean outside its bounds is hard to explain.
    return { mean: rounded(Math.min(found.high, Math.max(found.low, found.mean))), low: rounded(found.low), high: rounded(found.high) };
  };
  const { shares } = sorting;
  return {
    completeness: { benefits: rounded(sorting.completeness.benefits), asks: rounded(sorting.completeness.asks) },
    benefits: spreadOf('benefits'),
    asks: spreadOf('asks'),
    shares:
      shares === null
        ? null
        : { keepAndUseMore: rounded(shares.keepAndUseMore), keep: rounded(shares.keep), reviveOrJustify: rounded(shares.reviveOrJustify), examine: rounded(shares.examine) },
    indication: sorting.indication,
  };
}

function resultOf({ sorted, criteria }: Checked, views: readonly View[], { key }: Sorted, place: number): AssessmentResult {
  const [first, ...others] = views;
  const sorting = first?.sorting[place];
  if (first === undefined || sorting === undefined) throw new Error('a cycle has at least one profile of weights');
  const named = (index: Index): string[] => sorting.missing[index].flatMap((at) => criteria[index][at]?.code ?? []);
  const row = first.complete.benefits.indexOf(key);
  const central = first.benefits?.centralWeights[row] ?? null;
  const confidence = first.benefits?.confidence[row] ?? null;
  const winning = first.benefits?.pairwiseWinning[row];
  return {
    membership: key,
    ...viewOf(first, key, place),
    missing: [...named('benefits'), ...named('asks')],
    places: (first.benefits?.rankAcceptability[row] ?? []).map(rounded),
    ahead: sorted.map((other) => {
      const share = winning?.[first.complete.benefits.indexOf(other.key)];
      return share === undefined ? null : rounded(share);
    }),
    centralWeights: central === null ? null : central.map(rounded),
    confidence: confidence === null ? null : rounded(confidence),
    others: others.map((view) => viewOf(view, key, place)),
  };
}
