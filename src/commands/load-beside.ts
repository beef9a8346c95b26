import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Example } from '../example.ts';

export type LoadedBeside = { code: number | null; complaint: string };

/**
 * `koga load-example` as a process of its own that ends: reading in a whole city takes a hundred megabytes that a process does not give back, and the
 * service runs for months. Where `stop` comes first, the process is told to end; what it had begun is undone by the database.
 */
export async function loadBeside(example: Example, stop: Promise<unknown>): Promise<LoadedBeside> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'load-example', example], { stdio: ['ignore', 'ignore', 'pipe'] });
  void stop.then(() => child.kill('SIGTERM'));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('exit', resolve);
  child.once('error', () => resolve(null));
  const [code, complaint] = await Promise.all([promise, text(child.stderr)]);
  return { code, complaint: complaint.trim() };
}
