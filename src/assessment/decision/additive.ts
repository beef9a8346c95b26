/**
 * The additive model: the sum of weight times value, criterion by criterion in their order, so that the same numbers give the same last bit (UK
 * Multi-criteria analysis: a manual, 2009: linear additive model). `weights` and `values` have one number for each criterion; nothing is normalised here.
 */
export function additiveValue(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sum;
}

/** What each criterion adds to the sum, in the order of the criteria. */
export const contributions = (weights: readonly number[], values: readonly number[]): number[] => weights.map((weight, index) => weight * (values[index] ?? 0));
