import { isDay, wallAt } from './day.ts';

/** Offsets of a zone around a day: a day and two hours to each side hold every change of the clock that can touch it. */
const aroundMs = 26 * 3_600_000;

/** What the wall clock of a zone shows at an instant, as if it were UTC. */
const wallMs = (instant: number, timeZone: string): number => wallAt(new Date(instant), timeZone).ms;

/**
 * The instants at which the clock of a time zone shows a day and a time such as 14:30, the earlier first: none where the clock is put
 * forward over it, two where it is put back, one on every other day. None too where the texts are no day and no time.
 */
export function instantsAt(day: string, time: string, timeZone: string): Date[] {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return [];
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsets = new Set([wanted - aroundMs, wanted + aroundMs].map((instant) => wallMs(instant, timeZone) - instant));
  return [...offsets]
    .map((offset) => wanted - offset)
    .filter((instant) => wallMs(instant, timeZone) === wanted)
    .toSorted((one, other) => one - other)
    .map((instant) => new Date(instant));
}

/** The clock of a time zone at an instant: `14:30`. */
export const timeAt = (instant: Date, timeZone: string): string => wallAt(instant, timeZone).time.slice(0, 5);
