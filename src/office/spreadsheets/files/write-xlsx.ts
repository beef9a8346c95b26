import type { CellObject, Sheet as WrittenSheet } from 'write-excel-file/node';
import type { CellValue } from '../cells/leaf.ts';

export type OutCell = CellValue | { value: CellValue; mark: 'bad' | 'head' | 'words' | 'office' };
export type OutSheet = { name: string; rows: readonly (readonly OutCell[])[]; headRows: number; widths: readonly number[] };

const looks: Readonly<Record<'bad' | 'head' | 'words' | 'office', Partial<CellObject>>> = {
  bad: { backgroundColor: '#f7d6d2', textColor: '#7a1f14', wrap: true },
  head: { fontWeight: 'bold', backgroundColor: '#e8edf2' },
  words: { textColor: '#4a5560', fontStyle: 'italic' },
  office: { fontWeight: 'bold', backgroundColor: '#f3e8d2' },
};

const asText = '@';

/** Every text is typed as text, so that nothing in it is ever reckoned (`=`, `+`, `-`, `@`) or taken for a date. */
function written(cell: OutCell): CellObject | null {
  const { value, look } = typeof cell === 'object' && cell !== null ? { value: cell.value, look: looks[cell.mark] } : { value: cell, look: {} };
  if (value === null || value === '') return Object.keys(look).length === 0 ? null : { ...look };
  if (typeof value === 'string') return { value: masked(value), type: String, format: asText, ...look };
  return typeof value === 'number' ? { value, type: Number, ...look } : { value, type: Boolean, ...look };
}

/** What looks like Excel's way of writing a sign by its number is written so that it stays what it is (ECMA-376, 22.9.2.19). */
function masked(text: string): string {
  // The writer counts texts in an object, and loses one that is named like a part of every object (`constructor`): its first letter is written by its number.
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${text.slice(1)}`;
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

export async function writeXlsx(sheets: readonly OutSheet[]): Promise<Buffer<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const made: WrittenSheet<Buffer>[] = sheets.map(({ name, rows, headRows, widths }) => ({
    sheet: name,
    data: rows.map((row) => row.map(written)),
    stickyRowsCount: headRows,
    columns: widths.map((width) => ({ width })),
  }));
  return Buffer.from(await writeExcelFile(made).toBuffer());
}
