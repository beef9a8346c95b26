import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EmbeddedServer } from '#db/embedded/index.ts';
import { enqueueMail, sendWaiting, smtpTransport } from '#mail/index.ts';
import { mailServer, type MailServer } from '../mail-server.ts';
import { chanceFrom, seed } from './chance.ts';
import { newInstallation, until, type Installation } from './installation.ts';

const rounds = 20;
const aRound = 5;
const start = new Date('2026-11-22T08:00:00Z');
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

let installation: Installation;
let held: EmbeddedServer;
let server: MailServer;
let cache: string;
beforeAll(async () => {
  installation = await newInstallation();
  held = await installation.holdServer();
  server = await mailServer();
  cache = await mkdtemp(join(tmpdir(), 'koga-accidents-cache-'));
}, 120_000);
afterAll(async () => {
  await server.stop();
  await held.stop();
  await installation.end();
  await rm(cache, { recursive: true, force: true });
});

function newWorker() {
  return spawn(process.execPath, [fileURLToPath(new URL('./mail-worker.ts', import.meta.url)), installation.dataFolder, server.url], {
    stdio: ['pipe', 'inherit', 'inherit'],
    // What node makes of the modules is kept for the next worker.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

it('a process killed while it sends loses no mail, and only the one in its hands goes again, under the same id', async () => {
  const chance = chanceFrom(seed);
  await installation.withStore(async ({ db }) => {
    // One is always ahead: it loads its modules while the round before is looked at.
    let waiting = newWorker();
    let known: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // The lease of what the round before held is over by now.
      const now = later(round * 10);
      await db.write(async (tx) => {
        for (let mail = 0; mail < aRound; mail += 1)
          await enqueueMail(tx, { to: 'ewa@office.example', subject: `Runda ${round}, ${mail}`, text: 'Treść', html: '<p>Treść</p>' }, now);
      });
      const before = server.taken.length;
      const worker = waiting;
      waiting = newWorker();
      worker.stdin.write(`${now.toISOString()}\n`);
      const ended = once(worker, 'close');
      const wanted = Math.floor(chance() * aRound);
      await until(() => server.taken.length >= before + wanted || worker.exitCode !== null);
      await pause(chance() * 12);
      worker.kill('SIGKILL');
      await ended;
      // What was under way may still be arriving.
      await pause(20);
      const taken = server.taken.slice(before).map((mail) => mail.id);
      const again = taken.filter((id) => known.includes(id));
      expect(again.length, `seed ${seed}, round ${round}`).toBeLessThanOrEqual(1);
      known = server.taken.map((mail) => mail.id);
    }
    waiting.kill('SIGKILL');
    await sendWaiting(db, smtpTransport({ url: server.url, from: 'koga@city.example' }), () => later(rounds * 10 + 60), { atMost: 1000 });
    const ids = server.taken.map((mail) => mail.id);
    const subjects = new Map(server.taken.map((mail) => [mail.id, mail.subject]));
    expect(new Set(subjects.values()).size).toBe(rounds * aRound);
    expect(subjects.size).toBe(rounds * aRound);
    // One for each kill at most.
    expect(ids.length - subjects.size).toBeLessThanOrEqual(rounds);
    const rows = await db.read((reader) => reader.selectFrom('mails').select('sentAt').execute());
    expect(rows.filter((row) => row.sentAt === null)).toEqual([]);
    expect(rows).toHaveLength(rounds * aRound);
  });
}, 180_000);
