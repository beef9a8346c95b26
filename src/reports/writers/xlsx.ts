import type { CellObject, Sheet } from 'write-excel-file/node';
import type { Cell, Report, Table } from '../report.ts';

const text = (value: string, look: Partial<CellObject> = {}): CellObject => ({ value: masked(value), type: String, format: '@', wrap: true, alignVertical: 'top', ...look });

/** What looks like Excel's way of writing a sign by its number is written so that it stays what it is (ECMA-376, 22.9.2.19). */
const masked = (value: string): string => value.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

const head: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: '#e4edf7', textColor: '#0b2a5b' };
const title: Partial<CellObject> = { fontWeight: 'bold', fontSize: 14, textColor: '#0b2a5b', wrap: false };
const quiet: Partial<CellObject> = { textColor: '#4d5769', wrap: false };

/** A workbook with the report's tables, one a sheet, numbers as numbers and money in its currency; in front what it is, at the end where it comes from. */
export async function xlsxOf(report: Report): Promise<Buffer> {
  const tables = report.chapters.flatMap((chapter) => chapter.blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  const sheets: Sheet<Buffer>[] = [contents(report, tables), ...tables.map((table) => tableSheet(table, report)), sourcesSheet(report)];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return Buffer.from(await writeExcelFile(sheets).toBuffer());
}

/** Excel takes no more than 31 letters for the name of a sheet. */
const nameOf = (table: Table, { words }: Report): string => `${words.table} ${table.number}`.slice(0, 31);

function contents(report: Report, tables: readonly Table[]): Sheet<Buffer> {
  return {
    sheet: report.words.contents.slice(0, 31),
    columns: [{ width: 28 }, { width: 90 }],
    data: [
      [text(report.title, title)],
      [text(report.subtitle, quiet)],
      ...(report.notice === null ? [] : [[text(report.notice, { ...quiet, fontWeight: 'bold' })]]),
      [],
      ...report.imprint.map(({ term, value }) => [text(term, quiet), text(value)]),
      [],
      [text(report.words.table, head), text(report.words.contents, head)],
      ...tables.map((table) => [text(nameOf(table, report)), text(table.title)]),
    ],
  };
}

function tableSheet(table: Table, report: Report): Sheet<Buffer> {
  const before = [[text(`${report.words.table} ${table.number}. ${table.title}`, title)], ...(report.notice === null ? [] : [[text(report.notice, quiet)]]), []];
  return {
    sheet: nameOf(table, report),
    columns: table.columns.map(({ share }) => ({ width: Math.max(12, Math.round(share * 7)) })),
    stickyRowsCount: before.length + 1,
    data: [
      ...before,
      table.columns.map((column) => text(column.head, { ...head, ...(column.numeric === true ? { align: 'right' } : {}) })),
      ...table.rows.map((row) => row.map((cell) => written(cell))),
      ...(table.totals === undefined ? [] : [table.totals.map((cell) => written(cell, { fontWeight: 'bold' }))]),
      ...(table.note === undefined ? [] : [[], [text(table.note, quiet)]]),
    ],
  };
}

function written(cell: Cell, look: Partial<CellObject> = {}): CellObject | null {
  const its: Partial<CellObject> = {
    alignVertical: 'top',
    ...(cell.strong === true ? { fontWeight: 'bold' } : {}),
    ...(cell.unknown === true ? { fontStyle: 'italic' } : {}),
    ...look,
  };
  // What a number is said with beside itself, such as "2 of 13", stays words: a bare number would say less.
  if (cell.value !== undefined && (cell.currency !== undefined || /^[\d\s\u00a0.,]+$/.test(cell.text)))
    return { value: cell.value, type: Number, ...(cell.currency === undefined ? {} : { format: `#,##0.00 "${cell.currency}"` }), ...its };
  const all = cell.under === undefined ? cell.text : [cell.text, cell.under.text].join('\n');
  const notes = cell.notes === undefined || cell.notes.length === 0 ? '' : ` [${cell.notes.join(', ')}]`;
  return all + notes === '' ? null : text(all + notes, its);
}

function sourcesSheet(report: Report): Sheet<Buffer> {
  return {
    sheet: report.sourcesTitle.slice(0, 31),
    columns: [{ width: 8 }, { width: 60 }, { width: 80 }, { width: 28 }],
    data: report.sources.map(({ number, title: name, url, seenOn }) => [{ value: number, type: Number, alignVertical: 'top' }, text(name.text), text(url), text(seenOn ?? '')]),
  };
}
