import { bounds, FileRefused, type Book, type Sheet } from './bounds.ts';
import { sheetReader, unmasked, type Around } from './sheet.ts';
import { attribute, xmlReader, type Listener } from './xml.ts';
import { entriesOf, textOf, type Budget, type Entry } from './zip.ts';

/** Reads a workbook (ECMA-376, SpreadsheetML). Only what is needed is unpacked: the list of sheets, the texts, the styles, the sheets. */
export async function readXlsx(bytes: Uint8Array): Promise<Book> {
  const entries = entriesOf(bytes);
  if (entries.has('xl/workbook.bin')) throw new FileRefused('binaryExcel');
  if ([...entries.keys()].some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) throw new FileRefused('macros');
  if (entries.has('content.xml') || entries.has('mimetype')) throw new FileRefused('openDocument');
  const budget: Budget = { left: bounds.allBytes };
  const needed = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new FileRefused('notASpreadsheet');
    return entry;
  };
  const read = async (entry: Entry | undefined, listener: Partial<Listener>): Promise<void> => {
    if (entry === undefined) return;
    const reader = xmlReader({ open: () => undefined, close: () => undefined, text: () => undefined, ...listener });
    for await (const text of textOf(entry, budget)) reader.push(text);
    reader.end();
  };

  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  await read(needed('xl/workbook.xml'), {
    open(tag, attributes) {
      if (tag === 'sheet') sheets.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '' });
      if (tag === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
    },
  });
  if (sheets.length > bounds.sheets) throw new FileRefused('tooManySheets');
  const targets = new Map<string, string>();
  await read(needed('xl/_rels/workbook.xml.rels'), {
    open(tag, attributes) {
      if (tag === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', pathOf(attribute(attributes, 'Target') ?? ''));
    },
  });
  const around: Around = {
    strings: await stringsIn(read, entries.get('xl/sharedStrings.xml')),
    dateStyles: await dateStylesIn(read, entries.get('xl/styles.xml')),
    since1904,
    characters: { left: bounds.allCharacters },
  };
  const found: Sheet[] = [];
  for (const { name, id } of sheets) {
    const entry = entries.get(targets.get(id) ?? '');
    // A sheet that is a chart has no cells.
    if (entry === undefined || !entry.name.startsWith('xl/worksheets/')) continue;
    const { reader, sheet } = sheetReader(name, around);
    for await (const text of textOf(entry, budget)) reader.push(text);
    reader.end();
    found.push(sheet);
  }
  return { format: 'xlsx', sheets: found };
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);

type Read = (entry: Entry | undefined, listener: Partial<Listener>) => Promise<void>;

async function stringsIn(read: Read, entry: Entry | undefined): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let [isText, isPhonetic] = [false, false];
  await read(entry, {
    open(tag) {
      if (tag === 'si') current = '';
      if (tag === 'rPh') isPhonetic = true;
      if (tag === 't') isText = !isPhonetic;
    },
    close(tag) {
      if (tag === 'si') strings.push(unmasked(current));
      if (tag === 'rPh') isPhonetic = false;
      if (tag === 't') isText = false;
    },
    text(text) {
      if (isText) current += text;
    },
  });
  return strings;
}

/** The formats that every spreadsheet knows without being told: days, times, and their East Asian kin (ECMA-376, 18.8.30). */
const isKnownDate = (format: number): boolean =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);

async function dateStylesIn(read: Read, entry: Entry | undefined): Promise<Set<number>> {
  const dates = new Set<number>();
  const formats = new Map<number, string>();
  let isStyles = false;
  let count = 0;
  await read(entry, {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (tag === 'cellXfs') isStyles = true;
      if (tag !== 'xf' || !isStyles) return;
      const format = Number(attribute(attributes, 'numFmtId') ?? 0);
      const own = formats.get(format);
      if (own === undefined ? isKnownDate(format) : showsDate(own)) dates.add(count);
      count += 1;
    },
    close(tag) {
      if (tag === 'cellXfs') isStyles = false;
    },
  });
  return dates;
}

/** What stands in quotes or brackets, or after a backslash, is no part of the date. */
const showsDate = (format: string): boolean => /[dyhs]|m(?!ln)/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));
