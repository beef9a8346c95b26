import { describe, expect, it } from 'vitest';
import type { CsvColumn } from '#lang/columns.ts';
import { csvRows } from '../../test/csv-rows.ts';
import { csvText } from './csv.ts';

const column = (name: string): CsvColumn => ({ name, type: 'text', titles: { pl: name, en: name } });
const rowsOf = (rows: (string | number | boolean | null)[][], notice: string | null = null): string[][] =>
  csvRows(csvText({ name: 'test', columns: ['a', 'b'].map(column), rows }, notice)).slice(1);

describe('a table as CSV', () => {
  it.each(['=1+1', '+48 12 616', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://evil.example","x")'])('a spreadsheet takes %j for text', (cell) => {
    expect(rowsOf([[cell, 'x']])).toEqual([[`'${cell}`, 'x']]);
  });

  it('a number below zero stays a number, and what is not known stays empty', () => {
    expect(rowsOf([[-71.2, null]])).toEqual([['-71.2', '']]);
  });

  it('commas, quotes and line ends stay within their cell', () => {
    const cells = ['Kraków, „miasto”', 'a "b"\r\nc\nd'];
    expect(rowsOf([cells])).toEqual([cells]);
  });

  it('every row bears the notice, in a column of its own', () => {
    expect(csvRows(csvText({ name: 'test', columns: [column('a')], rows: [['x'], ['y']] }, 'Demonstracja, nie urząd'))).toEqual([
      ['a', 'notice'],
      ['x', 'Demonstracja, nie urząd'],
      ['y', 'Demonstracja, nie urząd'],
    ]);
  });
});
