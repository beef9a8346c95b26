import { setTimeout as wait } from 'node:timers/promises';
import { connect, isLastOut, superuser, type Keeper } from './keeper.ts';
import type { Launched } from './launch.ts';
import type { Place } from './place.ts';
import { isAlive } from './postmaster.ts';
import { removeSocketFolder } from './socket-folder.ts';

export type EmbeddedServer = {
  /** The folder of the unix socket, which pg takes for a host. */
  host: string;
  port: number;
  superuser: string;
  major: number;
  /** The server was running already: of another process, or left by one that died. */
  adopted: boolean;
  /** Where the database really is: not always where it was asked for. */
  folder: string;
  /** Close your pools first. The last process that uses the server stops it, whoever started it; the others only leave. */
  stop(): Promise<void>;
  /** Called once if the server ends though nobody here stopped it. */
  onExit(listener: () => void): void;
};

const fastShutdownMs = 20_000;
const immediateShutdownMs = 10_000;

export function running(place: Place, first: Keeper, launched: Launched | undefined): EmbeddedServer {
  const { pid, port, socketFolder } = first.postmaster;
  const listeners: (() => void)[] = [];
  let keeper: Keeper | undefined;
  let gone = false;
  let stopped: Promise<void> | undefined;

  function tellGone(): void {
    if (gone || stopped !== undefined) return;
    gone = true;
    for (const listener of listeners.splice(0)) listener();
  }

  function keep(next: Keeper): void {
    keeper = next;
    next.socket.unref();
    next.client.once('end', () => {
      keeper = undefined;
      if (stopped === undefined) void comeBack();
    });
  }

  /** A connection may end and the server live on: it starts its sessions afresh when one of them crashes. */
  async function comeBack(): Promise<void> {
    while (isAlive(pid) && stopped === undefined) {
      const attempt = await connect(place.folder, place.account);
      if (attempt.state === 'connected') {
        if (attempt.keeper.postmaster.pid === pid && stopped === undefined) return keep(attempt.keeper);
        await attempt.keeper.client.end();
        break;
      }
      await wait(50, undefined, { ref: false });
    }
    tellGone();
  }

  async function leave(): Promise<void> {
    if (gone) return;
    keeper ??= await reach();
    keeper?.socket.ref();
    try {
      if (keeper !== undefined && !(await isLastOut(keeper))) return;
      // Without an answer from it only the one who started a server may end it.
      if (keeper === undefined && (launched === undefined || launched.hasEnded())) return;
      await shutDown(pid);
      await removeSocketFolder(socketFolder);
    } catch (error) {
      // A killed server closes its connections a moment before it is gone.
      if (!(await endsWithin(pid, 1000))) throw error;
    } finally {
      await keeper?.client.end().catch(() => undefined);
    }
  }

  async function reach(): Promise<Keeper | undefined> {
    for (const end = Date.now() + 5000; isAlive(pid) && Date.now() < end; await wait(20)) {
      const attempt = await connect(place.folder, place.account);
      if (attempt.state === 'connected') return attempt.keeper;
    }
    return undefined;
  }

  keep(first);
  launched?.whenEnded(tellGone);
  return {
    host: socketFolder,
    port,
    superuser,
    major: first.major,
    adopted: launched === undefined,
    folder: place.folder,
    stop: () => (stopped ??= leave()),
    onExit: (listener) => (gone ? listener() : listeners.push(listener)),
  };
}

/** SIGINT is the fast shutdown: sessions end, everything is written. SIGQUIT, the immediate one, makes the next start recover. */
async function shutDown(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  if (await endsWithin(pid, fastShutdownMs)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await endsWithin(pid, immediateShutdownMs))) throw new Error(`PostgreSQL (process ${pid}) does not end`);
}

async function endsWithin(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; isAlive(pid); await wait(10)) if (Date.now() > end) return false;
  return true;
}
