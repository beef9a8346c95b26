/** One column of the axis: a year, or several where there are many; a break stands for a long stretch without records. */
export type Column = { kind: 'years'; from: number; to: number } | { kind: 'break'; from: number; to: number };

const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** A stretch of more empty columns than this is left out, and the axis is drawn as broken there. */
const mostEmpty = 3;

/** The columns for records of these years, as fine as there is room for; up to this year where that is near. */
export function columnsFor(years: readonly number[], thisYear: number, mostColumns: number): Column[] {
  if (years.length === 0) return [];
  const tried = sizes.map((size) => columnsOf(years, thisYear, size));
  return tried.find((columns) => columns.length <= mostColumns) ?? tried.at(-1) ?? [];
}

function columnsOf(years: readonly number[], thisYear: number, size: number): Column[] {
  const startOf = (year: number): number => Math.floor(year / size) * size;
  const used = [...new Set(years.map(startOf))].toSorted((a, b) => a - b);
  const last = used.at(-1) ?? startOf(thisYear);
  const until = startOf(thisYear);
  if (until > last && (until - last) / size - 1 <= mostEmpty) used.push(until);
  const columns: Column[] = [];
  let next = used[0] ?? until;
  for (const start of used) {
    if ((start - next) / size > mostEmpty) columns.push({ kind: 'break', from: next, to: start - 1 });
    else for (let empty = next; empty < start; empty += size) columns.push({ kind: 'years', from: empty, to: empty + size - 1 });
    columns.push({ kind: 'years', from: start, to: start + size - 1 });
    next = start + size;
  }
  return columns;
}
