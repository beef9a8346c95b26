import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { newDataFolder } from '../../test/data-folder.ts';

export const root = resolve(import.meta.dirname, '../..');

const usageShape = z.object({ cpuMs: z.number(), rssMb: z.number() });
export type Usage = z.infer<typeof usageShape>;

export type Service = { port: number; dataFolder: string; usage(): Promise<Usage>; stop(): Promise<void> };

const running = new Set<() => Promise<void>>();

/** A folder of one's own for the time of some work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await newDataFolder('bench');
  try {
    return await work(folder);
  } finally {
    // Where the work failed, its services still run, and in this folder.
    for (const stop of running) await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Makes a process of Node tell what it has used (usage.ts). */
export const tellingUsage = ['--import', join(import.meta.dirname, 'usage.ts')] as const;

export async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  return usageShape.parse((await answer)[0]);
}

/** Starts Koga by its own command, so with the settings that every installation has, and waits until it is ready. */
export async function startService(dataFolder: string): Promise<Service> {
  const port = await freePort();
  const [option, hook] = tellingUsage;
  const child = spawn(join(root, 'bin/start'), [], {
    env: { ...process.env, PORT: String(port), KOGA_DATA: dataFolder, DATABASE_URL: '', NODE_OPTIONS: `${option} "${hook}"` },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  // A measurement that fails leaves nothing running.
  process.once('exit', () => child.kill('SIGTERM'));
  const stop = async () => {
    running.delete(stop);
    child.kill('SIGTERM');
    await ended;
  };
  running.add(stop);
  await lineFrom(child, 'Koga is ready');
  return { port, dataFolder, usage: () => usageOf(child), stop };
}

/** Waits for a line that begins so; an end before it is a fault. */
export async function lineFrom(child: ChildProcess, beginning: string): Promise<void> {
  if (child.stdout === null) throw new Error('nothing can be read from the process');
  const lines = createInterface({ input: child.stdout });
  const { promise, resolve: found, reject } = Promise.withResolvers<void>();
  lines.on('line', (line) => line.startsWith(beginning) && found());
  lines.on('close', () => reject(new Error('the process ended before it was ready')));
  await promise;
}
