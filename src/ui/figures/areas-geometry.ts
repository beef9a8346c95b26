import { boundsOf, edtf } from '#basics/edtf.ts';
import { columnsFor, type Column } from './areas-columns.ts';
import { wrapText } from './timeline-text.ts';

/** Kept apart from the register's own names, because drawings know nothing of the register; the words are the same. */
export type EffectStanding = 'counts' | 'expected' | 'coincident' | 'before' | 'after' | 'undated' | 'not-established';

export type DrawnEffect = {
  /** EDTF; null where nobody gives a date. */
  date: string | null;
  measurable: boolean;
  standing: EffectStanding;
  /** Records that share this name tell one thing, which counts once. */
  sameThing?: string | undefined;
};
export type DrawnArea<Effect extends DrawnEffect = DrawnEffect> = { name: string; effects: readonly Effect[] };

export const signs = ['measurable', 'immaterial', 'expected', 'coincident', 'before', 'after', 'not-established', 'undated-measurable', 'undated-immaterial'] as const;
export type Sign = (typeof signs)[number];
type PlacedMark<Effect extends DrawnEffect> = { sign: Sign; x: number; y: number; effect: Effect };
type PlacedArea<Effect extends DrawnEffect> = {
  top: number;
  bottom: number;
  labelLines: { text: string; y: number }[];
  /** The line on which the marks stand. */
  middle: number;
  marks: PlacedMark<Effect>[];
  counted: number;
  measurable: number;
};
export type PlacedColumn = { column: Column; left: number; right: number; x: number; named: boolean; main: boolean };
export type AreasPlan<Effect extends DrawnEffect = DrawnEffect> = {
  frame: AreasFrame;
  height: number;
  columns: PlacedColumn[];
  areas: PlacedArea<Effect>[];
  total: { top: number; middle: number; counted: number; measurable: number };
  /** Whether anything stands in the column of what has no date. */
  hasUndated: boolean;
  /** Half the width of a mark. */
  radius: number;
};

type AreasFrame = {
  width: number;
  labelWidth: number;
  labelAbove: boolean;
  undated: { left: number; right: number };
  axis: { left: number; right: number };
  sums: { counted: number; measurable: number };
  top: number;
  row: number;
  line: number;
  textSize: number;
  /** From the middle of one mark to the next. */
  pitch: number;
};

const rows = { top: 36, row: 38, line: 17, textSize: 14 } as const;

export const areasFrames = {
  wide: {
    width: 1216,
    labelWidth: 236,
    labelAbove: false,
    undated: { left: 246, right: 310 },
    axis: { left: 326, right: 1046 },
    sums: { counted: 1128, measurable: 1216 },
    ...rows,
    pitch: 15,
  },
  middle: {
    width: 760,
    labelWidth: 164,
    labelAbove: false,
    undated: { left: 172, right: 226 },
    axis: { left: 236, right: 612 },
    sums: { counted: 680, measurable: 760 },
    ...rows,
    pitch: 13,
  },
  narrow: {
    width: 344,
    labelWidth: 262,
    labelAbove: true,
    undated: { left: 0, right: 50 },
    axis: { left: 66, right: 344 },
    sums: { counted: 344, measurable: 344 },
    ...rows,
    top: 58,
    row: 54,
    pitch: 11.5,
  },
} as const satisfies Record<string, AreasFrame>;

const breakWidth = 26;
const totalHeight = 36;

export function signOf({ standing, measurable }: DrawnEffect): Sign {
  if (standing === 'counts') return measurable ? 'measurable' : 'immaterial';
  if (standing === 'undated') return measurable ? 'undated-measurable' : 'undated-immaterial';
  return standing;
}

/** The first year that the date can mean. */
function yearOf({ date }: DrawnEffect): number | null {
  if (date === null) return null;
  const bounds = boundsOf(edtf(date));
  const day = bounds.from ?? bounds.to;
  return day === null ? null : Number(day.slice(0, 4));
}

/** How many things the effects are: those told twice under one name count once. */
const things = (effects: readonly DrawnEffect[]): number =>
  new Set(effects.flatMap((effect) => effect.sameThing ?? [])).size + effects.filter((effect) => effect.sameThing === undefined).length;

export function sumsOf(effects: readonly DrawnEffect[]): { counted: number; measurable: number } {
  const counting = effects.filter((effect) => effect.standing === 'counts');
  return { counted: things(counting), measurable: things(counting.filter((effect) => effect.measurable)) };
}

