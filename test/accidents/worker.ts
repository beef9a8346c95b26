import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { readConfig } from '../../src/config.ts';
import { openStore, type Store } from '../../src/store.ts';
import { fill } from './filling.ts';
import { doJobsWithoutEnd } from './jobs-work.ts';
import { publishWithoutEnd } from './publishing-work.ts';
import { orderShape, type Order, type Said } from './said.ts';

/** Writing to a pipe is synchronous on POSIX: what was said is outside, whatever happens to this process next. */
const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

const words = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

async function work(store: Store, order: Order): Promise<void> {
  try {
    if (order.work === 'publish') return await publishWithoutEnd(store.db, say);
    if (order.work === 'wait for the time') return await doJobsWithoutEnd(store.db, say);
    const why = await fill(store, order.work, order.exports);
    say(why === null ? { said: 'done' } : { said: 'refused', why });
  } catch (error) {
    say({ said: 'failed', why: words(error) });
  }
}

async function obey(order: Order): Promise<void> {
  const config = readConfig({ ...process.env, DATABASE_URL: '', KOGA_DATA: order.dataFolder });
  if (!config.ok) return say({ said: 'failed', why: config.detail ?? '' });
  const opened = await openStore(config.value, () => undefined);
  if (!opened.ok) return say({ said: 'failed', why: opened.detail ?? '' });
  say({ said: 'opened' });
  await work(opened.value, order);
  await opened.value.close();
}

const input = createInterface({ input: process.stdin });
// Written at the end of a process otherwise, and most of these are killed.
flushCompileCache();
say({ said: 'ready' });
const line: unknown[] = await once(input, 'line');
// Whoever gave the order has ended: nobody listens any more.
input.on('close', () => process.exit(3));
try {
  await obey(orderShape.parse(JSON.parse(String(line[0]))));
  process.exit(0);
} catch (error) {
  say({ said: 'failed', why: words(error) });
  process.exit(1);
}
