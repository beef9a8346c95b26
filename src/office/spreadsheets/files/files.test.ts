import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { bounds } from './bounds.ts';
import { readFile } from './read-file.ts';
import { writeXlsx } from './write-xlsx.ts';

const workbook = (sheets = '<sheet name="Dane" sheetId="1" r:id="rId1"/>', properties = ''): string =>
  `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties}<sheets>${sheets}</sheets></workbook>`;
const rels = '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const sheet = (rows: string): string => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;

const packed = (rows: string, more: Zippable = {}): Uint8Array =>
  zipSync({ 'xl/workbook.xml': strToU8(workbook()), 'xl/_rels/workbook.xml.rels': strToU8(rels), 'xl/worksheets/sheet1.xml': strToU8(sheet(rows)), ...more });

const refusalOf = async (bytes: Uint8Array) => {
  const read = await readFile(bytes);
  return read.ok ? 'taken' : [read.refusal, read.detail].filter((part) => part !== undefined).join(' ');
};

const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const read = await readFile(bytes);
  if (!read.ok) throw new Error(`${read.refusal} ${read.detail ?? ''}`);
  return read.value.sheets[0]?.rows ?? [];
};

describe('a workbook', () => {
  it('is read as it was written, and an independent reader reads the same', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('=1+1', '+48 12', '-5', '@a', '_x0041_', 'a\nb', '<&>"', '1995', '2026-11-22', 'TRUE', 'toString', 'constructor', '__proto__'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        // What XML cannot hold is left out before, as for every cell.
        const plain = rows.map((row) => row.map((text) => text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu, '').trim()));
        const bytes = await writeXlsx([{ name: 'Dane', rows: plain, headRows: 1, widths: [10, 10, 10] }]);
        const trimmed = (all: readonly (readonly string[])[]) =>
          all
            .map((row) => row.join('|').replace(/\|*$/, ''))
            .join('\n')
            .trimEnd();
        if (plain.flat().every((text) => text === '')) return;
        expect(trimmed(await rowsOf(bytes))).toBe(trimmed(plain));
        const [other] = await readXlsxFile(bytes);
        expect(trimmed((other?.data ?? []).map((row) => row.map((value) => (value === null ? '' : String(value)))))).toBe(trimmed(plain));
      }),
      { numRuns: 60 },
    );
  });

  it('has numbers, days, answers and texts of every kind', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.00 &quot;dni&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const strings = '<sst><si><t>Kraków</t></si><si><r><t>dwie </t></r><r><t>części</t></r><rPh><t>x</t></rPh></si></sst>';
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46348</v></c><c r="D2" s="2"><v>35025.5</v></c><c r="E2" s="3"><v>12.5</v></c>' +
      '<c r="G2" t="b"><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve"> a &amp; b&#10;c </t></is></c><c r="I2" s="1"><v>1</v></c></row>';
    const bytes = packed(row, { 'xl/styles.xml': strToU8(styles), 'xl/sharedStrings.xml': strToU8(strings) });
    expect(await rowsOf(bytes)).toEqual([[], ['Kraków', 'dwie części', '2026-11-22', '1995-11-22T12:00', '12.5', '', 'true', 'a & b\nc', '1900-01-01']]);
  });

  it('never gives the value of a formula silently', async () => {
    const read = await readFile(
      packed('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="C1"><f>HYPERLINK("http://a")</f><v>7</v></c><c r="D1" t="e"><v>#REF!</v></c></row>'),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        sheets: [
          {
            faults: [
              { line: 1, column: 2, value: '=HYPERLINK("http://a")', why: 'formula' },
              { line: 1, column: 3, value: '#REF!', why: 'error' },
            ],
          },
        ],
      },
    });
  });
});

describe('a hostile file', () => {
  const large = strToU8('<a/>'.repeat(20 * 1_048_576));

  it('that unpacks to very much is refused while it unpacks', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8(workbook()), 'xl/_rels/workbook.xml.rels': strToU8(rels), 'xl/worksheets/sheet1.xml': large }, { level: 9 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refusalOf(bomb)).toBe('unpacksTooLarge xl/worksheets/sheet1.xml');
    // The directory may lie about the size.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === large.length) view.setUint32(at + 24, 100, true);
    expect(await refusalOf(lying)).toBe('unpacksTooLarge xl/worksheets/sheet1.xml');
  });

  it('with a million empty rows is refused', async () => {
    const rows = Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}"/>`).join('');
    expect(await refusalOf(packed(rows))).toBe('tooManyRows Dane!A50001');
    expect(await refusalOf(packed('<row r="1000000"><c r="A1000000"><v>1</v></c></row>'))).toBe('tooManyRows Dane!A1000000');
  });

  it('with very many columns, long cells, or one text in very many cells is refused', async () => {
    expect(await refusalOf(packed('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('tooManyColumns Dane!XFD1');
    expect(await refusalOf(packed(`<row r="1"><c r="B1" t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`))).toBe('tooLongCell Dane!B1');
    const many = Array.from({ length: 2000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join('');
    expect(await refusalOf(packed(many, { 'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`) }))).toMatch(/^tooMuchText Dane!A\d+$/);
  });

  it('with entities of its own, a cut end, or bytes that are no text is refused', async () => {
    const entities = strToU8(`<!DOCTYPE a [<!ENTITY b "x">]>${sheet('<row/>')}`);
    expect(await refusalOf(packed('', { 'xl/worksheets/sheet1.xml': entities }))).toBe('badXml');
    expect(await refusalOf(packed('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'))).toBe('badXml');
    expect(await refusalOf(packed('', { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) }))).toMatch(/^badXml/);
    const whole = packed('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await refusalOf(whole)).toBe('taken');
    expect(await refusalOf(whole.slice(0, whole.length - 40))).toBe('badZip');
    expect(await refusalOf(whole.slice(0, 10))).toBe('badZip');
  });

  it('of another format is named for what it is', async () => {
    const ole = new Uint8Array(600);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusalOf(ole)).toBe('oldExcel');
    ole.set(Buffer.from('EncryptedPackage', 'utf16le'), 100);
    expect(await refusalOf(ole)).toBe('encrypted');
    expect(await refusalOf(packed('', { 'xl/vbaProject.bin': new Uint8Array(3) }))).toBe('macros');
    expect(await refusalOf(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }))).toBe('openDocument');
    expect(await refusalOf(zipSync({ 'xl/workbook.bin': new Uint8Array(3) }))).toBe('binaryExcel');
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('notASpreadsheet');
    expect(await refusalOf(new Uint8Array(0))).toBe('empty');
    expect(await refusalOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe('notASpreadsheet');
    expect(await refusalOf(new Uint8Array(bounds.fileBytes + 1))).toBe('tooLarge');
    expect(await refusalOf(packed(''))).toBe('noRows');
  });

  it('with very many parts or sheets is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`xl/media/${index}.png`, new Uint8Array(1)]));
    expect(await refusalOf(packed('', parts))).toBe('tooManyEntries');
    const sheets = Array.from({ length: 21 }, (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="rId1"/>`).join('');
    expect(await refusalOf(packed('', { 'xl/workbook.xml': strToU8(workbook(sheets)) }))).toBe('tooManySheets');
  });
});
