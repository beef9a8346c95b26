import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { newDataFolder } from '../data-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the service of the journeys answers. */
    origin: string;
    /** Its data folder, for the commands that work beside it. */
    dataFolder: string;
  }
}

export type Service = { origin: string; dataFolder: string; stop: () => Promise<void> };

/** The built service with an example city, started as a user starts it, on a free port and in a folder of its own. Passkeys need a host with a name. */
export async function startService(hostName: '127.0.0.1' | 'localhost' = '127.0.0.1', example: 'krakow' | 'nadrzecze' = 'krakow'): Promise<Service> {
  const root = resolve(import.meta.dirname, '../..');
  const folder = await newDataFolder('journeys');
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'build/koga.js'), 'start', '--example', example], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', KOGA_DATA: folder, KOGA_BASE_URL: `http://${hostName}:${port}`, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('Koga is ready')) return true;
    return false;
  })();
  if (!(await ready)) throw new Error(`the service did not start: ${said.join('')}`);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { origin: `http://${hostName}:${port}`, dataFolder: folder, stop };
}

/** One service for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, dataFolder, stop } = await startService();
  project.provide('origin', origin);
  project.provide('dataFolder', dataFolder);
  return stop;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
