import { boundsOf, edtf } from '#basics/edtf.ts';
import type { StandingEffect } from '#register/index.ts';

const slotWidth = 32;
const markWidth = 11;
/** So many years in a row without any record make a break in the axis. */
const longestEmpty = 3;

/** Where each year stands; the years that the axis leaves out, as pairs of their first and last. */
export type Axis = { xOf: (year: number | null) => number; years: number[]; breaks: { x: number; from: number; to: number }[]; width: number; hasUndated: boolean };

/** The first year that an effect's date can touch; null where it has none. */
export function yearOf(effect: Pick<StandingEffect['body'], 'date'>): number | null {
  if (effect.date === null) return null;
  const { from, to } = boundsOf(edtf(effect.date));
  const day = from ?? to;
  return day === null ? null : Number(day.slice(0, 4));
}

/** One slot for each year from the first record to the last, and one in front for those without a date. Long empty stretches become one slot. */
export function axisOf(given: readonly (number | null)[]): Axis {
  const seen = [...new Set(given.flatMap((year) => year ?? []))].toSorted((a, b) => a - b);
  const hasUndated = given.includes(null);
  const places = new Map<number, number>();
  const breaks: Axis['breaks'] = [];
  let slot = hasUndated ? 2.25 : 0.5;
  seen.forEach((year, index) => {
    const before = seen[index - 1];
    if (before !== undefined && year - before > longestEmpty) {
      breaks.push({ x: slot * slotWidth, from: before + 1, to: year - 1 });
      slot += 1;
    } else if (before !== undefined) for (let empty = before + 1; empty < year; empty += 1) places.set(empty, slot++ * slotWidth);
    places.set(year, slot++ * slotWidth);
  });
  return {
    xOf: (year) => (year === null ? slotWidth * 0.75 : (places.get(year) ?? 0)),
    years: [...places.keys()],
    breaks,
    width: Math.round((slot + 0.5) * slotWidth),
    hasUndated,
  };
}

export type Mark = { x: number; y: number; effect: StandingEffect };

/** The marks of one area; those of the same year stand side by side, two in a row. */
export function marksOf(effects: readonly StandingEffect[], axis: Axis): { marks: Mark[]; rows: number } {
  const byYear = Map.groupBy(effects, (effect) => yearOf(effect.body));
  const rows = Math.max(1, ...[...byYear.values()].map((its) => Math.ceil(its.length / 2)));
  const marks = [...byYear].flatMap(([year, its]) =>
    its.map((effect, index): Mark => {
      const row = Math.floor(index / 2);
      const inRow = Math.min(2, its.length - row * 2);
      return { effect, x: axis.xOf(year) + ((index % 2) - (inRow - 1) / 2) * markWidth, y: (row + 0.5) * markWidth };
    }),
  );
  return { marks, rows };
}

/** The years worth a label: the first, every fifth, the first after a break, the last; none so close to another that they would touch. */
export function labelledYears({ years, breaks }: Axis): number[] {
  const starts = new Set([years[0], years.at(-1), ...breaks.map((one) => one.to + 1)]);
  const strong = years.filter((year) => starts.has(year));
  return years.filter((year) => starts.has(year) || (year % 5 === 0 && strong.every((other) => Math.abs(other - year) > 1)));
}
