import { done, type Outcome, refused } from '#basics/outcome.ts';
import { valueAt, type ValueFunction } from './value-function.ts';

/** Where a value lies, both ends included; draws are uniform between them. */
export type Interval = { low: number; high: number };

/** A value on the 0–1 scale of one criterion, and whether it rests on something: evidence, a judgement, or a dated "there is none". */
export type Score = Interval & { rests: boolean };

/** How strong the source is: A document, B press or partner, C statement. */
export type Grade = 'A' | 'B' | 'C';

/** What is known of one membership by one criterion; `from` and `to` in the indicator's unit, the same number twice where it is known exactly. */
export type Reading =
  | { state: 'documented'; from: number; to: number; grade: Grade }
  | { state: 'judged'; from: number; to: number }
  /** Somebody looked and says so: the lower end of the indicator's scale, whichever value stands there. */
  | { state: 'confirmedNone' }
  | { state: 'unknown' };

/** By how much of the whole value scale a score of each grade is widened to either side. */
export type Widening = Readonly<Record<Grade, number>>;

/** Koga's own convention, meant to be changed by the office: a document is taken as it stands, a statement may be off by a seventh of the scale. */
export const usualWidening: Widening = { A: 0, B: 0.05, C: 0.15 };

/** Nothing is known: anywhere on the scale. Never 0, never the middle. */
export const unknownScore: Score = { low: 0, high: 1, rests: false };

export type ScoreRefusal = 'notANumber' | 'turnedAround' | 'wideningUneven';

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * From an indicator and its grade to a place on the value scale, always within 0–1.
 *
 * Unknown is the whole scale. Confirmed none is the value at the lower end of the indicator's scale: 0 where the function rises, 1 where it falls. Documented
 * is widened by its grade, and cut at the ends of the scale; judged stands as the assessor gave it.
 *
 * Refusals: `notANumber` (also infinities), `turnedAround` (`from` above `to`), `wideningUneven` (a stronger grade widened more than a weaker one, or not
 * within 0–1).
 */
export function scoreOf(scale: ValueFunction, reading: Reading, widening: Widening = usualWidening): Outcome<Score, ScoreRefusal> {
  const { A, B, C } = widening;
  if (!(A >= 0 && A <= B && B <= C && C <= 1)) return refused('wideningUneven');
  if (reading.state === 'unknown') return done(unknownScore);
  if (reading.state === 'confirmedNone') {
    const value = within(scale.corners[0]?.value ?? 0);
    return done({ low: value, high: value, rests: true });
  }
  const { from, to } = reading;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return refused('notANumber');
  if (from > to) return refused('turnedAround');
  const [low, high] = scale.direction === 'up' ? [valueAt(scale, from), valueAt(scale, to)] : [valueAt(scale, to), valueAt(scale, from)];
  const wider = reading.state === 'documented' ? widening[reading.grade] : 0;
  return done({ low: within(low - wider), high: within(high + wider), rests: true });
}

/**
 * The share of weight that rests on evidence or judgement, 0–1; `weights` add up to 1, in the order of the scores. `missing` lists the places of the
 * criteria with nothing under them, the heaviest first: what to collect.
 */
export function completeness(weights: readonly number[], scores: readonly Score[]): { share: number; missing: number[] } {
  const missing = scores.flatMap((score, index) => (score.rests ? [] : [index]));
  // From the lighter side, so that nothing missing is exactly 1 whatever the weights add up to in the last bit.
  const lost = missing.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
  return { share: Math.max(0, 1 - lost), missing: missing.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b) };
}

/** Completeness is a sum of rounded weights: 0.1 + 0.2 + 0.3 may fall short of 0.6 in the last bit, and that is not too little data. */
export const isComplete = (share: number, limit: number): boolean => share >= limit - 1e-9;
