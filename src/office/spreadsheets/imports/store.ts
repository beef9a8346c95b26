import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '#db/handles.ts';
import type { FileRefusal } from '../files/bounds.ts';
import type { Mapping } from './mapping.ts';

export type State = 'reading' | 'mapping' | 'checking' | 'checked' | 'writing' | 'done' | 'refused' | 'dropped';
export type Counts = { new: number; changed: number; unchanged: number; wrong: number; faults: number };

export type Import = {
  id: string;
  kind: string | null;
  fileName: string;
  format: 'xlsx' | 'csv' | null;
  state: State;
  refusal: FileRefusal | null;
  detail: string | null;
  mapping: Mapping | null;
  asDrafts: boolean;
  doneLines: number;
  allLines: number;
  round: number;
  counts: Counts;
  madeBy: string;
  madeAt: Date;
  finishedAt: Date | null;
};

const mappingShape = z.object({
  kind: z.string(),
  sheets: z.array(
    z.object({
      index: z.int(),
      name: z.string(),
      role: z.string().nullable(),
      heads: z.array(z.string()),
      columns: z.array(z.string().nullable()),
      line: z.int(),
      second: z.array(z.string()),
      first: z.int(),
      last: z.int(),
    }),
  ),
});
const countsShape = z.object({ new: z.int().default(0), changed: z.int().default(0), unchanged: z.int().default(0), wrong: z.int().default(0), faults: z.int().default(0) });
const rowShape = z.object({
  id: z.string(),
  kind: z.string().nullable(),
  fileName: z.string(),
  format: z.enum(['xlsx', 'csv']).nullable(),
  state: z.enum(['reading', 'mapping', 'checking', 'checked', 'writing', 'done', 'refused', 'dropped']),
  refusal: z.custom<FileRefusal>((value) => typeof value === 'string').nullable(),
  detail: z.string().nullable(),
  mapping: mappingShape.nullable(),
  asDrafts: z.boolean(),
  doneLines: z.int(),
  allLines: z.int(),
  round: z.int(),
  counts: countsShape,
  madeBy: z.string(),
  madeAt: z.date(),
  finishedAt: z.date().nullable(),
});

const columns = [
  'id',
  'kind',
  'fileName',
  'format',
  'state',
  'refusal',
  'detail',
  'mapping',
  'asDrafts',
  'doneLines',
  'allLines',
  'round',
  'counts',
  'madeBy',
  'madeAt',
  'finishedAt',
] as const;

export async function findImport(reader: Reader, id: string): Promise<Import | undefined> {
  const row = await reader.selectFrom('imports').select(columns).where('id', '=', id).executeTakeFirst();
  return row && rowShape.parse(row);
}

/** Held until the transaction ends: of two who decide at once, the second sees what the first has decided. */
export async function holdImport(tx: Tx, id: string): Promise<Import | undefined> {
  const row = await tx.selectFrom('imports').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && rowShape.parse(row);
}

export async function fileOf(reader: Reader, id: string): Promise<Buffer | undefined> {
  return (await reader.selectFrom('imports').select('file').where('id', '=', id).executeTakeFirst())?.file;
}

/** The latest imports of the office, whoever began them. */
export async function latestImports(reader: Reader, limit: number): Promise<(Import & { by: string | null })[]> {
  const rows = await reader
    .selectFrom('imports')
    .leftJoin('people', 'people.actorId', 'imports.madeBy')
    .select(columns.map((column) => `imports.${column}` as const))
    .select('people.name as by')
    .where('imports.state', '!=', 'dropped')
    .orderBy('imports.madeAt', 'desc')
    .orderBy('imports.id')
    .limit(limit)
    .execute();
  return rows.map(({ by, ...row }) => ({ ...rowShape.parse(row), by }));
}

/** False where the same form was sent before. */
export async function insertImport(tx: Tx, made: { id: string; kind: string | null; fileName: string; file: Buffer; madeBy: string; madeAt: Date }): Promise<boolean> {
  const row = await tx
    .insertInto('imports')
    .values({ ...made, state: 'reading' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type Change = Partial<Omit<Import, 'id' | 'mapping' | 'counts'> & { mapping: Mapping; counts: Counts }>;

export async function updateImport(tx: Tx, id: string, { mapping, counts, ...change }: Change): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ ...change, ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }), ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }) })
    .where('id', '=', id)
    .execute();
}

/** What was read in long ago has served its time; what it handed in is in the revisions. */
export async function clearOldImports(tx: Tx, before: Date): Promise<void> {
  await sql`delete from import_rows where import_id in (select id from imports where made_at < ${before})`.execute(tx);
  await tx.deleteFrom('imports').where('madeAt', '<', before).execute();
}

