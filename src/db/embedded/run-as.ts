import { chmod, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The account that PostgreSQL runs as where that is not our own: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number; name: string };

const nobody: Account = { uid: 65534, gid: 65534, name: 'nobody' };

/** A database that exists keeps its owner, so that a checkout used as root once still opens for the person whose it is. */
export async function chooseAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  const accounts = await readAccounts();
  if (owner !== undefined && owner.uid !== 0 && (await stat(`${dataFolder}/PG_VERSION`).catch(() => undefined)) !== undefined) {
    return { uid: owner.uid, gid: owner.gid, name: accounts.find(({ uid }) => uid === owner.uid)?.name ?? `uid ${owner.uid}` };
  }
  const named = (name: string) => accounts.find((account) => account.name === name && account.uid > 0);
  return named('postgres') ?? named('nobody') ?? nobody;
}

async function readAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name === undefined || uid === undefined || gid === undefined ? [] : [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}

/** What spawn needs to run as that account. */
export const asAccount = (account: Account | undefined): { uid?: number; gid?: number } => (account === undefined ? {} : { uid: account.uid, gid: account.gid });

/**
 * The first folder or file on the way to a path that the account may not pass, or undefined. Parts that do not exist yet are ours to make.
 * Reads the mode bits alone: node drops the supplementary groups of a process that it starts under another uid.
 */
export async function firstClosedTo(account: Account | undefined, path: string): Promise<string | undefined> {
  if (account === undefined) return undefined;
  const real = await nearestReal(path);
  const way = [real];
  for (let folder = dirname(real); folder !== way[0]; folder = dirname(folder)) way.unshift(folder);
  for (const step of way) {
    const { mode, uid, gid } = await stat(step);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return step;
  }
  return undefined;
}

async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : nearestReal(parent);
  }
}

/** Makes the folders that are missing, passable for the account whatever our umask is. */
export async function makeWay(path: string, account: Account | undefined): Promise<void> {
  const topmost = await mkdir(path, { recursive: true });
  if (topmost === undefined || account === undefined) return;
  for (let folder = path; folder.length >= topmost.length; folder = dirname(folder)) await chmod(folder, 0o755);
}
