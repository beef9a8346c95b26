import { isDay } from './day.ts';

/** Offsets of a zone around a day: a day and two hours to each side hold every change of the clock that can touch it. */
const aroundMs = 26 * 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, made);
  return made;
}

/** What the wall clock of a zone shows at an instant, as if it were UTC. */
function wallMs(instant: number, timeZone: string): number {
  const parts = new Map(
    clockIn(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

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
export function timeAt(instant: Date, timeZone: string): string {
  const wall = new Date(wallMs(instant.getTime(), timeZone)).toISOString();
  return wall.slice(11, 16);
}
