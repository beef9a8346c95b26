import type { Kind, Kinds } from '#publishing/kind.ts';
import { hasBeenPublished } from '#publishing/store.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { textsOf as recordTexts } from '../../records/texts.ts';
import type { ListRows, Place, Row } from '../cells/build.ts';
import { headOf } from '../cells/columns.ts';
import { positionColumn, recordColumn, slugColumn, versionColumn } from '../sheets.ts';
import { textsOf } from '../texts.ts';
import { assemble, type Assembled } from './assemble.ts';
import { known, revisionsNumbered, standing, type Found, type Standing } from './found-store.ts';
import { listsIn, mainRole, type Mapping, type SheetMap } from './mapping.ts';
import { doubledKeys, rowsOfRecords, type Fault, type Import, type KeptRow } from './store.ts';

type Checked = { found: Found[]; faults: Fault[] };

/** Checks lines of the main sheet: what each would do, and every cell that is wrong. Nothing is written. */
export async function checkLines(reader: Reader, kinds: Kinds, given: Import & { mapping: Mapping }, rows: readonly KeptRow[]): Promise<Checked> {
  const { mapping, format } = given;
  const kind = kinds.named(mapping.kind);
  const main = mapping.sheets.find((sheet) => sheet.role === mainRole);
  if (main === undefined) return { found: [], faults: [] };
  const faults: Fault[] = [];
  const lines = rows.filter((row) => row.cells.some((cell) => cell !== '')).map((row) => readLine(row, main, faults));
  const keys = lines.map(({ cells }) => cells.get(slugColumn) ?? '');
  const records = await standing(
    reader,
    kind.name,
    keys.filter((key) => key !== ''),
  );
  const doubled = await doubledKeys(reader, given.id, { sheet: main.index, from: main.first, keys });
  const lists = await listRows(reader, given, keys, faults);
  const older = await olderRevisions(reader, lines, records);
  const head = headOf(main.columns.filter((column) => column !== null && column !== slugColumn && column !== versionColumn).map(String));
  const shape = { lists: listsIn(format ?? 'xlsx'), office: true };
  const assembled: Assembled[] = [];
  for (const line of lines) {
    const slug = line.cells.get(slugColumn) ?? '';
    const record = records.get(slug);
    const version = record && older.get(`${record.id} ${line.cells.get(versionColumn) ?? ''}`);
    const its = new Map([...lists].map(([name, list]): [string, ListRows] => [name, { head: list.head, rows: list.rows.get(slug) ?? [] }]));
    const isFrozen = kind.frozen && record !== undefined && (await hasBeenPublished(reader, record.id));
    assembled.push(assemble(line, { kind, head, shape, lists: its, record, older: version, isFrozen }));
  }
  await checkMadeUpSlugs(reader, kind, assembled);
  const missing = await missingReferences(reader, given, kind, assembled);
  const wrongLines = new Set<number>();
  for (const one of assembled) {
    const first = doubled.get(one.found.slug);
    const isSecond = first !== undefined && first !== one.found.line;
    if (isSecond)
      one.wrong.push({ place: { list: null, line: one.found.line, column: slugColumn }, pl: textsOf('pl').wrong.doubled(first), en: textsOf('en').wrong.doubled(first) });
    one.wrong.push(...(missing.get(one) ?? []));
    if (one.wrong.length > 0) wrongLines.add(one.found.line);
    const cells = new Map([[main.index, rows] as const]);
    faults.push(...one.wrong.map(({ place, pl, en }) => faultAt(mapping, main, place, { pl, en }, cells, lists)));
  }
  for (const fault of faults) if (fault.sheet === main.index) wrongLines.add(fault.line);
  return { found: assembled.map(({ found }) => (wrongLines.has(found.line) ? { ...found, action: 'wrong', body: null } : found)), faults };
}

/** A line by the names of its columns. A cell whose value is not taken is named as a fault, and left out. */
function readLine(row: KeptRow, sheet: SheetMap, faults: Fault[]): Row {
  const cells = new Map<string, string>();
  sheet.columns.forEach((column, index) => {
    if (column === null) return;
    const cell = row.cells[index] ?? '';
    if (typeof cell === 'string') cells.set(column, cell);
    else
      faults.push({
        sheet: sheet.index,
        line: row.line,
        col: index,
        value: cell.value,
        whatPl: textsOf('pl').wrong.cell[cell.fault],
        whatEn: textsOf('en').wrong.cell[cell.fault],
      });
  });
  return { line: row.line, cells };
}

type Lists = Map<string, { head: ListRows['head']; rows: Map<string, Row[]>; sheet: SheetMap; kept: KeptRow[] }>;

