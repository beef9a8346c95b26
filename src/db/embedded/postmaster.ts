import { readFileSync } from 'node:fs';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';

/** What a running server writes about itself into postmaster.pid. */
export type Postmaster = { pid: number; port: number; socketFolder: string };

/** Lines: process, data folder, start, port, first socket folder (PostgreSQL, src/include/utils/pidfile.h); a server that is just starting has fewer. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder] = text.split('\n');
  if (socketFolder === undefined || socketFolder === '') return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder };
}

/** A zombie is dead: nobody has fetched its exit status yet, which takes a second or more where init is slow or missing. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
  } catch {
    return true;
  }
}

/**
 * After a power cut the number in postmaster.pid may be that of any program of the same user, and PostgreSQL refuses to start as long as that runs. The file
 * goes only if it is older than this boot of the machine and its process does not work in the data folder, as a server always does; PostgreSQL's second
 * guard, the shared memory, stays. Where there is no /proc nothing is removed.
 */
export async function removeFromBeforeBoot(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const [pid, , start] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  if (pid === undefined || start === undefined) return;
  const slackSeconds = 60;
  if (Number(start) > Date.now() / 1000 - uptime() - slackSeconds) return;
  const worksIn = await readlink(`/proc/${Number(pid)}/cwd`).catch(() => undefined);
  if (worksIn === undefined || worksIn === (await realpath(folder))) return;
  await rm(file, { force: true });
}
