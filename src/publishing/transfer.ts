import { sql } from 'kysely';
import { z } from 'zod';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Kinds } from './kind.ts';
import { isEmpty, oneAtATime } from './load.ts';
import { reproject } from './verify.ts';

/**
 * The whole store as newline-delimited JSON: first a line that names the format, then one line a row, `{"table":"revisions","row":{…}}`,
 * tables in the order below and rows by key, so that the export of an import is the same file to the last byte. Public rows are not
 * in it: they are made again from the revisions. Instants are ISO 8601 in UTC to the microsecond, as the database has them.
 */
export const formatLine = { format: 'koga-store', version: 1 } as const;

const kept = [
  { table: 'settings', key: ['name'] },
  { table: 'actors', key: ['id'] },
  { table: 'people', key: ['actor_id'] },
  { table: 'records', key: ['id'] },
  { table: 'slug_history', key: ['kind', 'slug'] },
  { table: 'revisions', key: ['record_id', 'number'] },
  { table: 'publications', key: ['id'] },
  { table: 'labels', key: ['revision_id'] },
  { table: 'changes', key: ['id'] },
  { table: 'audit', key: ['id'] },
  { table: 'feedback', key: ['id'] },
  { table: 'feedback_contacts', key: ['feedback_id', 'email'] },
  { table: 'erasures', key: ['id'] },
  { table: 'files', key: ['id'] },
] as const;

const rowsAtOnce = 500;
/** A file may be 10 MB, and twice that as text. */
const atOnceOf = (table: string): number => (table === 'files' ? 2 : rowsAtOnce);

/** Lines of an export, from one snapshot; `write` is awaited, so a slow receiver slows the reading. */
export async function exportStore(db: Db, write: (line: string) => Promise<void>): Promise<{ rows: number }> {
  return db.read(async (reader) => {
    const version = await versionLine(reader);
    await write(JSON.stringify({ ...formatLine, registerVersion: version.version, changedAt: version.changedAt }));
    let rows = 0;
    for (const { table, key } of kept)
      for (let offset = 0; ; offset += atOnceOf(table)) {
        const order = sql.join(key.map((column) => sql.ref(column)));
        const page = await sql<{
          line: string;
        }>`select row_to_json(t)::text as line from (select * from ${sql.table(table)} order by ${order} limit ${atOnceOf(table)} offset ${offset}) t`.execute(reader);
        for (const row of page.rows) await write(`{"table":${JSON.stringify(table)},"row":${row.line}}`);
        rows += page.rows.length;
        if (page.rows.length < atOnceOf(table)) break;
      }
    return { rows };
  });
}

async function versionLine(reader: Reader): Promise<{ version: number; changedAt: string }> {
  const rows = await sql<{ version: number; changed: string }>`select version, to_json(changed_at)#>>'{}' as changed from register_version`.execute(reader);
  const row = rows.rows[0];
  if (!row) throw new Error('the store has no register version');
  return { version: row.version, changedAt: row.changed };
}

const headShape = z.object({ format: z.literal('koga-store'), version: z.literal(1), registerVersion: z.int().min(0), changedAt: z.iso.datetime({ offset: true }) });
const tableNames = kept.map((one) => one.table);
const lineShape = z.object({ table: z.enum(tableNames), row: z.record(z.string(), z.unknown()) });

type ImportRefusal = 'notEmpty' | 'notAnExport' | 'badLine';

/** Restores an export into an empty store, all or nothing. `lines` may be as long as it likes: a batch at a time is held. */
export async function importStore(db: Db, kinds: Kinds, lines: AsyncIterable<string>): Promise<Outcome<{ rows: number }, ImportRefusal>> {
  try {
    return done(await db.write((tx) => restore(tx, kinds, lines)));
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal, error.detail);
    if (isDataError(error)) return refused('badLine', error.message);
    throw error;
  }
}

/** SQLSTATE classes 22 (a value is no value of its column) and 23 (it breaks a constraint): the file is wrong, not the store. */
const isDataError = (error: unknown): error is Error => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);

class Refused extends Error {
  readonly refusal: ImportRefusal;
  readonly detail: string;
  constructor(refusal: ImportRefusal, detail: string) {
    super(detail);
    this.refusal = refusal;
    this.detail = detail;
  }
}

async function restore(tx: Tx, kinds: Kinds, lines: AsyncIterable<string>): Promise<{ rows: number }> {
  await oneAtATime(tx);
  if (!(await isEmpty(tx))) throw new Refused('notEmpty', '');
  let number = 0;
  let head: z.infer<typeof headShape> | undefined;
  let batch: { table: string; rows: unknown[] } = { table: '', rows: [] };
  const flush = async (): Promise<void> => {
    if (batch.rows.length > 0)
      await sql`insert into ${sql.table(batch.table)} select * from jsonb_populate_recordset(null::${sql.table(batch.table)}, ${JSON.stringify(batch.rows)}::jsonb)`.execute(tx);
    batch = { table: '', rows: [] };
  };
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    if (!head) {
      head = readLine(headShape, line, number, 'notAnExport');
      continue;
    }
    const entry = readLine(lineShape, line, number, 'badLine');
    checkKind(kinds, entry, number);
    if (entry.table !== batch.table || batch.rows.length === atOnceOf(entry.table)) {
      await flush();
      batch.table = entry.table;
    }
    batch.rows.push(entry.row);
  }
  if (!head) throw new Refused('notAnExport', 'the file is empty');
  await flush();
  const findings = await reproject(tx, kinds);
  if (findings.length > 0) throw new Refused('badLine', findings.map((finding) => finding.where).join(', '));
  await sql`update register_version set version = ${head.registerVersion}, changed_at = ${head.changedAt}`.execute(tx);
  return { rows: number - 1 };
}

function readLine<T>(shape: z.ZodType<T>, line: string, number: number, refusal: ImportRefusal): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Refused(refusal, `line ${number} is not JSON`);
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new Refused(refusal, `line ${number}: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  return read.data;
}

/** Bodies are read through their kind's schema when the public rows are made; here only the kind itself is asked for. */
function checkKind(kinds: Kinds, entry: z.infer<typeof lineShape>, number: number): void {
  if (entry.table === 'records' && (typeof entry.row.kind !== 'string' || !kinds.find(entry.row.kind)))
    throw new Refused('badLine', `line ${number}: there is no kind of record named ${String(entry.row.kind)}`);
}
