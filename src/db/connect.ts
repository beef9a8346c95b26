import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { dbOver, type Db } from './handles.ts';
import { lending } from './prepared.ts';
import type { Tables } from './tables.ts';

/** Where a PostgreSQL server is: the folder of its socket (embedded), or an address of one's own. */
export type Server = { kind: 'socket'; folder: string; port: number; superuser: string; database: string } | { kind: 'url'; url: string };

// The same on every machine: a day stays a day, an amount stays exact, and counters are numbers as far as they are safe.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (value) => value);
types.setTypeParser(pg.types.builtins.NUMERIC, (value) => value);
types.setTypeParser(pg.types.builtins.INT8, safeInteger);

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be exact`);
  return number;
}

function poolFor(server: Server, role: 'owner' | 'app', max: number, schema?: string): pg.Pool {
  const options = [...(server.kind === 'url' && role === 'app' ? ['-c role=koga_app'] : []), ...(schema === undefined ? [] : [`-c search_path=${schema}`])].join(' ');
  const common = { max, types, application_name: 'koga', idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000, ...(options === '' ? {} : { options }) };
  const pool =
    server.kind === 'socket'
      ? new pg.Pool({ ...common, host: server.folder, port: server.port, user: role === 'owner' ? server.superuser : 'koga_app', database: server.database })
      : new pg.Pool({ ...common, connectionString: server.url });
  // A server that goes away ends idle connections with 57P01; unheard, that would end this process too. The next query opens a new one.
  pool.on('error', () => undefined);
  // So does one that is lent out, between two of its queries; whoever has it learns it from the next.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** The handle of the migrations: the owner of everything. Not for serving. */
export const connectOwner = (server: Server): Kysely<unknown> => new Kysely({ dialect: new PostgresDialect({ pool: poolFor(server, 'owner', 1) }) });

/**
 * The handle that the service works with, as the role that owns nothing. Three sessions keep two processors busy, and leave two for readers while a job
 * writes; each holds ten megabytes of memory, and a fourth answers no more pages.
 */
export function connect(server: Server, max = 3): Db {
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: lending(poolFor(server, 'app', max), { keepsPlans: server.kind === 'socket' }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return dbOver(kysely, max);
}

/** The few connections of the accounts, whose tables lie in a schema of their own and are named as their library names them. */
export function connectAccounts(server: Server, max = 3): { pool: pg.Pool; kysely: Kysely<unknown> } {
  const pool = poolFor(server, 'app', max, 'accounts');
  return { pool, kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }) };
}

/** Whether a server answers, within the pool's connect time. */
export async function reachable(server: Server): Promise<{ ok: true; version: string } | { ok: false; why: string }> {
  const pool = poolFor(server, 'owner', 1);
  try {
    const answer = await pool.query<{ server_version: string }>('show server_version');
    return { ok: true, version: answer.rows[0]?.server_version ?? '' };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  } finally {
    await pool.end();
  }
}

/** Creates a database on the embedded server where it is not there yet. */
export async function ensureDatabase(server: Extract<Server, { kind: 'socket' }>): Promise<void> {
  const pool = poolFor({ ...server, database: 'postgres' }, 'owner', 1);
  try {
    const found = await pool.query('select from pg_database where datname = $1', [server.database]);
    if (found.rowCount === 0) await pool.query(`create database ${pg.escapeIdentifier(server.database)} template template0`);
  } catch (error) {
    const createdMeanwhile = error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505');
    if (!createdMeanwhile) throw error;
  } finally {
    await pool.end();
  }
}
