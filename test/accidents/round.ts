import { setTimeout as pause } from 'node:timers/promises';
import { until, type Installation } from './installation.ts';
import type { Order, Said } from './said.ts';
import type { Worker } from './crew.ts';

export const victims = ['our process', 'the database server', 'both'] as const;
export type Victim = (typeof victims)[number];

/** When the kill comes: so many milliseconds after the order was given, or after the worker said something, once or more often. */
export type Moment = { after: 'order' | 'opened' | 'accepted' | 'done'; times?: number; ms: number };

export type Accident = { victim: Victim; moment: Moment; chance: () => number };

/** One accident. Answers what the worker said up to its end, as it was heard outside. */
export async function accident(worker: Worker, installation: Installation, order: Order, { victim, moment, chance }: Accident): Promise<Said[]> {
  // Where the first process is slow, dead processes wait there a second or more to be fetched, and a server that our process had started is one of them.
  // So in most rounds the server is the child of another process that uses it too and lives on.
  const held = victim === 'both' && chance() < 0.8 ? await installation.holdServer() : undefined;
  await worker.hears('ready');
  worker.give(order);
  if (moment.after !== 'order') await worker.hears(moment.after, moment.times);
  if (moment.ms > 0) await Promise.race([pause(moment.ms), worker.ended]);
  const openedBefore = worker.said.some((one) => one.said === 'opened');
  if (victim === 'our process') worker.kill();
  else if (victim === 'both') await killBoth(worker, installation, chance() < 0.5);
  else {
    await killServer(worker, installation);
    if (!openedBefore) {
      // A server that dies before it was ready is started once more; the work then begins after all.
      await worker.hears('opened');
      await Promise.race([pause(moment.ms), worker.ended]);
      await killServer(worker, installation);
    }
  }
  await worker.ended;
  await held?.stop();
  return worker.said;
}

async function killServer(worker: Worker, installation: Installation): Promise<void> {
  await until(async () => struck(await installation.postmaster()) || worker.hasEnded());
}

/** False where there was nothing to kill: a server whose work is done ends by itself, also between the look and the blow. */
export function struck(server: number | undefined): boolean {
  if (server === undefined) return false;
  try {
    return process.kill(server, 'SIGKILL');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

async function killBoth(worker: Worker, installation: Installation, serverFirst: boolean): Promise<void> {
  const server = await installation.postmaster();
  if (!serverFirst) worker.kill();
  struck(server);
  if (serverFirst) worker.kill();
}
