import { addressOf, bounds, FileRefused, type CellFault, type Sheet } from './bounds.ts';
import { attribute, xmlReader, type XmlReader } from './xml.ts';

export type Around = {
  strings: readonly string[];
  /** Which styles show a number as a date. */
  dateStyles: ReadonlySet<number>;
  since1904: boolean;
  /** How many characters the cells of the whole file may still hold. */
  characters: { left: number };
};

type Cell = { column: number; type: string; style: number; text: string; formula: string | null };

/** Reads a sheet while it is being unpacked; a bound that is passed ends both. */
export function sheetReader(name: string, around: Around): { reader: XmlReader; sheet: Sheet } {
  const rows: string[][] = [];
  const faults: CellFault[] = [];
  let [line, seen, nextColumn] = [0, 0, 0];
  let cell: Cell | null = null;
  let into: 'value' | 'formula' | null = null;
  let phonetic = false;

  const refuse = (refusal: 'tooManyRows' | 'tooManyColumns' | 'tooLongCell' | 'tooMuchText', column = 0): never => {
    throw new FileRefused(refusal, `${name}!${addressOf(column, line)}`);
  };

  function put({ column, type, style, text, formula }: Cell): void {
    const value = formula === null ? valueOf(type, style, text) : text;
    if (formula !== null || type === 'e') faults.push({ line, column, value: formula === null ? text : `=${formula}`.slice(0, 200), why: formula === null ? 'error' : 'formula' });
    if (value === '') return;
    if (column >= bounds.columns) refuse('tooManyColumns', column);
    if (value.length > bounds.characters) refuse('tooLongCell', column);
    around.characters.left -= value.length;
    if (around.characters.left < 0) refuse('tooMuchText', column);
    while (rows.length < line) rows.push([]);
    const row = rows[line - 1] ?? [];
    while (row.length < column) row.push('');
    row[column] = value;
  }

  function valueOf(type: string, style: number, text: string): string {
    if (type === 's') return (around.strings[Number(text)] ?? '').trim();
    if (type === 'b') return text.trim() === '1' ? 'true' : text.trim() === '0' ? 'false' : text;
    if (type === 'inlineStr' || type === 'str') return unmasked(text).trim();
    if (type === 'd') return text.trim().replace(/T00:00:00(\.0+)?Z?$/, '');
    const number = Number(text);
    if (text.trim() === '' || Number.isNaN(number)) return text.trim();
    return around.dateStyles.has(style) ? dayOf(number, around.since1904) : String(number);
  }

  const reader = xmlReader({
    open(tag, attributes) {
      if (tag === 'row') {
        line = numberIn(attribute(attributes, 'r')) ?? line + 1;
        seen += 1;
        nextColumn = 0;
        // Rows without anything in them cost time too.
        if (line > bounds.rows || seen > bounds.rows) refuse('tooManyRows');
      } else if (tag === 'c') {
        const column = columnOf(attribute(attributes, 'r')) ?? nextColumn;
        nextColumn = column + 1;
        cell = { column, type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? 0), text: '', formula: null };
      } else if (tag === 'rPh') phonetic = true;
      else if (cell !== null && (tag === 'v' || tag === 't') && !phonetic) into = 'value';
      else if (cell !== null && tag === 'f') {
        cell.formula = '';
        into = 'formula';
      }
    },
    close(tag) {
      if (tag === 'c' && cell !== null) {
        put(cell);
        cell = null;
      } else if (tag === 'rPh') phonetic = false;
      if (tag === 'v' || tag === 't' || tag === 'f') into = null;
    },
    text(text) {
      if (cell === null || into === null) return;
      if (into === 'formula') cell.formula = `${cell.formula ?? ''}${text}`;
      else {
        cell.text += text;
        if (cell.text.length > bounds.characters) refuse('tooLongCell', cell.column);
      }
    },
  });
  return { reader, sheet: { name, rows, faults } };
}

const numberIn = (text: string | undefined): number | undefined => (text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined);

function columnOf(address: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? '')?.[1];
  return letters === undefined ? undefined : letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Excel writes what XML cannot hold as `_x000D_` (ECMA-376, 22.9.2.19). */
export const unmasked = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

const dayMs = 86_400_000;

/** The day that a spreadsheet counts; with the time where there is one. Excel believes that there was a 29 February 1900, which is day 60. */
function dayOf(serial: number, since1904: boolean): string {
  const whole = Math.floor(serial);
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const at = new Date(epoch + whole * dayMs + Math.round((serial - whole) * dayMs));
  if (serial < 0 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return String(serial);
  const text = at.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}
