import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, readCsv, withoutApostrophe } from './csv.ts';

const bounds = { rows: 1000, columns: 50, characters: 1000 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string): string[][] => {
  const read = readCsv(bytes(text), bounds);
  if (!read.ok) throw new Error(`${read.refusal} ${read.detail ?? ''}`);
  return read.value;
};

describe('a table as CSV', () => {
  it('comes back as it was written, whatever stands in its cells', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', "'=x", '+48', '-5', '@a', 'a"b', 'a,b', 'a;b', 'a\r\nb', '\ta', "''", '"', ' x '));
    // The first line tells the separator, as names of columns do.
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }).map((rows) => [Array.from({ length: width }, (_, at) => `c${at}`), ...rows]),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsOf(csvLines(rows)).map((row) => row.map(withoutApostrophe))).toEqual(rows);
      }),
    );
  });

  it('never gives a spreadsheet a formula', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(csvLines([[text]])).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  it('is read with semicolons or tabs, with either line end, with or without the last one', () => {
    expect(rowsOf('a;b\n1,5;"x;y"\n')).toEqual([
      ['a', 'b'],
      ['1,5', 'x;y'],
    ]);
    expect(rowsOf('a\tb\r\n\t2')).toEqual([
      ['a', 'b'],
      ['', '2'],
    ]);
    expect(rowsOf('\ufeffa,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(rowsOf('')).toEqual([]);
  });

  it('is refused where it is not UTF-8, where quotes are wrong, and beyond the bounds, with its line', () => {
    expect(readCsv(new Uint8Array([0x61, 0xb3, 0x62]), bounds)).toEqual({ ok: false, refusal: 'notUtf8' });
    for (const text of ['a,b\n1,"x', 'a,b\n1,"x"y', 'a,b\n1,x"y']) expect(readCsv(bytes(text), bounds)).toEqual({ ok: false, refusal: 'quotes', detail: '2' });
    expect(readCsv(bytes('a\n'.repeat(1001)), bounds)).toEqual({ ok: false, refusal: 'tooManyRows', detail: '1001' });
    expect(readCsv(bytes(`a\n${','.repeat(60)}`), bounds)).toMatchObject({ ok: false, refusal: 'tooManyColumns', detail: '2' });
    expect(readCsv(bytes(`a\n${'x'.repeat(1001)}`), bounds)).toEqual({ ok: false, refusal: 'tooLongCell', detail: '2' });
  });
});
