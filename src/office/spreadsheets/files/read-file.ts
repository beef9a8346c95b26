import { done, refused, type Outcome } from '#basics/outcome.ts';
import { readCsv, withoutApostrophe } from '#web/csv.ts';
import { bounds, FileRefused, type Book, type FileRefusal } from './bounds.ts';
import { readXlsx } from './read-xlsx.ts';

const begins = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);

/** Reads a spreadsheet, or says why it is none that is taken. What it is its bytes tell, never its name; the bounds hold while it is unpacked. */
export async function readFile(bytes: Uint8Array): Promise<Outcome<Book, FileRefusal>> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > bounds.fileBytes) return refused('tooLarge');
  try {
    const book = await bookIn(bytes);
    return book.sheets.some((sheet) => sheet.rows.length > 0) ? done(book) : refused('noRows');
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal, error.detail);
    throw error;
  }
}

async function bookIn(bytes: Uint8Array): Promise<Book> {
  if (begins(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  // A compound file: an old workbook, or a new one behind a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefused(Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'oldExcel');
  if (bytes.includes(0)) throw new FileRefused('notASpreadsheet');
  return csvBook(bytes);
}

function csvBook(bytes: Uint8Array): Book {
  const read = readCsv(bytes, { rows: bounds.rows, columns: bounds.columns, characters: bounds.csvCharacters });
  if (!read.ok) throw new FileRefused(read.refusal, read.detail);
  const rows = read.value.map((row) => row.map((cell) => withoutApostrophe(cell).trim()));
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop();
  return { format: 'csv', sheets: [{ name: '', rows, faults: [] }] };
}
