import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { assessable, readingsOf } from './compute.ts';
import type { Counting, IndicatorReading, LocalUse } from './indicator.ts';
import { countingSettings, registerRows } from './store.ts';

/** The indicators of the memberships that last on the day, each with the records that it is counted from. */
export async function readIndicators(
  reader: Reader,
  on: Day,
  localUse: ReadonlyMap<string, LocalUse> | null = null,
): Promise<{ counting: Counting; readings: IndicatorReading[] }> {
  const { rates, peers } = await countingSettings(reader);
  const rows = await registerRows(reader, peers);
  const counting: Counting = { on, rates, peers, localUse };
  return { counting, readings: assessable(rows, on).flatMap((one) => readingsOf(rows, one, counting)) };
}
