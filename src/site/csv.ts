import { noticeColumn, type CsvColumn } from '#lang/columns.ts';
import { csvLines } from '#web/csv.ts';
import type { CsvTable } from './page.ts';

export function csvText(table: CsvTable, notice: string | null): string {
  const columns = columnsWith(table, notice).map((column) => column.name);
  const rows = table.rows.map((row) => (notice === null ? row : [...row, notice]));
  return csvLines([columns, ...rows]);
}

/** What the header row names; the notice stands last where there is one. */
export const columnsWith = (table: CsvTable, notice: string | null): readonly CsvColumn[] => (notice === null ? table.columns : [...table.columns, noticeColumn]);
