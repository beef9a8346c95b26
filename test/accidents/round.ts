import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { until, type Installation } from './installation.ts';
import { saidShape, type Order, type Said } from './said.ts';

export const victims = ['our process', 'the database server', 'both'] as const;
export type Victim = (typeof victims)[number];

/** When the kill comes: so many milliseconds after the order, or after the store was open. */
export type Moment = { after: 'order' | 'opening'; ms: number };

export type Worker = {
  said: Said[];
  /** Resolves when the worker says it, or when it ends without. */
  hears(what: Said['said']): Promise<void>;
  give(order: Order): void;
  kill(): void;
  ended: Promise<void>;
  hasEnded(): boolean;
  pid: number;
};

const workers = new Set<Worker>();

/** Loads its modules at once and waits for the order. */
export function newWorker(): Worker {
  const child: ChildProcess & { pid?: number } = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { pid, stdin, stdout } = child;
  if (pid === undefined || stdin === null || stdout === null) throw new Error('the worker cannot be started');
  // To a worker that was killed nothing can be said.
  stdin.on('error', () => undefined);
  const said: Said[] = [];
  let listeners: (() => void)[] = [];
  let over = false;
  const tell = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  createInterface({ input: stdout }).on('line', (line) => {
    const heard = wholeLine(line);
    if (heard !== undefined) said.push(heard);
    tell();
  });
  const ended = once(child, 'close').then(() => {
    over = true;
    workers.delete(worker);
    tell();
  });
  const worker: Worker = {
    pid,
    said,
    ended,
    hasEnded: () => over,
    hears: async (what) => {
      while (!over && !said.some((one) => one.said === what)) await new Promise<void>((done) => listeners.push(done));
    },
    give: (order) => void stdin.write(`${JSON.stringify(order)}\n`),
    kill: () => void child.kill('SIGKILL'),
  };
  workers.add(worker);
  return worker;
}

/** The last line of a killed worker may be cut: what it tells was never told. */
function wholeLine(line: string): Said | undefined {
  try {
    return saidShape.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export async function endWorkers(): Promise<void> {
  for (const worker of workers) worker.kill();
  await Promise.all([...workers].map((worker) => worker.ended));
}

/** One accident. Answers what the worker said up to its end, as it was heard outside. */
export async function accident(worker: Worker, installation: Installation, order: Order, victim: Victim, moment: Moment, serverFirst: boolean): Promise<Said[]> {
  await worker.hears('ready');
  worker.give(order);
  if (moment.after === 'opening') await worker.hears('opened');
  await Promise.race([pause(moment.ms), worker.ended]);
  if (victim === 'our process') worker.kill();
  else {
    let server = await installation.postmaster();
    if (victim === 'the database server')
      await until(async () => {
        server ??= await installation.postmaster();
        return server !== undefined || worker.hasEnded();
      });
    if (victim === 'both' && !serverFirst) worker.kill();
    if (server !== undefined) process.kill(server, 'SIGKILL');
    if (victim === 'both' && serverFirst) worker.kill();
  }
  await Promise.race([worker.ended, tooLong(worker)]);
  return worker.said;
}

/** Whatever became of its database, a process comes to an end and says how. */
async function tooLong(worker: Worker): Promise<never> {
  await pause(30_000, undefined, { ref: false });
  throw new Error(`the worker did not end; it said ${JSON.stringify(worker.said.slice(-5))}`);
}
