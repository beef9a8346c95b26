import { daysBetween, type Day } from '#basics/day.ts';
import { edtf, type EdtfDate } from '#basics/edtf.ts';

/** How long it was from one date to a later one, as exact as both are known. `over`: that many whole years and some days more. */
export type Lapse = { unit: 'day' | 'month' | 'year'; count: number; exactness: 'exactly' | 'over' | 'about' };

/** Up to two years days are easily pictured; beyond that years are. */
const yearsFrom = 2;

/** Null where a date is missing on that side, or the two could be one. */
export function lapseBetween(earlier: string, later: string): Lapse | null {
  const [from, to] = [beginningOf(earlier), beginningOf(later)];
  if (from === null || to === null || to.earliest <= from.latest) return null;
  const isPlain = [from, to].every((date) => date.precision === 'day' && !date.approximate && !date.uncertain);
  if (isPlain) return exactLapse(from.earliest, to.earliest);
  if (from.precision === 'year' || to.precision === 'year') return { unit: 'year', count: yearOf(to) - yearOf(from), exactness: 'about' };
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return months < yearsFrom * 12 ? { unit: 'month', count: months, exactness: 'about' } : { unit: 'year', count: Math.round(months / 12), exactness: 'about' };
}

function exactLapse(from: Day, to: Day): Lapse {
  const incomplete = to.slice(5) < from.slice(5) ? 1 : 0;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - incomplete;
  if (years < yearsFrom) return { unit: 'day', count: daysBetween(from, to), exactness: 'exactly' };
  return { unit: 'year', count: years, exactness: to.slice(5) === from.slice(5) ? 'exactly' : 'over' };
}

/** An event of several days is dated by its first. */
function beginningOf(text: string): EdtfDate | null {
  const value = edtf(text);
  if (value.kind === 'date') return value.date;
  return value.start.kind === 'date' ? value.start.date : null;
}

const yearOf = (date: EdtfDate): number => Number(date.earliest.slice(0, 4));
const monthOf = (date: EdtfDate): number => Number(date.earliest.slice(5, 7));
