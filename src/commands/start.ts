import { createServer } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import type { Accounts } from '#accounts/index.ts';
import { openAccounts } from '../open-accounts.ts';
import { examples, type Example } from '../example.ts';
import { isEmpty } from '#publishing/load.ts';
import type { Config } from '../config.ts';
import { serve, type Service } from '../server.ts';
import { openStore, type Store } from '../store.ts';
import { loadBeside } from './load-beside.ts';
import { sayHowToSignIn } from './user.ts';

type Console = { say: (line: string) => void; complain: (line: string) => void };

/** Starts everything and serves until told to stop. Answers the exit code. */
export async function start(config: Config, example: Example | null, { say, complain }: Console): Promise<number> {
  // The few young objects of a service that answers from ready bytes (scripts/setup.sh keeps room for 2 MB of them) are tidied sooner by one thread than by several
  // that wait for each other: half the pause on two busy processors. A flag that a later Node no longer knows is passed over here, but not on its command line.
  setFlagsFromString('--no-parallel-scavenge');
  // Node's compressors stay until all of the heap is tidied, and each pins the piece of memory that its buffer was cut from, and with it all else that was cut
  // from there. 8 kB instead of 64 make that tidying due half as often.
  Buffer.poolSize = 8_192;
  // Asked for before anything starts: a busy port should not cost a database.
  const taken = await portTaken(config);
  if (taken !== null) {
    complain(taken);
    return 1;
  }
  const stopping = stopSignal();
  const opened = await openStore(config, say);
  if (!opened.ok) {
    complain(opened.detail ?? '');
    return 1;
  }
  const store = opened.value;
  let service: Service | null = null;
  let accounts: Accounts | null = null;
  try {
    if (example !== null) {
      const problem = await loadIfEmpty(store, example, stopping, say);
      if (problem !== null) {
        complain(problem);
        return 1;
      }
    }
    if (stopping.asked()) return 0;
    accounts = await openAccounts(store, config, complain);
    const serving = await serve(store.db, config, complain, accounts);
    if (!serving.ok) {
      complain(listenProblem(serving.refusal, config));
      return 1;
    }
    service = serving.value;
    say(`Koga is ready: ${config.listensAt}/pl`);
    await sayHowToSignIn(store.db, config, { say, complain });
    const why = await Promise.race([stopping.when, databaseGone(store)]);
    if (why === 'databaseGone') complain('PostgreSQL ended unexpectedly. Koga stops; start it again, nothing that was confirmed is lost.');
    else say('Stopping…');
    return why === 'databaseGone' ? 1 : 0;
  } finally {
    await service?.stop();
    await accounts?.close();
    await store.close();
  }
}

async function loadIfEmpty(store: Store, example: Example, stopping: Stopping, say: (line: string) => void): Promise<string | null> {
  if (!(await store.db.read(isEmpty))) return null;
  say(`Loading the example city (${example})…`);
  const { code, complaint } = await loadBeside(example, stopping.when);
  if (code === 0 || stopping.asked()) return null;
  // Another process may have loaded it in the meantime.
  if (!(await store.db.read(isEmpty))) return null;
  return complaint || 'The example could not be loaded: the process that loads it was ended. Start again; nothing was written.';
}

type Stopping = { asked: () => boolean; when: Promise<'signal'> };

/** The first signal asks for a clean end, the second ends at once. */
function stopSignal(): Stopping {
  const { promise, resolve } = Promise.withResolvers<'signal'>();
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      resolve('signal');
    });
  return { asked: () => asked, when: promise };
}

function databaseGone(store: Store): Promise<'databaseGone'> {
  const { promise, resolve } = Promise.withResolvers<'databaseGone'>();
  store.embedded?.onExit(() => resolve('databaseGone'));
  return promise;
}

function portTaken(config: Config): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(listenProblem(error.code === 'EADDRINUSE' ? 'portBusy' : error.code === 'EACCES' ? 'portForbidden' : 'hostUnavailable', config)),
    );
    probe.listen(config.port, config.host, () => probe.close(() => resolve(null)));
  });
}

function listenProblem(refusal: 'portBusy' | 'portForbidden' | 'hostUnavailable', config: Config): string {
  if (refusal === 'portBusy') return `Port ${config.port} is already in use. Stop the other program, or choose another port: PORT=${config.port + 1} ./bin/start`;
  if (refusal === 'portForbidden') return `This account may not listen on port ${config.port}. Choose a port above 1023: PORT=4300 ./bin/start`;
  return `This machine cannot listen on ${config.host}. Set HOST to one of its own addresses, such as 127.0.0.1.`;
}

export const exampleNames: readonly string[] = examples;
