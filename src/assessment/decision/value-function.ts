import { done, type Outcome, refused } from '#basics/outcome.ts';

/** Corners of a piecewise linear value function: `at` in the indicator's unit, `value` from 0 (worst on this scale) to 1 (best). */
export type Corner = { at: number; value: number };

/** A checked value function; made by `valueFunction` only. */
export type ValueFunction = { direction: 'up' | 'down'; corners: readonly Corner[]; beyond: 'clip' | 'extrapolate' };

export type ValueFunctionRefusal = 'tooFewCorners' | 'notANumber' | 'unsorted' | 'flat' | 'reversed' | 'endsNotWhole';

/**
 * A piecewise linear value function on fixed end points (UK Multi-criteria analysis: a manual, 2009: global scaling, linear additive model).
 *
 * `corners` are at least two, in rising order of `at`. With `up` the values run from 0 to 1 and never fall, with `down` from 1 to 0 and never rise; a level
 * stretch between the ends is allowed ("more than ten brings no more"). `beyond` says what holds outside the ends: `clip` (the default) keeps the value of
 * the nearer end, `extrapolate` goes on along the last slope, so values may leave 0–1.
 *
 * Refusals, each with the place of the corner counted from 1 where there is one: `tooFewCorners`; `notANumber` (also infinities, and a scale too long for a
 * number); `unsorted` (two corners at one place count as unsorted); `flat` (both ends have one value, so nothing is told apart); `reversed` (against the
 * direction); `endsNotWhole` (the ends are not 0 and 1, so that weights by swing would not fit them).
 */
export function valueFunction(direction: 'up' | 'down', corners: readonly Corner[], beyond: 'clip' | 'extrapolate' = 'clip'): Outcome<ValueFunction, ValueFunctionRefusal> {
  const first = corners[0];
  const last = corners.at(-1);
  if (first === undefined || last === undefined || corners.length < 2) return refused('tooFewCorners');
  const odd = corners.findIndex(({ at, value }) => !Number.isFinite(at) || !Number.isFinite(value));
  if (odd !== -1) return refused('notANumber', String(odd + 1));
  if (!Number.isFinite(last.at - first.at)) return refused('notANumber');
  const pairs = corners.slice(1).map((corner, index) => ({ place: String(index + 2), before: corners[index] ?? corner, corner }));
  const unsorted = pairs.find(({ before, corner }) => corner.at <= before.at);
  if (unsorted !== undefined) return refused('unsorted', unsorted.place);
  if (first.value === last.value) return refused('flat');
  const reversed = pairs.find(({ before, corner }) => (direction === 'up' ? corner.value < before.value : corner.value > before.value));
  if (reversed !== undefined) return refused('reversed', reversed.place);
  const [start, end] = direction === 'up' ? [0, 1] : [1, 0];
  if (first.value !== start || last.value !== end) return refused('endsNotWhole');
  return done({ direction, corners: corners.map(({ at, value }) => ({ at, value })), beyond });
}

/** The straight value function between the worst and the best place of the indicator; the direction follows from which of them is larger. */
export function linearValueFunction(worst: number, best: number, beyond: 'clip' | 'extrapolate' = 'clip'): Outcome<ValueFunction, ValueFunctionRefusal> {
  if (worst === best) return refused('flat');
  return worst < best
    ? valueFunction(
        'up',
        [
          { at: worst, value: 0 },
          { at: best, value: 1 },
        ],
        beyond,
      )
    : valueFunction(
        'down',
        [
          { at: best, value: 1 },
          { at: worst, value: 0 },
        ],
        beyond,
      );
}

/** The value of an indicator, exact at the corners; linear in the number of corners. NaN in gives NaN out; with `clip` infinities give the ends. */
export function valueAt(made: ValueFunction, at: number): number {
  const { corners, beyond } = made;
  const first = corners[0] ?? { at: 0, value: 0 };
  const last = corners.at(-1) ?? first;
  if (beyond === 'clip' && at <= first.at) return first.value;
  if (beyond === 'clip' && at >= last.at) return last.value;
  const found = corners.findIndex((corner, index) => index > 0 && at <= corner.at);
  const right = found === -1 ? corners.length - 1 : found;
  const from = corners[right - 1] ?? first;
  const to = corners[right] ?? last;
  if (at === to.at) return to.value;
  return from.value + (to.value - from.value) * ((at - from.at) / (to.at - from.at));
}
