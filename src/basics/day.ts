/** A calendar day as ISO text, `2026-11-22`. Compared as text, which is the order of time for years 0000–9999. */
export type Day = string & { readonly day: unique symbol };

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text names a day that exists (`2025-02-29` does not). */
export function isDay(text: string): text is Day {
  if (!pattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** @throws RangeError where the text is no day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${JSON.stringify(text)} is not a day such as 2026-11-22`);
  return text;
}

/** What the clock on the wall shows: `2026-11-22` (null after the year 9999), `14:03:07`, and both in milliseconds as if they were UTC. */
type Wall = { day: Day | null; time: string; ms: number };

// An installation has one time zone, so there are never many formats; pages name the same few instants again and again.
const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, Wall>();
const mostWalls = 500;

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const date = { calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...date, ...time });
  formats.set(timeZone, made);
  return made;
}

/**
 * The day and the time by the clock of a time zone (IANA name, `Europe/Warsaw`). What is shown of a second is remembered, for to make a format takes a hundred
 * times as long as to use one, and to use one as long as to write twenty elements of a page.
 */
export function wallAt(instant: Date, timeZone: string): Wall {
  const key = `${Math.floor(instant.getTime() / 1000)} ${timeZone}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  // Put together from parts: the order in which a locale writes them differs between releases of ICU.
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const [year, rest, time] = [part('year'), `${part('month')}-${part('day')}`, `${part('hour')}:${part('minute')}:${part('second')}`];
  const date = `${year.padStart(4, '0')}-${rest}`;
  const shown = { day: isDay(date) ? date : null, time, ms: Date.parse(`+${year.padStart(6, '0')}-${rest}T${time}Z`) };
  if (walls.size >= mostWalls) walls.clear();
  walls.set(key, shown);
  return shown;
}

/**
 * The day it is at an instant in a time zone.
 *
 * @throws RangeError after the year 9999.
 */
export function dayAt(instant: Date, timeZone: string): Day {
  const wall = wallAt(instant, timeZone);
  if (wall.day === null) throw new RangeError(`${instant.toISOString()} is after the last day that can be written`);
  return wall.day;
}

/** Whole days from one day to a later one; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(from: Day, days: number): Day {
  return day(new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}