async function listRows(reader: Reader, { id, mapping }: Import & { mapping: Mapping }, keys: readonly string[], faults: Fault[]): Promise<Lists> {
  const lists: Lists = new Map();
  for (const sheet of mapping.sheets) {
    if (sheet.role === null || sheet.role === mainRole || !sheet.columns.includes(recordColumn)) continue;
    const kept = await rowsOfRecords(reader, id, { sheet: sheet.index, from: sheet.first, keys: keys.filter((key) => key !== '') });
    const rows = new Map<string, Row[]>();
    for (const row of kept) rows.set(row.key, [...(rows.get(row.key) ?? []), readLine(row, sheet, faults)]);
    for (const [key, its] of rows) rows.set(key, inOrder(its));
    const head = headOf(sheet.columns.filter((column) => column !== null && column !== recordColumn && column !== positionColumn).map(String));
    lists.set(sheet.role, { head, rows, sheet, kept });
  }
  return lists;
}

const position = (row: Row): number => Number(row.cells.get(positionColumn) || Number.NaN);

/** By the column of positions where every line has one, else as the lines stand. */
function inOrder(rows: readonly Row[]): Row[] {
  return rows.some((row) => Number.isNaN(position(row))) ? [...rows] : rows.toSorted((one, other) => position(one) - position(other));
}

async function olderRevisions(reader: Reader, lines: readonly Row[], records: ReadonlyMap<string, Standing>) {
  const wanted = lines.flatMap(({ cells }) => {
    const record = records.get(cells.get(slugColumn) ?? '');
    const number = Number(cells.get(versionColumn) ?? '');
    return record !== undefined && Number.isInteger(number) && number > 0 && number < record.number ? [{ recordId: record.id, number }] : [];
  });
  return revisionsNumbered(reader, wanted);
}

/** An address that was made from the name of a new record may be that of another already. */
async function checkMadeUpSlugs(reader: Reader, kind: Kind, assembled: readonly Assembled[]): Promise<void> {
  const fresh = assembled.filter(({ found }) => found.action === 'new');
  const taken = await known(
    reader,
    kind.name,
    fresh.map(({ found }) => found.slug),
  );
  for (const one of fresh)
    if (taken.has(one.found.slug))
      one.wrong.push({
        place: { list: null, line: one.found.line, column: slugColumn },
        pl: textsOf('pl').wrong.slugOfOther(one.found.slug),
        en: textsOf('en').wrong.slugOfOther(one.found.slug),
      });
}

const kindWord = (of: string, lang: Lang): string => new Map<string, string>(Object.entries(wordsFor(lang).kinds)).get(of) ?? of;

/** Records that are referred to must be there, or come with the same file. */
async function missingReferences(reader: Reader, given: Import & { mapping: Mapping }, kind: Kind, assembled: readonly Assembled[]) {
  const wanted = new Map<string, Set<string>>();
  for (const { references } of assembled) for (const { kind: of, slug } of references) wanted.set(of, (wanted.get(of) ?? new Set()).add(slug));
  const there = new Map<string, Set<string>>();
  const main = given.mapping.sheets.find((sheet) => sheet.role === mainRole);
  for (const [of, slugs] of wanted) {
    const found = await known(reader, of, [...slugs]);
    const absent = [...slugs].filter((slug) => !found.has(slug));
    if (of === kind.name && main !== undefined && absent.length > 0)
      for (const row of await rowsOfRecords(reader, given.id, { sheet: main.index, from: main.first, keys: absent })) found.add(row.key);
    there.set(of, found);
  }
  return new Map(
    assembled.map((one) => [
      one,
      one.references
        .filter(({ kind: of, slug }) => there.get(of)?.has(slug) !== true)
        .map(({ kind: of, slug, place }) => ({
          place,
          pl: recordTexts('pl').wrong.noSuchRecord(slug, kindWord(of, 'pl')),
          en: recordTexts('en').wrong.noSuchRecord(slug, kindWord(of, 'en')),
        })),
    ]),
  );
}

const longestShown = 200;

function faultAt(mapping: Mapping, main: SheetMap, place: Place, what: { pl: string; en: string }, mainRows: ReadonlyMap<number, readonly KeptRow[]>, lists: Lists): Fault {
  const sheet = (place.list === null ? undefined : mapping.sheets.find((one) => one.role === place.list)) ?? main;
  const col = Math.max(0, sheet.columns.indexOf(place.column));
  const rows = place.list === null ? mainRows.get(main.index) : lists.get(place.list)?.kept;
  const cell = rows?.find((row) => row.line === place.line)?.cells[col] ?? '';
  const value = (typeof cell === 'string' ? cell : cell.value).slice(0, longestShown);
  return { sheet: sheet.index, line: place.line, col, value, whatPl: what.pl, whatEn: what.en };
}
