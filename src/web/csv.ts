export type CsvValue = string | number | boolean | null;

/** RFC 4180 with a line end after each row. Cells that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection). */
export const csvLines = (rows: readonly (readonly CsvValue[])[]): string => rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

function cell(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
