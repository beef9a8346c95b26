import { addDays, dayAt, daysBetween, day as dayOf, type Day } from '#basics/day.ts';

export const rhythms = ['daily', 'weekly'] as const;
export type Rhythm = (typeof rhythms)[number];

const firstMonday = dayOf('2024-01-01');

/** The Monday of the week that a day is in. */
const mondayOf = (today: Day): Day => addDays(today, -(((daysBetween(firstMonday, today) % 7) + 7) % 7));

/** Whether news is told today: every day, or on Monday; a Monday on which the service did not run is made up for on the next day that it does. */
export function isDue({ rhythm, toldUntil }: { rhythm: Rhythm; toldUntil: Date }, today: Day, timeZone: string): boolean {
  return rhythm === 'daily' || dayAt(toldUntil, timeZone) < mondayOf(today);
}

const hourMs = 3_600_000;

/**
 * From when on a new subscription wants to hear of news. The whole hour, so that many subscriptions have it in common and what there was to
 * tell then is worked out once for them all.
 */
export const beginsAt = (now: Date): Date => new Date(Math.floor(now.getTime() / hourMs) * hourMs);
