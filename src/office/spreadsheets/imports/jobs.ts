import { z } from 'zod';
import { addJob, type Handlers } from '#jobs/index.ts';
import type { Tx } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readFile } from '../files/read-file.ts';
import type { Book } from '../files/bounds.ts';
import { recordColumn, slugColumn } from '../sheets.ts';
import { textsOf } from '../texts.ts';
import { checkLines } from './check.ts';
import { countFound, doubledSlugs, insertFound, setWrong } from './found-store.ts';
import { bareSheets, importable, mainRole, proposedMapping, recognisedKind, type Mapping, type SheetMap } from './mapping.ts';
import {
  clearFindings,
  clearRows,
  fileOf,
  holdImport,
  insertFaults,
  insertRows,
  orphans,
  rowsFrom,
  setKeys,
  updateImport,
  type Import,
  type KeptCell,
  type KeptRow,
} from './store.ts';
import { writeImport } from './write.ts';

export const [readJob, checkJob, writeJob] = ['read spreadsheet', 'check spreadsheet', 'write spreadsheet'] as const;

const payloadShape = z.object({ id: z.uuid(), round: z.int() });

/** A page shows how far the work is, and other work goes on between two steps: each is a job and a transaction of its own. */
const linesAtOnce = 500;
const rowsAtOnce = 2000;
/** More errors than these nobody mends in one go; the sentence at the end says that there are more. */
const mostFaults = 20_000;

export const jobKey = (name: string, id: string, round: number, step: number): string => `${name} ${id} ${round} ${step}`;

/** What an import does by itself: reading the file, checking its lines, handing the records in. Each ends where somebody has decided otherwise in the meantime. */
export const importJobs = (kinds: Kinds): Handlers => ({
  [readJob]: async (tx, payload, now) => {
    const given = await inState(tx, payload, 'reading');
    if (given !== null) await read(tx, kinds, given, now);
  },
  [checkJob]: async (tx, payload, now) => {
    const given = await inState(tx, payload, 'checking');
    if (given !== null) await check(tx, kinds, given, now);
  },
  [writeJob]: async (tx, payload, now) => {
    const given = await inState(tx, payload, 'writing');
    if (given !== null) await write(tx, kinds, given, now);
  },
});

async function inState(tx: Tx, payload: unknown, state: Import['state']): Promise<Import | null> {
  const { id, round } = payloadShape.parse(payload);
  const found = await holdImport(tx, id);
  return found?.state === state && found.round === round ? found : null;
}

async function read(tx: Tx, kinds: Kinds, given: Import, now: Date): Promise<void> {
  const file = await fileOf(tx, given.id);
  const book = await readFile(file ?? Buffer.alloc(0));
  if (!book.ok) {
    await updateImport(tx, given.id, { state: 'refused', refusal: book.refusal, detail: book.detail ?? null, finishedAt: now });
    return;
  }
  await clearRows(tx, given.id);
  const { format } = book.value;
  const sheets = bareSheets(book.value);
  const kind = importable(kinds).find((one) => one.name === given.kind) ?? recognisedKind(kinds, sheets, format, given.fileName);
  // Whoever chooses the kind later is shown the same headings.
  const mapping = kind === undefined ? { kind: '', sheets } : proposedMapping(kind, format, sheets);
  await keepRows(tx, given.id, book.value, mapping);
  await updateImport(tx, given.id, { format, kind: kind?.name ?? null, mapping });
  if (kind === undefined || !hasRecords(mapping)) await updateImport(tx, given.id, { state: 'mapping' });
  else await startRound(tx, { ...given, mapping }, now);
}

/** Whether any column of a sheet with records is known. */
export const hasRecords = (mapping: Mapping): boolean => mapping.sheets.some((sheet) => sheet.role === mainRole && sheet.columns.some((column) => column !== null));

async function keepRows(tx: Tx, id: string, book: Book, mapping: Mapping): Promise<void> {
  for (const [index, sheet] of book.sheets.entries()) {
    const faults = new Map(sheet.faults.map((fault) => [`${fault.line} ${fault.column}`, fault]));
    const faulty = new Set(sheet.faults.map((fault) => fault.line));
    const lines = Math.max(sheet.rows.length, ...faulty);
    const keyAt = keyColumn(mapping.sheets[index]);
    let batch: KeptRow[] = [];
    for (let line = 1; line <= lines; line += 1) {
      const row: readonly string[] = sheet.rows[line - 1] ?? [];
      if (row.length === 0 && !faulty.has(line)) continue;
      batch.push({ sheet: index, line, key: faults.has(`${line} ${keyAt}`) ? '' : (row[keyAt] ?? ''), cells: faulty.has(line) ? withFaults(row, line, faults) : [...row] });
      if (batch.length < rowsAtOnce) continue;
      await insertRows(tx, id, batch);
      batch = [];
    }
    await insertRows(tx, id, batch);
  }
}

function withFaults(row: readonly string[], line: number, faults: ReadonlyMap<string, Book['sheets'][number]['faults'][number]>): KeptCell[] {
  const its = [...faults.values()].filter((fault) => fault.line === line);
  const width = Math.max(row.length, ...its.map((fault) => fault.column + 1));
  return Array.from({ length: width }, (_, column) => {
    const fault = faults.get(`${line} ${column}`);
    return fault === undefined ? (row[column] ?? '') : { fault: fault.why, value: fault.value };
  });
}

