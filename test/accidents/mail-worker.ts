import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { sendWaiting, smtpTransport } from '#mail/index.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store.ts';

/** Opens the store, is told the time on its standard input, and sends what waits until it is killed. Usage: node mail-worker.ts <data folder> <SMTP address> */
const [dataFolder = '', url = ''] = process.argv.slice(2);
flushCompileCache();
const config = readConfig({ ...process.env, DATABASE_URL: '', SMTP_URL: '', KOGA_DATA: dataFolder });
if (!config.ok) throw new Error(config.detail);
const opened = await openStore(config.value, () => undefined);
if (!opened.ok) throw new Error(opened.detail);
const transport = smtpTransport({ url, from: 'koga@city.example' });
// Only now: a line that came earlier would have been lost, and waits in the pipe.
const input = createInterface({ input: process.stdin });
const told: unknown[] = await once(input, 'line');
const now = new Date(String(told[0]));
// Whoever gave the order has ended: nobody listens any more.
input.on('close', () => process.exit(3));
for (;;) {
  await sendWaiting(opened.value.db, transport, () => now);
  await pause(20);
}
