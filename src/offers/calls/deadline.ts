import { addDays, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { instantsAt } from '#basics/clock-time.ts';
import type { Deadline } from './offer.ts';

/**
 * A list asks for the same days again and again, and a clock's own rules take a hundred times as long to ask. The answers never change; those of some thousand
 * offers are kept, and then all are forgotten at once.
 */
const instants = new Map<string, number>();
const mostInstants = 20_000;

function keptInstant(key: string, ask: () => number): number {
  const known = instants.get(key);
  if (known !== undefined) return known;
  const instant = ask();
  if (instants.size >= mostInstants) instants.clear();
  instants.set(key, instant);
  return instant;
}

/** A clock put forward jumps over some times, in a few zones over midnight itself: then the next full hour that it shows counts. */
function firstInstantFrom(day: Day, time: string, zone: string): number {
  const times = [time, ...Array.from({ length: 4 }, (_none, index) => `${String(Number(time.slice(0, 2)) + index + 1).padStart(2, '0')}:00`)];
  for (const one of times) {
    // Where a clock put back shows a time twice, the later one counts, in favour of whoever hands in.
    const shown = instantsAt(day, one, zone).at(-1);
    if (shown !== undefined) return shown.getTime();
  }
  return startOfDay(addDays(day, 1), zone);
}

/** The instant at which a day begins in a zone, in epoch milliseconds. */
export const startOfDay = (day: Day, zone: string): number =>
  keptInstant(`${day} ${zone}`, () => instantsAt(day, '00:00', zone)[0]?.getTime() ?? firstInstantFrom(day, '01:00', zone));

/** The instant at which a day is over in a zone. */
export const dayOver = (day: Day, zone: string): number => keptInstant(`${day} over ${zone}`, () => startOfDay(addDays(day, 1), zone));

/** The first instant that is too late: the second after the time that is named, or the beginning of the next day where none is. */
const tooLate = (day: Day, { time, zone }: Deadline): number =>
  time === undefined ? dayOver(day, zone) : keptInstant(`${day} ${time} ${zone}`, () => firstInstantFrom(day, time, zone)) + 1000;

/** Between which instants a deadline passes: one and the same where its day is known, apart where only a month or a year is. */
export function passes(deadline: Deadline): { earliest: number; latest: number; day: Day } {
  const { from, to } = boundsOf(edtf(deadline.date));
  if (from === null || to === null) throw new RangeError(`${deadline.date} is no deadline`);
  return { earliest: tooLate(from, deadline), latest: tooLate(to, deadline), day: from };
}

/** The deadline that counts for whoever applies here: the office's own where the way leads through the city. */
export function deadlineHere(offer: { deadline: Deadline | null; cityDeadline: Deadline | null; intermediary: { needed: string } }): Deadline | null {
  const { deadline, cityDeadline } = offer;
  if (cityDeadline === null || offer.intermediary.needed !== 'yes') return deadline;
  return deadline === null || passes(cityDeadline).earliest <= passes(deadline).earliest ? cityDeadline : deadline;
}