/** A cell as it was read: its text, or why its value is not taken. */
export type KeptCell = string | { fault: 'formula' | 'error'; value: string };
export type KeptRow = { sheet: number; line: number; key: string; cells: KeptCell[] };

/** Written by `insertRows` and by nothing else; an import has half a million of them. */
const areCells = (cells: unknown): cells is KeptCell[] => Array.isArray(cells);
const keptRow = (row: { sheet: number; line: number; key: string; cells: unknown }): KeptRow => ({ ...row, cells: areCells(row.cells) ? row.cells : [] });

export async function insertRows(tx: Tx, importId: string, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (import_id, sheet, line, key, cells)
    select ${importId}, sheet, line, key, cells from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (sheet integer, line integer, key text, cells jsonb)`.execute(tx);
}

/** The lines of one sheet from a line on, in the order of the file. */
export async function rowsFrom(reader: Reader, importId: string, given: { sheet: number; from: number; limit: number }): Promise<KeptRow[]> {
  const rows = await reader
    .selectFrom('importRows')
    .select(['sheet', 'line', 'key', 'cells'])
    .where('importId', '=', importId)
    .where('sheet', '=', given.sheet)
    .where('line', '>=', given.from)
    .orderBy('line')
    .limit(given.limit)
    .execute();
  return rows.map(keptRow);
}

/** The lines of a list that belong to these records. */
export async function rowsOfRecords(reader: Reader, importId: string, given: { sheet: number; from: number; keys: readonly string[] }): Promise<KeptRow[]> {
  const { rows } = await sql<{ sheet: number; line: number; key: string; cells: unknown }>`
    select sheet, line, key, cells from import_rows
    where import_id = ${importId} and sheet = ${given.sheet} and line >= ${given.from} and key = any(${[...given.keys]}::text[]) order by line`.execute(reader);
  return rows.map(keptRow);
}

/** Whose line each is, by the column that says so; -1 where none does. */
export async function setKeys(tx: Tx, importId: string, sheet: number, column: number): Promise<void> {
  await sql`update import_rows set key = ${column === -1 ? sql`''` : sql`case jsonb_typeof(cells -> ${column}::integer) when 'string' then cells ->> ${column}::integer else '' end`}
    where import_id = ${importId} and sheet = ${sheet}`.execute(tx);
}

/** Addresses that stand on more than one line, with the first of them. */
export async function doubledKeys(reader: Reader, importId: string, given: { sheet: number; from: number; keys: readonly string[] }): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; line: number }>`
    select key, min(line) as line from import_rows
    where import_id = ${importId} and sheet = ${given.sheet} and line >= ${given.from} and key <> '' and key = any(${[...given.keys]}::text[])
    group by key having count(*) > 1`.execute(reader);
  return new Map(rows.map(({ key, line }) => [key, line]));
}

/** Lines of a list whose record is not on the main sheet. */
export async function orphans(
  reader: Reader,
  importId: string,
  given: { sheet: number; from: number; main: number; mainFrom: number; limit: number },
): Promise<{ line: number; key: string }[]> {
  const { rows } = await sql<{ line: number; key: string }>`
    select line, key from import_rows as entry
    where import_id = ${importId} and sheet = ${given.sheet} and line >= ${given.from}
      and (key = '' or not exists (select from import_rows as record where record.import_id = ${importId} and record.sheet = ${given.main} and record.line >= ${given.mainFrom} and record.key = entry.key))
    order by line limit ${given.limit}`.execute(reader);
  return rows;
}

export type Fault = { sheet: number; line: number; col: number; value: string; whatPl: string; whatEn: string };

export async function insertFaults(tx: Tx, importId: string, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  await sql`
    insert into import_faults (import_id, sheet, line, col, value, what_pl, what_en)
    select ${importId}, sheet, line, col, value, "whatPl", "whatEn"
    from jsonb_to_recordset(${JSON.stringify(faults)}::jsonb) as given (sheet integer, line integer, col integer, value text, "whatPl" text, "whatEn" text)`.execute(tx);
}

export async function faultsOf(reader: Reader, importId: string, page: { limit: number; offset: number }): Promise<Fault[]> {
  return reader
    .selectFrom('importFaults')
    .select(['sheet', 'line', 'col', 'value', 'whatPl', 'whatEn'])
    .where('importId', '=', importId)
    .orderBy('sheet')
    .orderBy('line')
    .orderBy('col')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function clearFindings(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('importFaults').where('importId', '=', importId).execute();
  await tx.deleteFrom('importRecords').where('importId', '=', importId).execute();
}

export async function clearRows(tx: Tx, importId: string): Promise<void> {
  await clearFindings(tx, importId);
  await tx.deleteFrom('importRows').where('importId', '=', importId).execute();
}