/** The column that says whose line it is. */
const keyColumn = (sheet: SheetMap | undefined): number =>
  sheet === undefined || sheet.role === null ? -1 : sheet.columns.indexOf(sheet.role === mainRole ? slugColumn : recordColumn);

/** Begins anew with the columns that are chosen now. */
export async function beginChecking(tx: Tx, given: Import & { mapping: Mapping }, now: Date): Promise<void> {
  await clearFindings(tx, given.id);
  for (const sheet of given.mapping.sheets) if (sheet.role !== null) await setKeys(tx, given.id, sheet.index, keyColumn(sheet));
  await startRound(tx, given, now);
}

async function startRound(tx: Tx, given: Import & { mapping: Mapping }, now: Date): Promise<void> {
  const round = given.round + 1;
  const main = given.mapping.sheets.find((sheet) => sheet.role === mainRole);
  const allLines = main === undefined ? 0 : Math.max(0, main.last - main.first + 1);
  await updateImport(tx, given.id, {
    state: 'checking',
    round,
    mapping: given.mapping,
    kind: given.mapping.kind,
    doneLines: 0,
    allLines,
    counts: { new: 0, changed: 0, unchanged: 0, wrong: 0, faults: 0 },
  });
  await addJob(tx, { name: checkJob, payload: { id: given.id, round }, runAt: now, onceKey: jobKey(checkJob, given.id, round, 0) });
}

async function check(tx: Tx, kinds: Kinds, given: Import, now: Date): Promise<void> {
  const { mapping } = given;
  const main = mapping?.sheets.find((sheet) => sheet.role === mainRole);
  if (mapping === null || main === undefined) {
    await updateImport(tx, given.id, { state: 'mapping' });
    return;
  }
  const rows = await rowsFrom(tx, given.id, { sheet: main.index, from: main.first + given.doneLines, limit: linesAtOnce });
  const { found, faults } = await checkLines(tx, kinds, { ...given, mapping }, rows);
  await insertFound(tx, given.id, found);
  const before = await countFound(tx, given.id);
  await insertFaults(tx, given.id, faults.slice(0, Math.max(0, mostFaults - before.faults)));
  const last = rows.at(-1)?.line;
  const doneLines = rows.length < linesAtOnce || last === undefined ? given.allLines : last - main.first + 1;
  if (doneLines < given.allLines) {
    await updateImport(tx, given.id, { doneLines, counts: await countFound(tx, given.id) });
    await addJob(tx, { name: checkJob, payload: { id: given.id, round: given.round }, runAt: now, onceKey: jobKey(checkJob, given.id, given.round, doneLines) });
    return;
  }
  await checkTogether(tx, { ...given, mapping });
  await updateImport(tx, given.id, { state: 'checked', doneLines, counts: await countFound(tx, given.id) });
}

/** What only the whole file shows: two new records of one address, and entries of lists that belong to no record. */
async function checkTogether(tx: Tx, { id, mapping }: Import & { mapping: Mapping }): Promise<void> {
  const main = mapping.sheets.find((sheet) => sheet.role === mainRole);
  if (main === undefined) return;
  const slugAt = Math.max(0, main.columns.indexOf(slugColumn));
  const doubled = await doubledSlugs(tx, id);
  await setWrong(
    tx,
    id,
    doubled.map(({ line }) => line),
  );
  await insertFaults(
    tx,
    id,
    doubled.map(({ slug, line, first }) => ({
      sheet: main.index,
      line,
      col: slugAt,
      value: slug,
      whatPl: textsOf('pl').wrong.doubled(first),
      whatEn: textsOf('en').wrong.doubled(first),
    })),
  );
  for (const sheet of mapping.sheets) {
    if (sheet.role === null || sheet.role === mainRole) continue;
    const column = sheet.columns.indexOf(recordColumn);
    const lost = column === -1 ? [] : await orphans(tx, id, { sheet: sheet.index, from: sheet.first, main: main.index, mainFrom: main.first, limit: mostFaults });
    await insertFaults(
      tx,
      id,
      lost.map(({ line, key }) => ({
        sheet: sheet.index,
        line,
        col: column,
        value: key,
        whatPl: textsOf('pl').wrong.orphan(main.name),
        whatEn: textsOf('en').wrong.orphan(main.name),
      })),
    );
  }
}

async function write(tx: Tx, kinds: Kinds, given: Import, now: Date): Promise<void> {
  const { mapping } = given;
  if (mapping === null) return;
  const written = await writeImport(tx, kinds, { ...given, mapping }, now);
  // Something has changed since the check: nothing is written, and the check is made anew.
  if (!written.ok) {
    if (written.refusal === 'openDrafts') await updateImport(tx, given.id, { state: 'checked' });
    else await beginChecking(tx, { ...given, mapping }, now);
    return;
  }
  await updateImport(tx, given.id, { state: 'done', finishedAt: now });
  await clearRows(tx, given.id);
}
