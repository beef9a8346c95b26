import { realpath } from 'node:fs/promises';
import { Socket } from 'node:net';
import { Client, DatabaseError } from 'pg';
import { readPostmaster, type Postmaster } from './postmaster.ts';
import type { Account } from './run-as.ts';
import { isPrivate } from './socket-folder.ts';

export const superuser = 'koga';

/**
 * Every process that uses the server keeps one connection open and with it a shared advisory lock in the database "postgres". The last one out, which
 * alone gets the exclusive lock, stops the server. Unlike a lock file this lock ends with its process, however that ends.
 */
const inUse = 0x4b4f4741;

export type Keeper = { client: Client; socket: Socket; postmaster: Postmaster; major: number };

export type Attempt =
  | { state: 'connected'; keeper: Keeper }
  /** Nothing answers: no server, or one that does not listen yet. */
  | { state: 'silent' }
  /** A server is there, recovering or shutting down. */
  | { state: 'busy' }
  /** A server is there that is not one of ours. */
  | { state: 'stranger'; why: string };

const cannotConnectNow = '57P03';
const tooManyConnections = '53300';
const endedByTheServer = /^(57P0|08)/;

export async function connect(folder: string, account: Account | undefined): Promise<Attempt> {
  const postmaster = await readPostmaster(folder);
  if (postmaster === undefined || !(await isPrivate(postmaster.socketFolder, account))) return { state: 'silent' };
  const socket = new Socket();
  const client = new Client({
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: superuser,
    database: 'postgres',
    application_name: 'koga keeper',
    ssl: false,
    connectionTimeoutMillis: 5000,
    stream: () => socket,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Waits while a process that leaves holds the exclusive lock: either it lets go, or the server ends and so does this connection.
    await client.query('select pg_advisory_lock_shared($1)', [inUse]);
    const { rows } = await client.query<{ folder: string; version: string }>(
      `select current_setting('data_directory') as folder, current_setting('server_version_num') as version`,
    );
    const [row] = rows;
    if (row === undefined || (await realpath(row.folder)) !== (await realpath(folder))) {
      await client.end();
      return { state: 'stranger', why: `the server at ${postmaster.socketFolder} does not serve ${folder}` };
    }
    return { state: 'connected', keeper: { client, socket, postmaster, major: Math.floor(Number(row.version) / 10_000) } };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (!(error instanceof DatabaseError)) return { state: 'silent' };
    const code = error.code ?? '';
    if (code === cannotConnectNow || code === tooManyConnections) return { state: 'busy' };
    return endedByTheServer.test(code) ? { state: 'silent' } : { state: 'stranger', why: error.message };
  }
}

/** True when no other process uses the server; new ones then wait until this connection ends. */
export async function isLastOut({ client }: Keeper): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [inUse]);
  const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [inUse]);
  return rows[0]?.last === true;
}
