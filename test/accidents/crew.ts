import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { saidShape, type Order, type Said } from './said.ts';

export type Worker = {
  /** What was heard from it so far. */
  said: Said[];
  /** Resolves when the worker has said it so many times, or when it ends without. */
  hears(what: Said['said'], times?: number): Promise<void>;
  give(order: Order): void;
  kill(): void;
  /** Resolves when it has ended and everything that it said was heard. */
  ended: Promise<void>;
  hasEnded(): boolean;
};

export type Crew = { next(): Worker; end(): Promise<void> };

/** One worker is always ahead: it loads its modules while the round before is looked at. */
export function newCrew(): Crew {
  const cache = mkdtempSync(join(tmpdir(), 'koga-accidents-cache-'));
  let waiting = newWorker(cache);
  const workers = [waiting];
  return {
    next: () => {
      const worker = waiting;
      waiting = newWorker(cache);
      workers.push(waiting);
      return worker;
    },
    end: async () => {
      for (const worker of workers) worker.kill();
      await Promise.all(workers.map((worker) => worker.ended));
      await rm(cache, { recursive: true, force: true });
    },
  };
}

function newWorker(cache: string): Worker {
  // What node makes of the modules is kept for the next worker: half of the time that each needs to begin.
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL('./worker.ts', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('the worker has no pipes');
  // To a worker that was killed nothing can be said.
  stdin.on('error', () => undefined);
  const said: Said[] = [];
  const listeners: (() => void)[] = [];
  let over = false;
  const tell = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  createInterface({ input: stdout }).on('line', (line) => {
    const heard = wholeLine(line);
    if (heard !== undefined) said.push(heard);
    tell();
  });
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      over = true;
      tell();
      done();
    });
  });
  return {
    said,
    ended,
    hasEnded: () => over,
    hears: async (what, times = 1) => {
      while (!over && said.filter((one) => one.said === what).length < times) await new Promise<void>((done) => listeners.push(done));
    },
    give: (order) => void stdin.write(`${JSON.stringify(order)}\n`),
    kill: () => void child.kill('SIGKILL'),
  };
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
