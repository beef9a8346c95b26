/**
 * How long a start takes, from the command to "Koga is ready". Cold: empty folder, the example is loaded. Warm: the same folder again.
 * Usage: node bench/start.ts [rounds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { machine, median, promise } from './apparatus/figures.ts';
import { freePort, inFolder, lineFrom, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);

async function secondsToReady(data: string): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(join(root, 'bin/start'), [], { env: { ...process.env, PORT: String(port), KOGA_DATA: data, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await lineFrom(child, 'Koga is ready');
  const seconds = (performance.now() - begun) / 1000;
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

const first: number[] = [];
const later: number[] = [];
for (let round = 0; round < rounds; round += 1)
  await inFolder(async (folder) => {
    first.push(await secondsToReady(folder));
    later.push(await secondsToReady(folder));
  });
console.log(machine(rounds));
console.log(`cold, first start with the example loaded: ${median(first).toFixed(2)} s`);
promise('warm, later start', median(later), 's', { atMost: 1.5 });
