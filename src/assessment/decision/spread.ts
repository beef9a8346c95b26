/** Where each membership's value lies in the draws: the mean, and the bounds that 5 % of the draws fall below and 5 % above. */
export type Spread = { mean: number; low: number; high: number };

/** So many draws are kept for the bounds, the first ones: they are as good as any others, and the space stays bounded. */
export const keptDraws = 10_000;

/**
 * The bounds from kept values, `kept[membership * draws + draw]`: the smallest value that at least 5 % (95 %) of the kept draws do not exceed.
 */
export function spreads(kept: Float64Array, draws: number, means: readonly number[]): Spread[] {
  return means.map((mean, one) => {
    const own = kept.subarray(one * draws, (one + 1) * draws).toSorted();
    // In whole numbers: 0.95 is not one.
    const at = (percent: number): number => own[Math.max(0, Math.ceil((draws * percent) / 100) - 1)] ?? mean;
    return { mean, low: at(5), high: at(95) };
  });
}
