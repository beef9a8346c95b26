import { addDays, day, daysBetween, type Day } from '#basics/day.ts';
import { boundsOf, edtf, type EdtfEnd } from '#basics/edtf.ts';
import { wrapText } from './timeline-text.ts';

/** Kept apart from the register's own names, because drawings know nothing of the register; the shapes are the same. */
export type BelongingStatus = 'not-yet' | 'planned' | 'active' | 'suspended' | 'ended' | 'not-established';
export type BelongingSpan = { from: Day | null; status: BelongingStatus };
export type Decider = 'council' | 'mayor' | 'board' | 'unit-head' | 'not-established';

/** What a row needs to be drawn. Dates are EDTF, each claim of the sources by itself. */
export type DrawnRow = {
  name: string;
  spans: readonly BelongingSpan[];
  steps: readonly { kind: string; date: readonly string[] }[];
  functions: readonly { term: readonly string[] }[];
  decidedBy: Decider;
};

/** council: active by a decision of the council; other: active otherwise; closed: was active and is no more. */
export type SegmentKind = 'council' | 'other' | 'closed' | 'unknown' | 'planned' | 'suspended';
export type Segment = { kind: SegmentKind; x: number; width: number };
export type Mark = { kind: 'tick' | 'ring'; x: number };
/** One or more offices held without a break; `turns` are beginnings inside it. */
export type Stretch = { x: number; width: number; turns: number[] };
export type PlacedRow = { top: number; bottom: number; labelLines: { text: string; y: number }[]; middle: number; segments: Segment[]; stretches: Stretch[]; marks: Mark[] };
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
export type TimelineFrame = {
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

export const mostRows = 60;

/** The first day of belonging, or of its planning where it has not begun; null where nobody knows the beginning. */
export function beginningOf(spans: readonly BelongingSpan[]): Day | null {
  if (spans[0]?.status !== 'not-yet') return null;
  const begun = spans.find((span) => span.status !== 'not-yet' && span.status !== 'planned') ?? spans.find((span) => span.status === 'planned');
  return begun?.from ?? null;
}

/** Beginnings in their order, of the same day as given; and those whose beginning nobody knows. */
export function inOrder<Row extends { spans: readonly BelongingSpan[] }>(rows: readonly Row[]): { dated: Row[]; undated: Row[] } {
  const known = rows.flatMap((row) => {
    const begins = beginningOf(row.spans);
    return begins === null ? [] : [{ row, begins }];
  });
  return {
    dated: known.toSorted((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0)).map(({ row }) => row),
    undated: rows.filter((row) => beginningOf(row.spans) === null),
  };
}

export function planTimeline(rows: readonly DrawnRow[], today: Day, frame: TimelineFrame): TimelinePlan {
  const first = firstDay(rows, today);
  const wide = frame.right - frame.left;
  const days = Math.max(1, daysBetween(first, today));
  const at = (on: Day): number => frame.left + Math.min(1, Math.max(0, daysBetween(first, on) / days)) * wide;
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
      segments: segmentsOf(row, today, at, frame),
      stretches: stretchesOf(row, today, at, frame),
      marks: marksOf(row, today, at),
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
    years: yearsOf(first, today, at, frame),
    rows: placed,
  };
}

const marked = { 'council-resolution': 'tick', 'minister-consent': 'ring', 'statute-adopted': 'ring' } as const;
export const isMarked = (kind: string): kind is keyof typeof marked => Object.hasOwn(marked, kind);

/** A date known to a year or a month stands in its middle. */
function middleOf(text: string): Day {
  const bounds = boundsOf(edtf(text));
  const from = bounds.from ?? bounds.to;
  const to = bounds.to ?? bounds.from;
  // An interval has at least one end, by its grammar.
  if (from === null || to === null) throw new RangeError(`${text} has no date`);
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}

function marksOf(row: DrawnRow, today: Day, at: (on: Day) => number): Mark[] {
  const marks = row.steps.flatMap((step) => {
    const { kind } = step;
    return isMarked(kind) ? step.date.map(middleOf).flatMap((on) => (on <= today ? [{ kind: marked[kind], x: at(on) }] : [])) : [];
  });
  const seen = new Set<string>();
  return marks
    .toSorted((a, b) => a.x - b.x)
    .filter(({ kind, x }) => {
      const name = `${kind} ${x.toFixed(1)}`;
      return !seen.has(name) && seen.add(name);
    });
}

/** A day's worth of bar would not be seen. */
const leastWidth = 2.5;

