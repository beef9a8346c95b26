/**
 * Counting for SMAA-2 (Lahdelma & Salminen 2001; Tervonen & Lahdelma 2007): which place each membership takes in each draw, who is ahead of whom, and which
 * weights put whom first. Works on draws of any origin.
 *
 * Ties: a membership's place is 1 plus the number of memberships strictly ahead, so equal ones share the better place and the places of one draw may hold more
 * or fewer than one. Nobody is ahead of an equal.
 */
export type Tally = {
  memberships: number;
  criteria: number;
  draws: number;
  /** Row by row: draws in which the membership of the row takes the place of the column. */
  places: Int32Array;
  /** Row by row: draws in which the membership of the row is ahead of that of the column. */
  ahead: Int32Array;
  /** Row by row: the sum of the weights of those draws in which the membership of the row is first. */
  weightsWhenFirst: Float64Array;
  /** The sum of the memberships' values over all draws. */
  sums: Float64Array;
  /** The memberships from the best to the worst in the draw counted last. */
  order: Int32Array;
};

export const startTally = (memberships: number, criteria: number): Tally => ({
  memberships,
  criteria,
  draws: 0,
  places: new Int32Array(memberships * memberships),
  ahead: new Int32Array(memberships * memberships),
  weightsWhenFirst: new Float64Array(memberships * criteria),
  sums: new Float64Array(memberships),
  order: Int32Array.from({ length: memberships }, (_, one) => one),
});

/** Puts the memberships in order, best first, from the order of the draw before, which is seldom far off. */
function sortBest(order: Int32Array, values: Float64Array): void {
  for (let place = 1; place < order.length; place += 1) {
    const moved = order[place] ?? 0;
    const value = values[moved] ?? 0;
    let to = place;
    for (; to > 0; to -= 1) {
      const better = order[to - 1] ?? 0;
      if ((values[better] ?? 0) >= value) break;
      order[to] = better;
    }
    order[to] = moved;
  }
}

/**
 * Counts one draw: the weights (one for each criterion) and the values of all memberships under them. Sorting first and counting along the order takes
 * memberships² / 2 additions but hardly a comparison that the processor guesses wrong, which is what the time went into when every pair was compared.
 */
export function countDraw(tally: Tally, weights: Float64Array, values: Float64Array): void {
  const { memberships, criteria, places, ahead, weightsWhenFirst, sums, order } = tally;
  tally.draws += 1;
  sortBest(order, values);
  for (let start = 0; start < memberships;) {
    const value = values[order[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < memberships && (values[order[end] ?? 0] ?? 0) === value) end += 1;
    for (let place = start; place < end; place += 1) {
      const one = order[place] ?? 0;
      const row = one * memberships;
      sums[one] = (sums[one] ?? 0) + value;
      places[row + start] = (places[row + start] ?? 0) + 1;
      for (let worse = end; worse < memberships; worse += 1) {
        const cell = row + (order[worse] ?? 0);
        ahead[cell] = (ahead[cell] ?? 0) + 1;
      }
      if (start === 0)
        for (let index = 0; index < criteria; index += 1) weightsWhenFirst[one * criteria + index] = (weightsWhenFirst[one * criteria + index] ?? 0) + (weights[index] ?? 0);
    }
    start = end;
  }
}

const rows = (table: Float64Array | Int32Array, count: number, over: number): number[][] => {
  const width = count === 0 ? 0 : table.length / count;
  return Array.from({ length: count }, (_, row) => Array.from(table.subarray(row * width, (row + 1) * width), (cell) => cell / over));
};

/** Rank acceptability indices: for each membership, the share of draws in which it takes each place, first place first. Each row adds up to 1. */
export const rankAcceptability = (tally: Tally): number[][] => rows(tally.places, tally.memberships, tally.draws);

/** Pairwise winning indices: the share of draws in which the membership of the row is ahead of that of the column; what both leave to 1 are ties. */
export const pairwiseWinning = (tally: Tally): number[][] => rows(tally.ahead, tally.memberships, tally.draws);

/** Central weights: the mean of the weights that put a membership first; null where nothing did, which is not the same as zero. */
export const centralWeights = (tally: Tally): (number[] | null)[] => {
  const sums = rows(tally.weightsWhenFirst, tally.memberships, 1);
  return sums.map((sum, one) => {
    const firsts = tally.places[one * tally.memberships] ?? 0;
    return firsts === 0 ? null : sum.map((total) => total / firsts);
  });
};

/** The mean value of each membership over all draws. */
export const meanValues = (tally: Tally): number[] => Array.from(tally.sums, (sum) => sum / tally.draws);
