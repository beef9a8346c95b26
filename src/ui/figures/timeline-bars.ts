import { addDays, daysBetween, type Day } from '#basics/day.ts';
import { boundsOf, edtf, type EdtfEnd } from '#basics/edtf.ts';
import type { BelongingStatus, Decider, DrawnRow } from './timeline-row.ts';

/** council: active by a decision of the council; other: active otherwise; closed: was active and is no more. */
export type SegmentKind = 'council' | 'other' | 'closed' | 'unknown' | 'planned' | 'suspended';
export type Segment = { kind: SegmentKind; x: number; width: number };
export type Mark = { kind: 'tick' | 'ring'; x: number };
/** One or more offices held without a break; `turns` are beginnings inside it. */
export type Stretch = { x: number; width: number; turns: number[] };

/** Where a day stands between the edges; the right edge is today. */
export type TimeScale = { today: Day; left: number; right: number; at: (on: Day) => number };

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

export function marksOf(row: DrawnRow, { today, at }: TimeScale): Mark[] {
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

export function segmentsOf(row: DrawnRow, { today, at, left, right }: TimeScale): Segment[] {
  const isOver = row.spans.findLast((span) => span.from === null || span.from <= today)?.status === 'ended';
  const drawn = row.spans.flatMap((span, index) => {
    const kind = kindOf(span.status, row.decidedBy, isOver);
    if (kind === null || span.from === null || span.from > today) return [];
    const next = row.spans[index + 1]?.from ?? null;
    return [{ kind, start: at(span.from), end: next === null || next > today ? right : at(next) }];
  });
  absorbSlivers(drawn, right);
  // What is too short is widened to the right, and where that leads beyond today, everything gives way to the left.
  let reached = left;
  for (const one of drawn) {
    one.start = Math.max(one.start, reached);
    one.end = Math.max(one.end, one.start + leastWidth);
    reached = one.end;
  }
  let limit = right;
  for (const one of drawn.toReversed()) {
    one.end = Math.min(one.end, limit);
    one.start = Math.min(one.start, one.end - leastWidth);
    limit = one.start;
  }
  return drawn.map(({ kind, start, end }) => ({ kind, x: start, width: end - start }));
}

/** Some weeks of doubt around a known beginning or end cannot be seen at this scale; they would only smear the bar's edge. */
const leastDoubt = 4;

function absorbSlivers(drawn: { kind: SegmentKind; start: number; end: number }[], right: number): void {
  for (let index = drawn.length - 1; index >= 0; index -= 1) {
    const one = drawn[index];
    // A doubt that lasts until today is shown however short it is.
    if (one?.kind !== 'unknown' || one.end - one.start >= leastDoubt || one.end >= right) continue;
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

export function stretchesOf(row: DrawnRow, scale: TimeScale): Stretch[] {
  const terms = row.functions.flatMap((held) => held.term.flatMap((term) => termOf(term, scale))).toSorted((a, b) => a.x - b.x);
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

function termOf(text: string, { today, at, left, right }: TimeScale): { x: number; width: number }[] {
  const value = edtf(text);
  const [from, to] =
    value.kind === 'date' ? [value.date.earliest, value.date.latest] : [value.start.kind === 'date' ? middleOf(value.start.date.text) : null, endOf(value.end, today)];
  if ((from ?? to ?? today) > today && from !== null) return [];
  const start = from === null ? at(to ?? today) - stub : at(from);
  const end = to === null ? start + stub : at(to);
  const x = Math.max(left, Math.min(start, right - stub));
  return [{ x, width: Math.max(leastWidth, Math.min(end, right) - x) }];
}

/** An end known only to this year or month may be still ahead: the office is held. */
function endOf(end: EdtfEnd, today: Day): Day | null {
  if (end.kind !== 'date') return end.kind === 'open' ? today : null;
  return end.date.latest >= today ? today : middleOf(end.date.text);
}
