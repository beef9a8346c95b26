import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.ts';

const root = resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);

let server: ChildProcess | null = null;
let ending = false;
let changed = true;
let wake = (): void => undefined;

/** Editors save in several steps; this long after the last of them a change counts as made. */
const calmMs = 100;

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function stopServer(): Promise<void> {
  if (!server || !isRunning(server)) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

async function buildAndStart(): Promise<void> {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('koga: the build failed; the server before it goes on.');
    return;
  }
  await stopServer();
  if (ending) return;
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'build/koga.js'), 'start', ...given], { stdio: 'inherit' });
}

function end(): void {
  ending = true;
  wake();
}

process.on('SIGINT', end).on('SIGTERM', end);
const watcher = watch(join(root, 'src'), { recursive: true }, (_event, name) => {
  if (name && /\.test\.tsx?$|~$/.test(name)) return;
  changed = true;
  wake();
});

while (!ending) {
  if (!changed) await new Promise<void>((resume) => (wake = resume));
  if (ending) break;
  await pause(calmMs);
  changed = false;
  await buildAndStart();
}
watcher.close();
await stopServer();
