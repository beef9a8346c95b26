import type { Day } from '#basics/day.ts';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { registerMark } from '#publishing/register-state.ts';
import { countingSettings, registerRows } from '../indicators/store.ts';
import type { LocalUse } from '../indicators/indicator.ts';
import { summaryOf, type Summary } from './summary.ts';

const keep = remembered<Summary>();

/** The summary of documented effects: of each membership, and of the whole city. */
export async function readSummary(reader: Reader, today: Day, localUse: ReadonlyMap<string, LocalUse> | null = null): Promise<Summary> {
  const { rates, peers } = await countingSettings(reader);
  const make = async (): Promise<Summary> => summaryOf(await registerRows(reader, peers), { on: today, rates, peers, localUse });
  // Offers change without the register: with them the answer is made anew.
  return localUse === null ? keep(`${await registerMark(reader)} ${today} ${JSON.stringify([rates, peers])}`, make) : make();
}
