import { type DrawSource, valueOfRow } from './draw-source.ts';

/**
 * Confidence factors (Lahdelma & Salminen 2001): the share of score draws in which a membership is first under its own central weights; null where it has none.
 * A generator that hands over the number of draws done after every `step` of them, and returns the factors.
 */
export function* confidenceSteps(source: DrawSource, central: readonly (readonly number[] | null)[], draws: number, step: number): Generator<number, (number | null)[]> {
  const { memberships, criteria } = source;
  const weightings = central.map((weights) => (weights === null ? null : Float64Array.from(weights)));
  const scores = new Float64Array(memberships * criteria);
  const firsts = new Float64Array(memberships);
  const rivals = central.map((_, one) => Int32Array.from(central.keys()).filter((other) => other !== one));
  for (let done = 0; done < draws;) {
    const until = Math.min(draws, done + step);
    for (; done < until; done += 1) {
      source.drawScores(scores);
      for (let one = 0; one < memberships; one += 1) {
        const weights = weightings[one];
        const others = rivals[one];
        if (weights && others && isFirst(weights, scores, one, others)) firsts[one] = (firsts[one] ?? 0) + 1;
      }
    }
    yield done;
  }
  return weightings.map((weights, one) => (weights === null ? null : (firsts[one] ?? 0) / draws));
}

/** Whether nobody is ahead under these weights; rivals are asked four at a time, for the reason given at `valuesOf`. */
function isFirst(weights: Float64Array, scores: Float64Array, one: number, others: Int32Array): boolean {
  const criteria = weights.length;
  const value = valueOfRow(weights, scores, one * criteria);
  let place = 0;
  for (; place + 3 < others.length; place += 4) {
    const first = (others[place] ?? 0) * criteria;
    const second = (others[place + 1] ?? 0) * criteria;
    const third = (others[place + 2] ?? 0) * criteria;
    const fourth = (others[place + 3] ?? 0) * criteria;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let index = 0; index < criteria; index += 1) {
      const weight = weights[index] ?? 0;
      a += weight * (scores[first + index] ?? 0);
      b += weight * (scores[second + index] ?? 0);
      c += weight * (scores[third + index] ?? 0);
      d += weight * (scores[fourth + index] ?? 0);
    }
    if (a > value || b > value || c > value || d > value) {
      const beat = a > value ? place : b > value ? place + 1 : c > value ? place + 2 : place + 3;
      return askSooner(others, beat);
    }
  }
  for (; place < others.length; place += 1) if (valueOfRow(weights, scores, (others[place] ?? 0) * criteria) > value) return askSooner(others, place);
  return true;
}

/** Halves the way to the front of whoever was ahead: most memberships are beaten at once then. It saves time and changes no answer. */
function askSooner(others: Int32Array, place: number): false {
  const to = place >> 1;
  const held = others[to] ?? 0;
  others[to] = others[place] ?? 0;
  others[place] = held;
  return false;
}
