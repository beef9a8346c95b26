/**
 * Writes src/db/tables.ts (or the file named) from a freshly migrated database, so that types never drift from SQL.
 * Usage: node scripts/generate-tables.ts [file]
 */
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { connectOwner, ensureDatabase } from '../src/db/connect.ts';
import { explain, startEmbedded } from '../src/db/embedded/index.ts';
import { migrate } from '../src/db/migrate.ts';
import { newDataFolder } from '../test/data-folder.ts';

type Column = { table_name: string; column_name: string; udt_name: string; is_nullable: 'YES' | 'NO'; column_default: string | null; is_generated: 'ALWAYS' | 'NEVER' };

const typeOf: Record<string, { select: string; insert: string }> = {
  uuid: { select: 'string', insert: 'string' },
  text: { select: 'string', insert: 'string' },
  bool: { select: 'boolean', insert: 'boolean' },
  int4: { select: 'number', insert: 'number' },
  int8: { select: 'number', insert: 'number' },
  float8: { select: 'number', insert: 'number' },
  numeric: { select: 'string', insert: 'string' },
  date: { select: 'string', insert: 'string' },
  timestamptz: { select: 'Date', insert: 'Date | string' },
  jsonb: { select: 'unknown', insert: 'string' },
  bytea: { select: 'Buffer', insert: 'Buffer' },
  _text: { select: 'string[]', insert: 'string[]' },
};

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(name).replace(/^[a-z]/, (letter) => letter.toUpperCase());

function typeFor(column: Column): string {
  if (column.is_generated === 'ALWAYS') return 'ColumnType<string, undefined, undefined>';
  const type = typeOf[column.udt_name];
  if (!type) throw new Error(`no TypeScript type is set for ${column.udt_name} (${column.table_name}.${column.column_name})`);
  const orNull = column.is_nullable === 'YES' ? ' | null' : '';
  const optional = column.column_default === null && column.is_nullable === 'NO' ? '' : ' | undefined';
  if (type.select === type.insert && orNull === '' && optional === '') return type.select;
  return `ColumnType<${type.select}${type.select === 'unknown' ? '' : orNull}, ${type.insert}${orNull}${optional}, ${type.insert}${orNull}>`;
}

async function columnsOf(owner: Kysely<unknown>): Promise<Column[]> {
  const answer = await sql<Column>`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default, c.is_generated
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
    order by c.table_name, c.ordinal_position`.execute(owner);
  return answer.rows;
}

function tablesFrom(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table_name);
  const interfaces = [...tables].map(([table, its]) => `export interface ${pascal(table)} {\n${its.map((one) => `  ${camel(one.column_name)}: ${typeFor(one)};`).join('\n')}\n}\n`);
  const all = `export interface Tables {\n${[...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)};`).join('\n')}\n}\n`;
  return `// Written by scripts/generate-tables.ts from the migrated database. Change the migrations, not this file.\nimport type { ColumnType } from 'kysely';\n\n${[...interfaces, all].join('\n')}`;
}

const folder = await newDataFolder('tables');
const server = await startEmbedded({ dataFolder: join(folder, 'db'), packageRoot: resolve(import.meta.dirname, '..') });
if (!server.ok) throw new Error(explain(server.refusal, server.detail ?? ''));
try {
  const place = { kind: 'socket', folder: server.value.host, port: server.value.port, superuser: server.value.superuser, database: 'koga' } as const;
  await ensureDatabase(place);
  const owner = connectOwner(place);
  const migrated = await migrate(owner);
  if (!migrated.ok) throw new Error(migrated.refusal);
  await writeFile(process.argv[2] ?? resolve(import.meta.dirname, '../src/db/tables.ts'), tablesFrom(await columnsOf(owner)));
  await owner.destroy();
} finally {
  await server.value.stop();
  await rm(folder, { recursive: true, force: true });
}
