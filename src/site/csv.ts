import type { CsvTable } from './page.ts';

/** RFC 4180 in UTF-8. Cells that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection). */
export function csvText(table: CsvTable, notice: string | null): string {
  const columns = notice === null ? table.columns : [...table.columns, 'notice'];
  const rows = table.rows.map((row) => (notice === null ? row : [...row, notice]));
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
