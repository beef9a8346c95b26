import { createHash, randomBytes } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './postmaster.ts';

/** A name short enough for a socket path (107 bytes) and the same in every process that means the same path. */
export const hashOfPath = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);

export const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Work in progress lies beside its goal under a name that tells whose it is, and is renamed once whole. */
export const unfinishedName = (goal: string): string => `${goal}.unfinished-${process.pid}-${randomBytes(4).toString('hex')}`;

/** Removes what processes that were killed in the middle have left; a process number given anew only delays that by an hour. */
export async function removeAbandoned(goal: string): Promise<void> {
  const prefix = `${basename(goal)}.unfinished-`;
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(dirname(goal)).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const path = join(dirname(goal), name);
    const maker = Number(name.slice(prefix.length).split('-')[0]);
    const made = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (isAlive(maker) && made > hourAgo) continue;
    // An orphaned initdb may still be writing there; what cannot be removed now is removed by the next start.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A rename is kept over a power cut only once the folder that holds the name is on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
