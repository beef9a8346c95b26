import { setTimeout as wait } from 'node:timers/promises';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { chooseBinaries, type Binaries } from './binaries.ts';
import { errorCode } from './files.ts';
import { giveToAccount, initialise } from './initialise.ts';
import { connect } from './keeper.ts';
import { launch, logOf, type Launched } from './launch.ts';
import { findPlace, type Place } from './place.ts';
import { removeFromBeforeBoot } from './postmaster.ts';
import type { Refusal } from './refusal.ts';
import { running, type EmbeddedServer } from './running.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

export { explain, type Refusal } from './refusal.ts';
export type { EmbeddedServer } from './running.ts';

export type StartOptions = {
  /** The folder of the database itself. Its log lies beside it, and so do unfinished ones for a moment. */
  dataFolder: string;
  /** Where node_modules lies. */
  packageRoot: string;
  say?: (line: string) => void;
  /** KOGA_PG_BIN: the folder with postgres and initdb. */
  pgBin?: string;
  /** Where root keeps what its PostgreSQL user cannot reach in its place. */
  outside?: string;
};

/** The owner in postmaster.pid may be a zombie for a second or more, and sessions of a killed server need a moment to see it. */
const heldMs = 10_000;
/** Crash recovery of a large database takes its time. */
const startMs = 300_000;
const stillHeld = /lock file ".*" already exists|is still in use|Is another postmaster/;

/**
 * Finds the running server of this data folder or starts one. Any number of processes may do so at once: PostgreSQL itself lets one server only into a
 * data folder (postmaster.pid and shared memory), the losers find the winner's.
 */
export async function startEmbedded({ dataFolder, packageRoot, say = () => undefined, pgBin, outside = '/var/lib/koga' }: StartOptions): Promise<Outcome<EmbeddedServer, Refusal>> {
  const found = await findPlace(dataFolder, outside, say);
  if (!found.ok) return found;
  const place = found.value;

  if (place.major !== undefined) {
    const attempt = await connect(place.folder, place.account);
    if (attempt.state === 'connected') return done(running(place, attempt.keeper, undefined));
  }
  const binaries = await chooseBinaries({ packageRoot, pgBin, outside, place, say });
  if (!binaries.ok) return binaries;
  if (place.major === undefined) {
    const initialised = await initialise(place, binaries.value);
    if (!initialised.ok) return initialised;
  }
  try {
    await giveToAccount(place);
    await removeFromBeforeBoot(place.folder);
    return await launchOrAdopt(place, binaries.value, say);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ELOOP'].includes(errorCode(error))) return refused('dataFolderUnwritable', error instanceof Error ? error.message : undefined);
    throw error;
  }
}

async function launchOrAdopt(place: Place, binaries: Binaries, say: (line: string) => void): Promise<Outcome<EmbeddedServer, Refusal>> {
  const begin = Date.now();
  const log = `the log is ${logOf(place.folder)}`;
  let launched: Launched | undefined;
  let nextLaunch = begin;
  let heldSince: number | undefined;
  let failures = 0;
  let said = false;
  let socketFolder: string | undefined;
  const giveUp = async (why: string) => {
    if (socketFolder !== undefined) await removeSocketFolder(socketFolder);
    return refused<Refusal>('didNotStart', why);
  };
  for (;;) {
    const attempt = await connect(place.folder, place.account);
    if (attempt.state === 'connected') {
      const ours = launched !== undefined && launched.pid === attempt.keeper.postmaster.pid ? launched : undefined;
      return done(running(place, attempt.keeper, ours));
    }
    if (attempt.state === 'stranger') return giveUp(attempt.why);
    const now = Date.now();
    if (attempt.state === 'busy') heldSince = undefined;
    if (now - begin > startMs) return giveUp(`there was no answer for ${startMs / 1000} seconds (${log})`);
    if (now - begin > 5000 && !said) {
      said = true;
      say(`PostgreSQL is not ready yet; ${log}.`);
    }
    if (launched?.hasEnded() === true) {
      const words = await launched.lastWords();
      launched = undefined;
      nextLaunch = now + 200;
      if (stillHeld.test(words)) {
        heldSince ??= now;
        if (now - heldSince > heldMs) return giveUp(`another process holds the data folder and does not answer: ${lastFatal(words)} (${log})`);
      } else if (++failures > 1) {
        // Tried twice: a process that just stopped the server may have removed the socket folder under us.
        return giveUp(`${lastFatal(words)} (${log})`);
      }
    }
    if (launched === undefined && now >= nextLaunch) {
      socketFolder = await makeSocketFolder(place.folder, place.account);
      if (socketFolder === undefined) return giveUp('no private folder for the socket can be made in the temporary folder, see TMPDIR');
      launched = await launch(place, binaries, socketFolder);
    }
    // Every question to a server that recovers is a line in its log.
    await wait(now - begin < 1000 ? 10 : 100);
  }
}

/** PostgreSQL names the reason in the line marked FATAL and explains it in the next. */
function lastFatal(words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/^\S+ \S+ UTC \[\d+\] /, '').replaceAll(/\s+/g, ' '));
  const from = lines.findLastIndex((line) => /^(FATAL|PANIC|ERROR)/.test(line));
  return (from < 0 ? lines.slice(-1) : lines.slice(from, from + 2)).join(' ').replace(/\.$/, '') || 'it ended without a word';
}
