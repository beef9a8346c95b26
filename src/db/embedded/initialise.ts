import { execFile } from 'node:child_process';
import { chown, lchown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Binaries } from './binaries.ts';
import { errorCode, exists, removeAbandoned, syncFolder, unfinishedName } from './files.ts';
import { superuser } from './keeper.ts';
import type { Place } from './place.ts';
import type { Refusal } from './refusal.ts';
import { asAccount, makeWay } from './run-as.ts';

/**
 * The same letters and the same order on every machine: the built-in provider, whose C.UTF-8 is part of PostgreSQL, from 17 on, the C library's C.UTF-8
 * before. LC_CTYPE stays UTF-8 as well, or pg_trgm drops Polish letters; macOS calls that one "UTF-8".
 */
function localeFlags(major: number): string[] {
  const utf8 = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8';
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${utf8}`] : ['--locale=C', `--lc-ctype=${utf8}`];
}

/**
 * Made beside its goal and renamed once whole: a process killed in the middle leaves nothing half, and of two that begin at once one wins and the other
 * takes the winner's, since no folder can be renamed over one that is not empty.
 */
export async function initialise({ folder, account }: Place, { bin, major }: Binaries): Promise<Outcome<void, Refusal>> {
  const unfinished = unfinishedName(folder);
  try {
    await makeWay(dirname(folder), account);
    await removeAbandoned(folder);
    await mkdir(unfinished, { mode: 0o700 });
    if (account !== undefined) await chown(unfinished, account.uid, account.gid);
  } catch (error) {
    return refused('dataFolderUnwritable', `nothing can be written in ${dirname(folder)} (${errorCode(error)})`);
  }
  try {
    const flags = ['-D', unfinished, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', ...localeFlags(major), '--lc-messages=C', '--no-instructions'];
    await promisify(execFile)(join(bin, 'initdb'), flags, { ...asAccount(account), cwd: '/', env: { LC_ALL: 'C' } });
    await rename(unfinished, folder);
    await syncFolder(dirname(folder));
    return done(undefined);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const code = errorCode(error);
    if (['EEXIST', 'ENOTEMPTY'].includes(code) && (await exists(join(folder, 'PG_VERSION')))) return done(undefined);
    if (['EBUSY', 'EXDEV'].includes(code)) return refused('dataFolderUnwritable', `${folder} is where a volume is mounted, a folder inside it is needed`);
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) return refused('dataFolderUnwritable', `${folder} cannot be written (${code})`);
    return refused('didNotStart', `initdb failed (${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : ''})`);
  }
}

/** A database brought back by root from a copy belongs to root; PostgreSQL refuses it until it belongs to its own user. */
export async function giveToAccount({ folder, account }: Place): Promise<void> {
  if (account === undefined || (await stat(folder)).uid !== 0) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  await chown(folder, account.uid, account.gid);
}
