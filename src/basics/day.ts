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

// To make a format takes a hundred times as long as to use one. An installation has one time zone, so there are never many.
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, made);
  return made;
}

/** The day it is at an instant in a time zone (IANA name, `Europe/Warsaw`). */
export function dayAt(instant: Date, timeZone: string): Day {
  // Pages ask for the day it is and for those of a few instants in their label, again and again; no zone changes its day within a second.
  const key = `${Math.floor(instant.getTime() / 1000)} ${timeZone}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const made = dayFromParts(instant, timeZone);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(key, made);
  return made;
}

const asked = new Map<string, Day>();
const mostAsked = 500;

function dayFromParts(instant: Date, timeZone: string): Day {
  // Put together from parts: the order in which a locale writes them differs between releases of ICU.
  const parts = calendarIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return day(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

/** Whole days from one day to a later one; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function addDays(from: Day, days: number): Day {
  return day(new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}
