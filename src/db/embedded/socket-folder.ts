import { chown, lstat, mkdir, mkdtemp, realpath, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode, hashOfPath } from './files.ts';
import { firstClosedTo, type Account } from './run-as.ts';

/** PostgreSQL refuses longer socket paths: 107 bytes on Linux, 103 on macOS. */
const longestSocketPath = 103;
export const port = 5432;

/**
 * The folder is the lock on the door (the server trusts whoever reaches its socket), so it is 0700 and its owner is checked. XDG_RUNTIME_DIR is not
 * used: logging out removes it under a server that goes on running.
 */
export async function makeSocketFolder(dataFolder: string, account: Account | undefined): Promise<string | undefined> {
  const uid = process.getuid?.() ?? 0;
  const bases = account === undefined ? [tmpdir(), '/tmp'] : ['/run', tmpdir(), '/tmp'];
  for (const given of new Set(bases)) {
    const base = await realpath(given).catch(() => undefined);
    if (base === undefined || !(await nobodyElseMayRename(base)) || (await firstClosedTo(account, base)) !== undefined) continue;
    const name = `koga-${account?.uid ?? uid}-${hashOfPath(dataFolder)}`;
    if (Buffer.byteLength(join(base, `${name}-XXXXXX`, `.s.PGSQL.${port}`)) > longestSocketPath) continue;
    const folder = await makePrivate(join(base, name), account);
    if (folder !== undefined) return folder;
  }
  return undefined;
}

/** In a folder that others write to, without the sticky bit, anyone could put a folder of their own in the place of ours. */
async function nobodyElseMayRename(base: string): Promise<boolean> {
  const { mode } = await stat(base);
  return (mode & 0o022) === 0 || (mode & 0o1000) !== 0;
}

async function makePrivate(path: string, account: Account | undefined): Promise<string | undefined> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') return undefined;
  }
  // The name is taken by another user's folder, a file or a link: a random one does as well, since postmaster.pid tells others where we are.
  const folder = (await isPrivate(path, account)) ? path : await mkdtemp(`${path}-`).catch(() => undefined);
  if (folder !== undefined && account !== undefined) await chown(folder, account.uid, account.gid);
  return folder;
}

/** Asked before every connection too: a postmaster.pid left over from before a restart may name a folder that is another user's today. */
export async function isPrivate(folder: string, account: Account | undefined): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && (found.mode & 0o077) === 0 && [account?.uid, process.getuid?.()].includes(found.uid);
}

export async function removeSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
