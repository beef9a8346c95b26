import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EmbeddedServer } from '#db/embedded/index.ts';
import type { Db } from '#db/handles.ts';
import { runDueJobs } from '#jobs/index.ts';
import { sendWaiting, smtpTransport } from '#mail/index.ts';
import { loadExample } from '../../src/example.ts';
import { digestJobs, planDigests } from '../../src/institution/notifications/digest-job.ts';
import { mailServer, type MailServer } from '../mail-server.ts';
import { offerBody, putOffer } from '../offer-in.ts';
import { chanceFrom, seed } from './chance.ts';
import { newInstallation, until, type Installation } from './installation.ts';

const root = resolve(import.meta.dirname, '../..');
const rounds = 24;
const readers = 12;
/** Four batches that make twelve mails, and as many that are taken. */
const steps = 16;
const start = new Date('2026-11-22T12:00:00Z');
/** Five in the morning of a day after the start. */
const morning = (day: number): Date => new Date(start.getTime() + day * 24 * 3_600_000 - 8 * 3_600_000);
const evening = (day: number): Date => new Date(morning(day).getTime() + 12 * 3_600_000);

const worker = join(root, 'build', `accident-digest-${process.pid}.js`);
let installation: Installation;
let held: EmbeddedServer;
let server: MailServer;
beforeAll(async () => {
  // Node does not read the pages' files as they are.
  await build({
    entryPoints: [fileURLToPath(new URL('./digest-worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    outfile: worker,
    logLevel: 'error',
  });
  installation = await newInstallation();
  held = await installation.holdServer();
  server = await mailServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await held.stop();
  await installation.end();
  await rm(worker, { force: true });
});

const newWorker = () => spawn(process.execPath, [worker, installation.dataFolder, server.url], { stdio: ['pipe', 'pipe', 'inherit'] });

async function subscribe(db: Db): Promise<void> {
  await db.write(async (tx) => {
    for (let number = 0; number < readers; number += 1) {
      const id = `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
      await tx
        .insertInto('subscribers')
        .values({ id, email: `osoba${number}@example.org`, lang: 'pl', confirmedAt: start, lookedOn: '2026-11-22' })
        .execute();
      await tx
        .insertInto('subscriptions')
        .values({ id, subscriberId: id, filters: '{"q":"proba"}', filtersKey: 'q=proba', rhythm: 'daily', createdAt: start, toldUntil: start })
        .execute();
    }
  });
}

/** A whole day without an accident. */
async function quietDay(db: Db, now: Date): Promise<void> {
  const jobs = digestJobs({ baseUrl: 'https://koga.example', secret: 'a secret for the trial', atMost: 3 });
  await sendWaiting(db, smtpTransport({ url: server.url, from: 'koga@city.example' }), () => now, { atMost: 1000 });
  await planDigests(db, now);
  while ((await runDueJobs(db, jobs, now)).done > 0);
  await sendWaiting(db, smtpTransport({ url: server.url, from: 'koga@city.example' }), () => now, { atMost: 1000 });
}

it('a process killed while it makes and sends the daily mails tells each reader of each offer once, and sends again only what was in its hands, under the same id', async () => {
  const chance = chanceFrom(seed);
  await installation.withStore(async ({ db }) => {
    const loaded = await loadExample(db, root, 'nadrzecze', start);
    if (!loaded.ok) throw new Error(loaded.refusal);
    await subscribe(db);
    // One is always ahead: it loads its modules while the round before is looked at.
    let waiting = newWorker();
    let known = new Set<string>();
    // One mail goes out at a time, so the last that came before a kill may not have been noted as sent. A round that ends before its turn leaves it to a later one.
    const inHands = new Set<string>();
    for (let round = 1; round <= rounds; round += 1) {
      await putOffer(db, `proba-${round}`, offerBody(`Proba numer ${round}.`), evening(round - 1));
      const before = server.taken.length;
      const victim = waiting;
      waiting = newWorker();
      const ended = once(victim, 'close');
      let made = 0;
      createInterface({ input: victim.stdout }).on('line', () => (made += 1));
      victim.stdin.write(`${morning(round).toISOString()}\n`);
      // Making and sending go on at once: the kill comes after so many of their steps, however long these take.
      const wanted = Math.floor(chance() * steps);
      await until(() => made + server.taken.length - before >= wanted || victim.exitCode !== null);
      await pause(chance() * 30);
      victim.kill('SIGKILL');
      await ended;
      // What was under way may still be arriving.
      await pause(20);
      const taken = server.taken.slice(before).map((mail) => mail.id);
      const again = taken.filter((id, index) => known.has(id) || taken.indexOf(id) < index);
      // Each kill excuses one mail, once.
      expect(
        again.filter((id) => !inHands.delete(id)),
        `seed ${seed}, round ${round}`,
      ).toEqual([]);
      for (const id of taken.slice(-1)) inHands.add(id);
      known = new Set(server.taken.map((mail) => mail.id));
    }
    waiting.kill('SIGKILL');
    // A mail that waits keeps the next one back, so what was left takes two days.
    for (const day of [1, 2, 3]) await quietDay(db, morning(rounds + day));

    const mails = new Map(server.taken.map((mail) => [mail.id, mail]));
    expect(server.taken.length - mails.size, `seed ${seed}`).toBeLessThanOrEqual(rounds);
    const told = new Map<string, number>();
    for (const { to, raw } of mails.values()) {
      const { text = '' } = await PostalMime.parse(raw);
      for (const [, number] of text.matchAll(/^• Proba numer (\d+)\.$/gm)) {
        const what = `${to[0]} ${number}`;
        told.set(what, (told.get(what) ?? 0) + 1);
      }
    }
    const wanted = Array.from({ length: rounds }, (_none, round) => Array.from({ length: readers }, (_nobody, reader) => `osoba${reader}@example.org ${round + 1}`)).flat();
    expect(
      wanted.flatMap((one) => (told.get(one) === 1 ? [] : [`${one}: ${told.get(one) ?? 0} times`])),
      `seed ${seed}`,
    ).toEqual([]);
    expect(told.size).toBe(wanted.length);
    const rows = await db.read((reader) => reader.selectFrom('mails').select(['recipient', 'createdAt', 'sentAt']).execute());
    expect(rows.filter((row) => row.sentAt === null)).toEqual([]);
    // At most one a day for each address.
    expect(new Set(rows.map((row) => `${row.recipient} ${row.createdAt.toISOString()}`)).size).toBe(rows.length);
  });
}, 240_000);
