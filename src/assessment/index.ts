/** The door of assessment. */
export { additiveValue, contributions } from './decision/additive.ts';
export { byIndex, classes, indexSeed, indications, indicationSteps, usualRule } from './decision/indication.ts';
export type { Facts, Indication, MembershipClass, Rule, Sorted, Sorting, SortingProblem, SortingRefusal } from './decision/indication.ts';
export { bands, checkProfiles } from './decision/profiles.ts';
export type { Band, Profile, ProfileRefusal, Profiles } from './decision/profiles.ts';
export type { Seed } from './decision/random.ts';
export { completeness, isComplete, scoreOf, unknownScore, usualWidening } from './decision/scores.ts';
export type { Grade, Interval, Reading, Score, ScoreRefusal, Widening } from './decision/scores.ts';
export { swaps, swapWeight, valueAtWeight, weightLine, whatIf, withWeight } from './decision/sensitivity.ts';
export type { Change, Swap, WeightLine } from './decision/sensitivity.ts';
export { errorBound, finish, leastDraws, mostDraws, smaa, smaaSteps } from './decision/smaa.ts';
export type { Problem, ProblemRefusal, Progress, SmaaResult } from './decision/smaa.ts';
export type { Spread } from './decision/spread.ts';
export { linearValueFunction, valueAt, valueFunction } from './decision/value-function.ts';
export type { Corner, ValueFunction, ValueFunctionRefusal } from './decision/value-function.ts';
export { rankWeights, referenceWeights, swingWeights } from './decision/weights.ts';
export type { Surrogate, Weighting, WeightRefusal } from './decision/weights.ts';
