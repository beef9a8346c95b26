/**
 * How long a start takes, from the command to "Koga is ready". First: empty folder, example loaded. Later: the same folder again.
 * Promise: later starts within 1.5 s, so the ratio printed last is to stay at or below 1. Usage: node bench/start.ts [rounds]
 */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const promisedSeconds = 1.5;
const rounds = Number(process.argv[2] ?? 5);
const command = resolve(import.meta.dirname, '../bin/start');

async function secondsToReady(data: string, port: number): Promise<number> {
  const begun = performance.now();
  const child = spawn(command, [], { env: { ...process.env, PORT: String(port), KOGA_DATA: data, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let seconds: number | null = null;
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('Koga is ready')) {
      seconds = (performance.now() - begun) / 1000;
      child.kill('SIGTERM');
    }
  await ended;
  if (seconds === null) throw new Error('the service did not become ready');
  return seconds;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const first: number[] = [];
const later: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const data = await mkdtemp(join(tmpdir(), 'koga-bench-'));
  // For root, PostgreSQL runs as another account, which must get there.
  await chmod(data, 0o755);
  first.push(await secondsToReady(data, 4390 + round));
  later.push(await secondsToReady(data, 4390 + round));
  await rm(data, { recursive: true, force: true });
}
console.log(`machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${rounds} rounds, medians`);
console.log(`first start, with the example loaded: ${median(first).toFixed(2)} s`);
console.log(`later start: ${median(later).toFixed(2)} s`);
console.log(`later start / promised ${promisedSeconds} s = ${(median(later) / promisedSeconds).toFixed(2)}`);
