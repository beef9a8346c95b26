import { readlinkSync, realpathSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded, type EmbeddedServer } from '#db/embedded/index.ts';
import { isAlive, readPostmaster } from '#db/embedded/postmaster.ts';
import { packageRoot, readConfig } from '../../src/config.ts';
import { openStore, type Store } from '../../src/store.ts';
import { newDataFolder } from '../data-folder.ts';

const database = 'koga';
const migrated = 'koga_migrated';

/** A data folder that lives through all rounds of one kind of accident. */
export type Installation = {
  dataFolder: string;
  /** The next start, as every command makes it. It ends with the work. */
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Puts an empty database in the place of this one: migrated already, or not even made. */
  renew(store: Store, state: 'migrated' | 'missing'): Promise<void>;
  /** The process number of the server, where one runs. */
  postmaster(): Promise<number | undefined>;
  /** This process uses the server too, and is its parent where it did not run before. */
  holdServer(): Promise<EmbeddedServer>;
  end(): Promise<void>;
};

export async function newInstallation(): Promise<Installation> {
  const dataFolder = await newDataFolder('accidents', await quickFolder());
  const config = readConfig({ ...process.env, DATABASE_URL: '', KOGA_DATA: dataFolder });
  if (!config.ok) throw new Error(config.detail);

  async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    if (!config.ok) throw new Error(config.detail);
    const opened = await openStore(config.value, () => undefined);
    if (!opened.ok) throw new Error(opened.detail);
    try {
      return await work(opened.value);
    } finally {
      await opened.value.close();
    }
  }

  let folder = join(dataFolder, 'db');
  await withStore(async (store) => {
    folder = store.embedded?.folder ?? folder;
    await store.db.close();
    await asOwner(store, [`create database ${migrated} template ${database}`]);
  });

  /** Only a server that works in this folder: the number may be another program's by now. */
  async function postmaster(): Promise<number | undefined> {
    const found = await readPostmaster(folder);
    if (found === undefined || !isAlive(found.pid)) return undefined;
    const worksIn = workingFolder(found.pid);
    return worksIn === undefined || worksIn === realpathSync(folder) ? found.pid : undefined;
  }

  async function end(): Promise<void> {
    const left = await readPostmaster(folder);
    const pid = await postmaster();
    if (pid !== undefined) {
      process.kill(pid, 'SIGQUIT');
      await until(() => !isAlive(pid));
    }
    if (left !== undefined) await rm(left.socketFolder, { recursive: true, force: true });
    for (const each of new Set([dataFolder, dirname(folder)])) await rm(each, { recursive: true, force: true, maxRetries: 5 });
  }

  return {
    dataFolder,
    withStore,
    renew: async (store, state) => {
      await store.db.close();
      await asOwner(store, [`drop database ${database} with (force)`, ...(state === 'migrated' ? [`create database ${database} template ${migrated}`] : [])]);
    },
    postmaster,
    holdServer: async () => {
      const { dataFolder: data, pgBin } = config.value;
      const started = await startEmbedded({ dataFolder: join(data, 'db'), packageRoot, ...(pgBin === null ? {} : { pgBin }) });
      if (!started.ok) throw new Error(started.detail);
      return started.value;
    },
    end,
  };
}

/**
 * In memory, where there is room: what is killed with -9 loses nothing that it had given to the system, so a disk would only make it slow (after a kill
 * PostgreSQL brings each of its two thousand files to the disk before it begins to recover).
 */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm';
  const roomNeeded = 3 * 1024 ** 3;
  const found = await statfs(memory).catch(() => undefined);
  return found !== undefined && found.bavail * found.bsize > roomNeeded ? memory : tmpdir();
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

async function asOwner({ embedded }: Store, statements: string[]): Promise<void> {
  if (embedded === null) throw new Error('only the embedded server is killed');
  const client = new pg.Client({ host: embedded.host, port: embedded.port, user: embedded.superuser, database: 'postgres' });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); await pause(2)) if (Date.now() > end) throw new Error('it never came');
}
