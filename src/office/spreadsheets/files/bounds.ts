const megabyte = 1_048_576;

/** What a spreadsheet may be at most. An office keeps thousands of records; what is larger than this was not made by hand. */
export const bounds = {
  fileBytes: 10 * megabyte,
  /** Unpacked: one part of the archive, and all that is read of it. */
  entryBytes: 60 * megabyte,
  allBytes: 100 * megabyte,
  /** DEFLATE packs a thousand equal bytes into one; sheets of people come nowhere near. Asked once a part is larger than a megabyte. */
  ratio: 400,
  entries: 2000,
  sheets: 20,
  rows: 50_000,
  columns: 200,
  /** As much as Excel keeps in a cell. */
  characters: 32_767,
  /** A long list in one cell of a CSV file. */
  csvCharacters: 2 * megabyte,
  /** All cells together: a text that stands once in the archive may be shown in a million cells. */
  allCharacters: 30 * megabyte,
} as const;

export type FileRefusal =
  | 'empty'
  | 'tooLarge'
  | 'notASpreadsheet'
  | 'oldExcel'
  | 'encrypted'
  | 'macros'
  | 'openDocument'
  | 'binaryExcel'
  | 'badZip'
  | 'badXml'
  | 'unpacksTooLarge'
  | 'tooManyEntries'
  | 'tooManySheets'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooLongCell'
  | 'tooMuchText'
  | 'notUtf8'
  | 'quotes'
  | 'noRows';

/** Thrown in the middle of unpacking, caught where the file is handed over. The detail is a sheet with an address, or a line. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;
  readonly detail: string | undefined;
  constructor(refusal: FileRefusal, detail?: string) {
    super(refusal);
    this.refusal = refusal;
    this.detail = detail;
  }
}

/** Something in a cell that is not taken for its value. */
export type CellFault = { line: number; column: number; value: string; why: 'formula' | 'error' };

/** A sheet as texts; the row of line 1 is the first. Days stand as `2026-11-22`. */
export type Sheet = { name: string; rows: string[][]; faults: CellFault[] };
export type Book = { format: 'xlsx' | 'csv'; sheets: Sheet[] };

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

export const addressOf = (column: number, line: number): string => `${lettersOf(column)}${line}`;
