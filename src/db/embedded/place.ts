import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { errorCode, exists, hashOfPath } from './files.ts';
import { chooseAccount, firstClosedTo, type Account } from './run-as.ts';
import type { Refusal } from './refusal.ts';

/** Where the database really is, who runs it, and what is in it: the major version of the database, or nothing yet. */
export type Place = { folder: string; account: Account | undefined; major: number | undefined };

/**
 * As root PostgreSQL runs under another account. Where that account may not pass a folder above the data (a checkout under a home that is 0700), the data
 * lies outside, and stays there afterwards: opening the home later must not make an empty database appear.
 */
export async function findPlace(dataFolder: string, outside: string, say: (line: string) => void): Promise<Outcome<Place, Refusal>> {
  const asked = await realOrNear(resolve(dataFolder));
  const away = join(outside, hashOfPath(asked), 'postgres');
  const here = await look(asked);
  if (!here.ok) return here;

  if (here.value === undefined && (await exists(away))) {
    const there = await look(away);
    if (!there.ok) return there;
    if (there.value !== undefined) {
      say(`The database of ${asked} is kept in ${away}.`);
      return done({ folder: away, account: await chooseAccount(away), major: there.value });
    }
  }
  const account = await chooseAccount(asked);
  const closed = await firstClosedTo(account, dirname(asked));
  if (account === undefined || closed === undefined) return done({ folder: asked, account, major: here.value });
  if (here.value !== undefined) return refused('dataFolderUnwritable', `${asked} holds a database, and the user ${account.name}, as whom PostgreSQL runs, may not pass ${closed}`);
  const closedAway = await firstClosedTo(account, away);
  if (closedAway !== undefined) return refused('dataFolderUnwritable', `the user ${account.name}, as whom PostgreSQL runs, may pass neither ${closed} nor ${closedAway}`);
  say(`PostgreSQL does not run as root, and the user ${account.name} may not pass ${closed}: the database is kept in ${away} and not in ${asked}.`);
  return done({ folder: away, account, major: undefined });
}

async function realOrNear(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realOrNear(parent), basename(path));
  }
}

async function look(folder: string): Promise<Outcome<number | undefined, Refusal>> {
  try {
    const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (version !== undefined) return await owned(folder, Number.parseInt(version, 10));
    const names = await readdir(folder);
    return names.length === 0
      ? done(undefined)
      : refused('notADataFolder', `${folder} contains ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}, and no PG_VERSION`);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return done(undefined);
    if (code === 'ENOTDIR')
      return (await stat(folder).catch(() => undefined))?.isFile()
        ? refused('notADataFolder', `${folder} is a file`)
        : refused('dataFolderUnwritable', `a part of the path ${folder} is not a folder`);
    return refused('dataFolderUnwritable', `${folder} cannot be read (${code})`);
  }
}

/** PostgreSQL insists that the folder belongs to the user that it runs as; root may run as whoever owns it. */
async function owned(folder: string, major: number): Promise<Outcome<number | undefined, Refusal>> {
  if (Number.isNaN(major)) return refused('notADataFolder', `the file PG_VERSION in ${folder} names no version`);
  const me = process.getuid?.();
  const { uid } = await stat(folder);
  return me === undefined || me === 0 || uid === me
    ? done(major)
    : refused('dataFolderUnwritable', `${folder} belongs to the user number ${uid}, this process runs as number ${me}`);
}
