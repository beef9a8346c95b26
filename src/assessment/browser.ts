/** What the what-if page computes with in a reader's browser: the same code as on the server, so the same figures to the last digit shown. */
export { referenceWeights } from './decision/weights.ts';
export { whatIf, withWeight, type Change } from './decision/sensitivity.ts';
export { computeResults, resultSteps, sortedOf, type FrozenInput, type ResultRefusal } from './cycles/results.ts';
export type { Assessment, AssessmentResult, ScoreSheet } from './cycles/cycle.ts';