export function planAreas<Effect extends DrawnEffect>(areas: readonly DrawnArea<Effect>[], thisYear: number, frame: AreasFrame): AreasPlan<Effect> {
  const years = areas.flatMap((area) => area.effects.flatMap((effect) => yearOf(effect) ?? []));
  const columns = placeColumns(columnsFor(years, thisYear, Math.floor((frame.axis.right - frame.axis.left) / (frame.pitch + 1))), frame);
  const placed: PlacedArea<Effect>[] = [];
  let top: number = frame.top;
  for (const area of areas) {
    const row = placeRow(area, top, columns, frame);
    placed.push(row);
    top = row.bottom;
  }
  return {
    frame,
    height: top + totalHeight,
    columns,
    areas: placed,
    total: { top, middle: top + totalHeight / 2, ...sumsOf(areas.flatMap((area) => area.effects)) },
    hasUndated: areas.some((area) => area.effects.some((effect) => yearOf(effect) === null)),
    radius: frame.pitch / 2 - 1,
  };
}

function placeColumns(columns: readonly Column[], { axis }: AreasFrame): PlacedColumn[] {
  const breaks = columns.filter((column) => column.kind === 'break').length;
  // A break must not leave the years without room, however many there are.
  const breakTakes = breaks === 0 ? 0 : Math.min(breakWidth, (axis.right - axis.left) / 3 / breaks);
  const width = (axis.right - axis.left - breaks * breakTakes) / Math.max(1, columns.length - breaks);
  let left: number = axis.left;
  let lastNamed = -Infinity;
  let afterBreak = true;
  return columns.map((column) => {
    const right = left + (column.kind === 'break' ? breakTakes : width);
    const x = (left + right) / 2;
    const main = column.kind === 'years' && (afterBreak || column.from % 5 === 0);
    const named = (main || (column.kind === 'years' && width >= yearWidth)) && x - lastNamed >= yearWidth;
    if (named) lastNamed = x;
    afterBreak = column.kind === 'break';
    const result = { column, left, right, x, named, main };
    left = right;
    return result;
  });
}

/** What the name of a year takes with the space around it. */
const yearWidth = 35;

function placeRow<Effect extends DrawnEffect>(area: DrawnArea<Effect>, top: number, columns: readonly PlacedColumn[], frame: AreasFrame): PlacedArea<Effect> {
  const lines = wrapText(area.name, frame.labelWidth, frame.textSize);
  const cells = cellsOf(area.effects, columns, frame).map((cell) => ({ ...cell, perLine: Math.max(1, Math.floor((cell.right - cell.left) / frame.pitch)) }));
  const stacked = Math.max(1, ...cells.map((cell) => Math.ceil(cell.effects.length / cell.perLine)));
  const label = Math.max(1, lines.length) * frame.line;
  const marksHeight = (stacked - 1) * frame.pitch;
  const height = frame.labelAbove ? frame.row + marksHeight + label - frame.line : Math.max(frame.row + marksHeight, label + 12);
  const middle = frame.labelAbove ? top + height - 15 - marksHeight / 2 : top + height / 2;
  const firstLine = frame.labelAbove ? top + 18 : middle - (label - frame.line) / 2 + 5;
  return {
    top,
    bottom: top + height,
    labelLines: lines.map((text, index) => ({ text, y: firstLine + index * frame.line })),
    middle,
    marks: cells.flatMap((cell) => marksIn(cell, middle, frame.pitch)),
    ...sumsOf(area.effects),
  };
}

type Cell<Effect> = { left: number; right: number; effects: Effect[]; perLine: number };

function cellsOf<Effect extends DrawnEffect>(effects: readonly Effect[], columns: readonly PlacedColumn[], frame: AreasFrame): Omit<Cell<Effect>, 'perLine'>[] {
  const dated = columns.map(({ column, left, right }) => ({
    left,
    right,
    effects: effects.filter((effect) => {
      const year = yearOf(effect);
      return column.kind === 'years' && year !== null && year >= column.from && year <= column.to;
    }),
  }));
  return [{ ...frame.undated, effects: effects.filter((effect) => yearOf(effect) === null) }, ...dated];
}

/** Marks of one year stand side by side and, where there are more than fit, in several lines. What counts comes first. */
function marksIn<Effect extends DrawnEffect>({ left, right, effects, perLine }: Cell<Effect>, middle: number, pitch: number): PlacedMark<Effect>[] {
  const ordered = effects.toSorted((a, b) => signs.indexOf(signOf(a)) - signs.indexOf(signOf(b)));
  const lines = Math.ceil(ordered.length / perLine);
  return ordered.map((effect, index) => {
    const line = Math.floor(index / perLine);
    const inLine = Math.min(perLine, ordered.length - line * perLine);
    return {
      sign: signOf(effect),
      x: (left + right) / 2 + ((index % perLine) - (inLine - 1) / 2) * pitch,
      y: middle + (line - (lines - 1) / 2) * pitch,
      effect,
    };
  });
}
