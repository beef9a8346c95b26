import { chmod, cp, lstat, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { z } from 'zod';
import { errorCode, exists, removeAbandoned, unfinishedName } from './files.ts';
import { makeWay, type Account } from './run-as.ts';

const linksSchema = z.array(z.object({ source: z.string().startsWith('native/'), target: z.string().startsWith('native/') }));

/** npm carries no symbolic links, and the package's install script that makes them may be switched off. False where the folder is read-only. */
export async function makeLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = inside(native, target);
    if ((await lstat(link).catch(() => undefined)) !== undefined) continue;
    try {
      await symlink(relative(dirname(link), inside(native, source)), link);
    } catch (error) {
      const code = errorCode(error);
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

function inside(native: string, path: string): string {
  const rest = normalize(path.slice('native/'.length));
  if (rest.startsWith('..')) throw new Error(`pg-symlinks.json leads out of its package: ${path}`);
  return join(native, rest);
}

/** A copy that any account may read, made once for each version of the package. */
export async function copyNative(native: string, goal: string, account: Account | undefined): Promise<void> {
  await makeWay(dirname(goal), account);
  await removeAbandoned(goal);
  if (await exists(goal)) return;
  const unfinished = unfinishedName(goal);
  try {
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await makeLinks(unfinished);
    await rename(unfinished, goal);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error))) throw error;
  }
}

/** A package unpacked under umask 077 is closed to everyone but its owner. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