function segmentsOf(row: DrawnRow, today: Day, at: (on: Day) => number, frame: TimelineFrame): Segment[] {
  const isOver = row.spans.findLast((span) => span.from === null || span.from <= today)?.status === 'ended';
  const drawn = row.spans.flatMap((span, index) => {
    const kind = kindOf(span.status, row.decidedBy, isOver);
    if (kind === null || span.from === null || span.from > today) return [];
    const next = row.spans[index + 1]?.from ?? null;
    return [{ kind, start: at(span.from), end: next === null || next > today ? frame.right : at(next) }];
  });
  absorbSlivers(drawn);
  // What is too short is widened to the right, and where that leads beyond today, everything gives way to the left.
  let reached = frame.left;
  for (const one of drawn) {
    one.start = Math.max(one.start, reached);
    one.end = Math.max(one.end, one.start + leastWidth);
    reached = one.end;
  }
  let limit = frame.right;
  for (const one of drawn.toReversed()) {
    one.end = Math.min(one.end, limit);
    one.start = Math.min(one.start, one.end - leastWidth);
    limit = one.start;
  }
  return drawn.map(({ kind, start, end }) => ({ kind, x: start, width: end - start }));
}

/** Some weeks of doubt around a known beginning or end cannot be seen at this scale; they would only smear the bar's edge. */
const leastDoubt = 4;

function absorbSlivers(drawn: { kind: SegmentKind; start: number; end: number }[]): void {
  for (let index = drawn.length - 1; index >= 0; index -= 1) {
    const one = drawn[index];
    if (one?.kind !== 'unknown' || one.end - one.start >= leastDoubt) continue;
    const [before, after] = [drawn[index - 1], drawn[index + 1]];
    if (after && after.kind !== 'planned') after.start = one.start;
    else if (before && before.kind !== 'planned') before.end = one.end;
    else continue;
    drawn.splice(index, 1);
  }
}

function kindOf(status: BelongingStatus, decidedBy: Decider, isOver: boolean): SegmentKind | null {
  switch (status) {
    case 'active':
      return isOver ? 'closed' : decidedBy === 'council' ? 'council' : 'other';
    case 'not-established':
      return 'unknown';
    case 'planned':
    case 'suspended':
      return status;
    case 'not-yet':
    case 'ended':
      return null;
  }
}

/** Where only one end of a term is known, this much is drawn at it, so that nothing unknown looks as if it lasted. */
const stub = 6;

function stretchesOf(row: DrawnRow, today: Day, at: (on: Day) => number, frame: TimelineFrame): Stretch[] {
  const terms = row.functions.flatMap((held) => held.term.flatMap((term) => termOf(term, today, at, frame))).toSorted((a, b) => a.x - b.x);
  const stretches: Stretch[] = [];
  for (const term of terms) {
    const last = stretches.at(-1);
    if (!last || term.x > last.x + last.width) stretches.push({ ...term, turns: [] });
    else {
      if (term.x > last.x + 1 && term.x < last.x + last.width + 1 && term.x - (last.turns.at(-1) ?? 0) > 1) last.turns.push(term.x);
      last.width = Math.max(last.width, term.x + term.width - last.x);
    }
  }
  return stretches;
}

function termOf(text: string, today: Day, at: (on: Day) => number, frame: TimelineFrame): { x: number; width: number }[] {
  const value = edtf(text);
  const [from, to] =
    value.kind === 'date' ? [value.date.earliest, value.date.latest] : [value.start.kind === 'date' ? middleOf(value.start.date.text) : null, endOf(value.end, today)];
  if ((from ?? to ?? today) > today && from !== null) return [];
  const start = from === null ? at(to ?? today) - stub : at(from);
  const end = to === null ? start + stub : at(to);
  const x = Math.max(frame.left, Math.min(start, frame.right - stub));
  return [{ x, width: Math.max(leastWidth, Math.min(end, frame.right) - x) }];
}

/** An end known only to this year or month may be still ahead: the office is held. */
function endOf(end: EdtfEnd, today: Day): Day | null {
  if (end.kind !== 'date') return end.kind === 'open' ? today : null;
  return end.date.latest >= today ? today : middleOf(end.date.text);
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

function yearsOf(first: Day, today: Day, at: (on: Day) => number, frame: TimelineFrame): TimelinePlan['years'] {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  const room = (frame.right - frame.left) / yearGap;
  const step = [5, 10, 20, 50, 100, 200, 500].find((years) => (to - from) / years < room) ?? 1000;
  const years: TimelinePlan['years'] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const x = at(newYear(year));
    // The name of the last year gives way to "today".
    years.push({ year, x, anchor: frame.right - x <= yearGap ? 'none' : x < 14 ? 'start' : 'middle' });
  }
  return years;
}
