import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { runDueJobs, type Handlers } from '#jobs/index.ts';
import { sendWaiting, smtpTransport } from '#mail/index.ts';
import { readConfig } from '../../src/config.ts';
import { digestJobs, planDigests } from '../../src/institution/notifications/digest-job.ts';
import { openStore } from '../../src/store.ts';

/**
 * Opens the store, is told the time on its standard input, makes the mails of that day and sends what waits until it is killed.
 * Usage: node digest-worker.js <data folder> <SMTP address>
 */
const [dataFolder = '', url = ''] = process.argv.slice(2);
const config = readConfig({ ...process.env, DATABASE_URL: '', SMTP_URL: '', KOGA_DATA: dataFolder });
if (!config.ok) throw new Error(config.detail);
const opened = await openStore(config.value, () => undefined);
if (!opened.ok) throw new Error(opened.detail);
const { db } = opened.value;
const transport = smtpTransport({ url, from: 'koga@city.example' });

/** So long the work stays between its last statement and the commit, that an accident finds it there. */
const lingerMs = 25;
const handlers: Handlers = Object.fromEntries(
  Object.entries(digestJobs({ baseUrl: 'https://koga.example', secret: 'a secret for the trial', atMost: 3 })).map(([name, work]) => [
    name,
    async (tx, payload, now) => {
      await work(tx, payload, now);
      process.stdout.write('made\n');
      await pause(lingerMs);
    },
  ]),
);

// Only now: a line that came earlier would have been lost, and waits in the pipe.
const input = createInterface({ input: process.stdin });
const told: unknown[] = await once(input, 'line');
const now = new Date(String(told[0]));
// Whoever gave the order has ended: nobody listens any more.
input.on('close', () => process.exit(3));
const making = async (): Promise<never> => {
  for (;;) {
    await planDigests(db, now);
    await runDueJobs(db, handlers, now);
    await pause(10);
  }
};
const sending = async (): Promise<never> => {
  for (;;) {
    await sendWaiting(db, transport, () => now);
    await pause(10);
  }
};
await Promise.all([making(), sending()]);
