import type { Day } from '#basics/day.ts';

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
