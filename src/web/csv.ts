import { done, refused, type Outcome } from '#basics/outcome.ts';

export type CsvValue = string | number | boolean | null;

/**
 * RFC 4180 with a line end after each row. Cells that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection); what
 * begins with apostrophes and would be taken for one without them gets one more, so that a reader knows what was there.
 */
export const csvLines = (rows: readonly (readonly CsvValue[])[]): string => rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

function cell(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a cell said before the apostrophe was put before it. */
export const withoutApostrophe = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

export type CsvBounds = { rows: number; columns: number; characters: number };
type CsvRefusal = 'notUtf8' | 'quotes' | 'tooManyRows' | 'tooManyColumns' | 'tooLongCell';

/**
 * Reads RFC 4180 with either kind of line end and with commas, semicolons or tabs between the cells, whichever the first line has most of. The bounds hold while
 * it reads. `detail` of a refusal is the line, counted from 1.
 */
export function readCsv(bytes: Uint8Array, bounds: CsvBounds): Outcome<string[][], CsvRefusal> {
  const text = utf8(bytes);
  if (text === null) return refused('notUtf8');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let [at, line] = [0, 1];
  const put = (value: string): CsvRefusal | null => {
    row.push(value);
    return value.length > bounds.characters ? 'tooLongCell' : row.length > bounds.columns ? 'tooManyColumns' : null;
  };
  while (at < text.length) {
    const began = line;
    let value: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return refused('quotes', String(line));
      const quoted = text.slice(at + 1, end);
      line += quoted.split('\n').length - 1;
      value = quoted.replaceAll('""', '"');
      at = end + 1;
    } else {
      const end = endOfCell(text, at, separator);
      value = text.slice(at, end);
      if (value.includes('"')) return refused('quotes', String(line));
      at = end;
    }
    const wrong = put(value);
    if (wrong !== null) return refused(wrong, String(began));
    const next = text[at];
    if (next === separator) {
      at += 1;
      // A line may end with a separator: then its last cell is empty.
      if (at === text.length) row.push('');
      continue;
    }
    if (next !== undefined && next !== '\r' && next !== '\n') return refused('quotes', String(line));
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    rows.push(row);
    row = [];
    if (rows.length > bounds.rows) return refused('tooManyRows', String(line - 1));
  }
  if (row.length > 0) rows.push(row);
  return done(rows);
}

/** Strict: bytes that are no UTF-8 are refused rather than guessed at. A mark of the byte order at the beginning is none of the text. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const separators = [',', ';', '\t'] as const;

/** What stands between quotes separates nothing. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((one) => [one, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return separators.reduce<string>((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best), ',');
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === separator || sign === '\r' || sign === '\n') break;
  }
  return at;
}
