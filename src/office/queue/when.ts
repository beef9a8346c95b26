import { instantsAt } from '#basics/clock-time.ts';
import { isDay } from '#basics/day.ts';

/** When an approved revision is to go public. */
export type When = { kind: 'now' } | { kind: 'at'; at: Date };
export type WhenFault = 'whenMissing' | 'dayMissing' | 'timeMissing' | 'noSuchTime' | 'twice' | 'past' | 'tooFar';

const farthestMs = 2 * 366 * 86_400_000;

/**
 * Reads the day and the time that somebody chose by the city's clock. An hour that the clock leaves out does not exist; of one that it
 * shows twice the person has to say which.
 */
export function readWhen(of: (name: string) => string, { now, timeZone }: { now: Date; timeZone: string }): { ok: true; when: When } | { ok: false; fault: WhenFault } {
  const kind = of('when');
  if (kind === 'now') return { ok: true, when: { kind: 'now' } };
  if (kind !== 'at') return { ok: false, fault: 'whenMissing' };
  const [day, time] = [of('day').trim(), of('time').trim().padStart(5, '0')];
  if (!isDay(day)) return { ok: false, fault: 'dayMissing' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { ok: false, fault: 'timeMissing' };
  const [first, second] = instantsAt(day, time, timeZone);
  if (first === undefined) return { ok: false, fault: 'noSuchTime' };
  const which = of('which');
  if (second !== undefined && which !== 'earlier' && which !== 'later') return { ok: false, fault: 'twice' };
  const at = second !== undefined && which === 'later' ? second : first;
  if (at.getTime() <= now.getTime()) return { ok: false, fault: 'past' };
  if (at.getTime() - now.getTime() > farthestMs) return { ok: false, fault: 'tooFar' };
  return { ok: true, when: { kind: 'at', at } };
}

/** The field that a fault of the time belongs to. */
export const fieldOf: Record<WhenFault, string> = { whenMissing: 'when', dayMissing: 'day', timeMissing: 'time', noSuchTime: 'time', twice: 'which', past: 'day', tooFar: 'day' };
