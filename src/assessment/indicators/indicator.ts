import type { Day } from '#basics/day.ts';
import type { Evidence, ExchangeRate } from '../cycles/cycle.ts';
import type { IndicatorName } from '../criteria/criterion.ts';
import type { Grade } from '../decision/scores.ts';

/**
 * What the register says by one indicator of one membership. Nothing found is unknown, never zero: that there is none is for a person to confirm. `from` and
 * `to` are in the indicator's unit, the same number where it is known exactly. `evidence` is every record that it is counted from, `beside` what is not counted.
 */
export type IndicatorReading = {
  membership: string;
  indicator: IndicatorName;
  state: 'documented' | 'unknown';
  from: number | null;
  to: number | null;
  /** The weakest among the sources counted. */
  grade: Grade | null;
  /** The latest day on which a source counted was read. */
  seenOn: string | null;
  evidence: Evidence[];
  beside: Evidence[];
};

/** Use by local bodies, which offers know; the roof hands it in until a cycle is closed. */
export type LocalUse = { institutions: number; grade: Grade; evidence: Evidence[] };

export type Counting = {
  /** The close of the cycle, or today: what is later does not count. */
  on: Day;
  rates: readonly ExchangeRate[];
  /** The cities that this one compares itself with; none declared makes company unknown. */
  peers: readonly string[];
  /** By the slug of the organisation; null until there are offers. */
  localUse: ReadonlyMap<string, LocalUse> | null;
};
