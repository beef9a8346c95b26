import { addDays, day, daysBetween, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { isMarked, marksOf, segmentsOf, stretchesOf, type Mark, type Segment, type Stretch, type TimeScale } from './timeline-bars.ts';
import type { DrawnRow } from './timeline-row.ts';
import { wrapText } from './timeline-text.ts';

type PlacedRow = { top: number; bottom: number; labelLines: { text: string; y: number }[]; middle: number; segments: Segment[]; stretches: Stretch[]; marks: Mark[] };
export type TimelinePlan = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  nowX: number;
  firstYear: number;
  labelAbove: boolean;
  years: { year: number; x: number; anchor: 'middle' | 'start' | 'none' }[];
  rows: PlacedRow[];
};

/** Where things stand in a drawing of this width. On the narrow one labels stand above the bars, else at their left. */
type TimelineFrame = {
  width: number;
  left: number;
  right: number;
  labelWidth: number;
  labelAbove: boolean;
  /** Room for an exact beginning; 0 leaves room for the year only. */
  begunWidth: number;
  row: number;
  line: number;
  top: number;
  textSize: number;
};

export const timelineFrames = {
  wide: { width: 1216, left: 262, right: 1044, labelWidth: 240, labelAbove: false, begunWidth: 180, row: 27, line: 17, top: 26, textSize: 14 },
  middle: { width: 760, left: 196, right: 640, labelWidth: 180, labelAbove: false, begunWidth: 0, row: 27, line: 17, top: 26, textSize: 14 },
  narrow: { width: 344, left: 2, right: 342, labelWidth: 228, labelAbove: true, begunWidth: 0, row: 43, line: 17, top: 26, textSize: 14 },
} as const satisfies Record<string, TimelineFrame>;

export function planTimeline(rows: readonly DrawnRow[], today: Day, frame: TimelineFrame): TimelinePlan {
  const first = firstDay(rows, today);
  const wide = frame.right - frame.left;
  const days = Math.max(1, daysBetween(first, today));
  const at = (on: Day): number => frame.left + Math.min(1, Math.max(0, daysBetween(first, on) / days)) * wide;
  const scale: TimeScale = { today, left: frame.left, right: frame.right, at };
  let top = frame.top;
  const placed = rows.map((row): PlacedRow => {
    const labelLines = wrapText(row.name, frame.labelWidth, frame.textSize);
    const more = (Math.max(1, labelLines.length) - 1) * frame.line;
    const height = frame.row + more;
    const middle = frame.labelAbove ? top + height - 13 : top + height / 2;
    const firstLine = frame.labelAbove ? top + 17 : middle - more / 2 + 5;
    const lines = labelLines.map((text, index) => ({ text, y: firstLine + index * frame.line }));
    const result = {
      top,
      bottom: top + height,
      labelLines: lines,
      middle,
      segments: segmentsOf(row, scale),
      stretches: stretchesOf(row, scale),
      marks: marksOf(row, scale),
    };
    top += height;
    return result;
  });
  return {
    width: frame.width,
    height: top + 4,
    left: frame.left,
    right: frame.right,
    top: frame.top,
    nowX: frame.right,
    firstYear: Number(first.slice(0, 4)),
    labelAbove: frame.labelAbove,
    years: yearsOf(first, scale),
    rows: placed,
  };
}

/** The first of January of a year that divides by five, before everything that is drawn and at least a year ago. */
function firstDay(rows: readonly DrawnRow[], today: Day): Day {
  const days = rows.flatMap((row) => [
    ...row.spans.flatMap((span) => (span.from !== null && span.status !== 'not-yet' ? [span.from] : [])),
    ...row.steps.flatMap((step) => (isMarked(step.kind) ? step.date.flatMap((date) => boundsOf(edtf(date)).from ?? []) : [])),
    ...row.functions.flatMap((held) => held.term.flatMap((term) => boundsOf(edtf(term)).from ?? [])),
  ]);
  const earliest = days.reduce((a, b) => (a < b ? a : b), addDays(today, -365));
  return newYear(Math.floor(Number(earliest.slice(0, 4)) / 5) * 5);
}

const newYear = (year: number): Day => day(`${String(year).padStart(4, '0')}-01-01`);

const yearGap = 34;

function yearsOf(first: Day, { today, at, left, right }: TimeScale): TimelinePlan['years'] {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  const room = (right - left) / yearGap;
  const step = [5, 10, 20, 50, 100, 200, 500].find((years) => (to - from) / years < room) ?? 1000;
  const years: TimelinePlan['years'] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const x = at(newYear(year));
    // The name of the last year gives way to "today".
    years.push({ year, x, anchor: right - x <= yearGap ? 'none' : x < 14 ? 'start' : 'middle' });
  }
  return years;
}
