import { fill, type Stream } from './random.ts';
import { byRank, type Weighting } from './weights.ts';

/** Writes the weights of the next draw: one for each criterion, none negative, adding up to 1. */
export type DrawWeights = (into: Float64Array) => void;

/** Sorts the first `count` numbers, smallest first. Insertion is quicker for a few, the engine's own sort for many; the result is the same. */
function sortFirst(numbers: Float64Array, count: number): void {
  if (count > 40) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const moved = numbers[index] ?? 0;
    let place = index - 1;
    while (place >= 0 && (numbers[place] ?? 0) > moved) {
      numbers[place + 1] = numbers[place] ?? 0;
      place -= 1;
    }
    numbers[place + 1] = moved;
  }
}

/**
 * Uniform on the simplex: the gaps between sorted uniforms (David 1970; Tervonen & Lahdelma 2007). Unlike logarithms of uniforms this needs differences only,
 * which are the same in every engine, and exact here, so the weights add up to exactly 1.
 */
function drawSimplex(stream: Stream, into: Float64Array): void {
  const last = into.length - 1;
  fill(stream, into, 0, last);
  sortFirst(into, last);
  let before = 0;
  for (let index = 0; index < last; index += 1) {
    const cut = into[index] ?? 0;
    into[index] = cut - before;
    before = cut;
  }
  into[last] = 1 - before;
}

/** A ranking cuts the simplex into congruent parts: sorting a draw of the whole carries it into the right one (Tervonen & Lahdelma 2007). */
function ordered(ranks: readonly number[], stream: Stream): DrawWeights {
  const { order, groups } = byRank(ranks);
  const sorted = new Float64Array(ranks.length);
  const dice = new Float64Array(1);
  // Smallest weight first, as the sort leaves them.
  const receivers = order.toReversed();
  const shared = groups.filter(({ from, to }) => to - from > 1).map(({ from, to }) => ({ from: order.length - to, to: order.length - from }));
  return (into) => {
    drawSimplex(stream, sorted);
    sortFirst(sorted, sorted.length);
    // Between equal ranks no order was given: any of theirs, by Fisher and Yates.
    for (const { from, to } of shared)
      for (let place = to - 1; place > from; place -= 1) {
        fill(stream, dice, 0, 1);
        const other = from + Math.floor((dice[0] ?? 0) * (place - from + 1));
        const held = sorted[place] ?? 0;
        sorted[place] = sorted[other] ?? 0;
        sorted[other] = held;
      }
    for (let place = 0; place < receivers.length; place += 1) into[receivers[place] ?? 0] = sorted[place] ?? 0;
  };
}

/**
 * Uniform on the part of the simplex within bounds, by a walk: two weights share their sum anew, anywhere the bounds let them, each in turn with another
 * picked at random, twice around between one draw and the next. Refusing draws of the whole simplex would hardly ever hit narrow bounds; walks of this sort:
 * Tervonen, van Valkenhoef, Baştürk & Postmus 2013 (hit-and-run).
 */
function walked(least: readonly number[], most: readonly number[], start: readonly number[], stream: Stream): DrawWeights {
  const count = start.length;
  const at = Float64Array.from(start);
  const dice = new Float64Array(4 * count);
  const round = () => {
    fill(stream, dice, 0, dice.length);
    for (let step = 0; step < 2 * count; step += 1) {
      const one = step % count;
      const picked = Math.floor((dice[2 * step] ?? 0) * (count - 1));
      const other = picked < one ? picked : picked + 1;
      const sum = (at[one] ?? 0) + (at[other] ?? 0);
      const low = Math.max(least[one] ?? 0, sum - (most[other] ?? 1));
      const high = Math.min(most[one] ?? 1, sum - (least[other] ?? 0));
      // Where the bounds leave no room, rounding may turn them around: then nothing moves.
      if (high > low) {
        const share = low + (high - low) * (dice[2 * step + 1] ?? 0);
        at[one] = share;
        at[other] = Math.min(most[other] ?? 1, Math.max(least[other] ?? 0, sum - share));
      }
    }
  };
  // Away from the start before the first draw counts.
  if (count > 1) for (let index = 0; index < 50; index += 1) round();
  return (into) => {
    if (count > 1) round();
    into.set(at);
  };
}

/** The source of weights for a weighting that `referenceWeights` accepted, `reference` being what it gave. */
export function weightDraws(weighting: Weighting, reference: readonly number[], stream: Stream): DrawWeights {
  switch (weighting.by) {
    case 'open':
      return (into) => drawSimplex(stream, into);
    case 'order':
      return ordered(weighting.ranks, stream);
    case 'between':
      return walked(
        weighting.least,
        weighting.most.map((weight) => Math.min(1, weight)),
        reference,
        stream,
      );
    case 'swing':
    case 'surrogate':
    case 'equal':
      return (into) => into.set(reference);
  }
}
