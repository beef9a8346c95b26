import { spawn } from 'node:child_process';
import { open, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { asAccount } from './run-as.ts';
import { port } from './socket-folder.ts';

/** Given at every start, so that a database brought from elsewhere obeys them too. Durable first, small second: a machine of 2 GB is enough. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  shared_buffers: '20MB',
  // All of it lies in memory, where a page anywhere costs what the next one does: looking up by an index beats reading a table from the middle sizes on.
  random_page_cost: '1.1',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_connections: '50',
  // Nothing here works in parallel or copies itself elsewhere: processes that would wait for it are not started.
  max_logical_replication_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  max_wal_size: '256MB',
  huge_pages: 'off',
  jit: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_messages: 'C',
};

/** From 18 on PostgreSQL keeps three processes that only read ahead; the register fits into memory. */
const settingsFrom18: Record<string, string> = { io_method: 'sync' };

/** For glibc: what a session frees after a large query goes back to the system instead of staying with the session. */
const givingBack = { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' };

const largestLog = 5 * 1024 * 1024;

/** One attempt to start the server: its process, and what it said since. */
export type Launched = { pid: number | undefined; hasEnded(): boolean; whenEnded(listener: () => void): void; lastWords(): Promise<string> };

export const logOf = (folder: string): string => join(dirname(folder), `${basename(folder)}.log`);

export async function launch({ folder, account }: Place, { bin, major }: Binaries, socketFolder: string): Promise<Launched> {
  const log = logOf(folder);
  const handle = await open(log, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  try {
    const found = await handle.stat();
    if (found.size > largestLog) await handle.truncate();
    // A new log goes to the owner of the data, who may start the server without root next time; never another's file that is only linked here.
    if (account !== undefined && found.size === 0 && found.nlink === 1) await handle.chown(account.uid, account.gid);
    const { size: begin } = await handle.stat();
    const flags = Object.entries({ ...settings, ...(major >= 18 ? settingsFrom18 : {}), port: String(port), unix_socket_directories: socketFolder }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    // A session of its own: Ctrl-C in a terminal reaches us alone, and the server is stopped in order.
    const child = spawn(join(bin, 'postgres'), ['-D', folder, ...flags], {
      ...asAccount(account),
      cwd: '/',
      detached: true,
      env: { LC_ALL: 'C', ...givingBack },
      stdio: ['ignore', handle.fd, handle.fd],
    });
    child.unref();
    let failure = '';
    let ended = false;
    const listeners: (() => void)[] = [];
    const end = () => {
      ended = true;
      for (const listener of listeners.splice(0)) listener();
    };
    child.on('error', (error) => {
      failure = error.message;
      end();
    });
    child.on('exit', end);
    return {
      pid: child.pid,
      hasEnded: () => ended,
      whenEnded: (listener) => (ended ? listener() : listeners.push(listener)),
      lastWords: async () => failure || (await readFrom(log, begin)),
    };
  } finally {
    await handle.close();
  }
}

async function readFrom(log: string, begin: number): Promise<string> {
  const { size } = await stat(log);
  const start = Math.max(begin, size - 4096);
  if (size <= start) return '';
  const handle = await open(log, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await handle.close();
  }
}
