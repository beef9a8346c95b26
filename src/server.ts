import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { forgetTries, type Accounts } from '#accounts/index.ts';
import { dayAt, type Day } from '#basics/day.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db } from '#db/handles.ts';
import { registerState } from '#publishing/register-state.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createFront } from '#web/front.ts';
import { close, listen, type ListenRefusal } from '#web/listen.ts';
import type { Asset } from '#web/page.ts';
import { createApp, methodsOf } from './app.tsx';
import { forgetOldApplications } from '#offers/index.ts';
import { forgetSenders } from './feedback/index.ts';
import { packageRoot, type Config } from './config.ts';
import { startLinkCheck } from './run-links.ts';
import { outboxOf, startMail } from './run-mail.ts';
import { allJobs } from './job-handlers.ts';
import { startIntake } from './run-intake.ts';
import { startJobs } from './run-jobs.ts';
import { startReports } from './run-reports.ts';
import { installationSecret } from './secret.ts';

export type Service = { port: number; stop(): Promise<void> };

/** Serves a store: front, app, and the watch over the register version that tells when kept pages are old. */
export async function serve(db: Db, config: Config, log: (line: string) => void, accounts?: Accounts): Promise<Outcome<Service, ListenRefusal>> {
  const folder = join(packageRoot, 'build');
  useAssets(join(folder, 'assets'));
  const build = (await readFile(join(folder, 'build-id.txt'), 'utf8')).trim();
  const versionKey = (version: number, day: Day): string => `${version}.${day}.${build}`;
  const watch = await watchVersion(db, versionKey);
  const forgetting = setInterval(
    () =>
      void Promise.all([forgetSenders(db, new Date()), forgetOldApplications(db, new Date()), accounts === undefined ? null : forgetTries(accounts)]).catch((error: unknown) =>
        log(String(error)),
      ),
    forgetEveryMs,
  );
  const secret = accounts?.secret ?? (await installationSecret(config));
  const app = createApp({
    db,
    baseUrl: config.baseUrl,
    now: () => new Date(),
    versionKey,
    ready: async () => watch.answers(),
    securityContact: config.securityContact,
    accounts,
    outbox: outboxOf(config),
    secret,
  });
  const server = createFront({
    handle: async (request, reader) => {
      const response = await app.fetch(request, reader);
      // Who has just published is led on to a page: it must not be one that was kept before.
      if (request.method !== 'GET') await watch.look();
      return response;
    },
    version: watch.versionKey,
    assets: await readAssets(join(folder, 'assets')),
    allow: methodsOf,
    baseUrl: config.baseUrl,
    proxies: config.proxies,
    maxBodyBytes,
    log,
  });
  const listening = await listen(server, config.port, config.host);
  if (!listening.ok) {
    clearInterval(forgetting);
    watch.stop();
    return refused(listening.refusal, listening.detail);
  }
  const jobs = startJobs(db, allJobs({ baseUrl: config.baseUrl, secret }), log);
  const [mail, links, reports] = [startMail(db, config, log), startLinkCheck(db, config, log), startReports(db, log)];
  const intake = startIntake(db, config, log);
  return done({
    port: listening.value.port,
    async stop() {
      clearInterval(forgetting);
      await Promise.all([jobs.stop(), mail.stop(), links.stop(), reports.stop(), intake.stop()]);
      watch.stop();
      await close(server);
    },
  });
}

/** Long records of the office, and files beside them; everybody else sends a short form at most. */
function maxBodyBytes(path: string): number {
  if (['/office/files', '/office/spreadsheets/imports', '/office/reconciliation', '/office/intake'].includes(path)) return 11 * 1_048_576;
  if (takesPapers.test(path)) return 56 * 1_048_576;
  return path.startsWith('/office/') ? 4 * 1_048_576 : 1_048_576;
}

/** An application with its files, or its endorsement. */
const takesPapers = /^\/(?:pl\/instytucja\/zgloszenia\/[^/]+|en\/institution\/applications\/[^/]+|office\/applications\/[^/]+\/step)$/;

/** Hashes of senders' addresses serve the limits only and are gone within a day and this time. */
const forgetEveryMs = 3_600_000;

/** Another process may publish, and days end: both are seen within this time. */
const pollMs = 500;

async function watchVersion(db: Db, keyOf: (version: number, day: Day) => string) {
  let seen = { version: 0, timeZone: 'UTC', look: 0 };
  // Made here and not where it is asked for, which is with every request.
  let key = '';
  const keep = () => {
    key = keyOf(seen.version, dayAt(new Date(), seen.timeZone));
  };
  let answers = true;
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    const own = looks;
    try {
      const { version, city } = await db.read(registerState);
      // Of two at a time the one that began later counts, whichever comes back first.
      if (own > seen.look) seen = { version, timeZone: city?.timeZone ?? 'UTC', look: own };
      answers = true;
    } catch {
      // Kept pages are still served; readiness says that the database is away.
      answers = false;
    }
    keep();
  };
  await look();
  let looking = false;
  const timer = setInterval(() => {
    keep();
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, pollMs);
  return { look, versionKey: () => key, answers: () => answers, stop: () => clearInterval(timer) };
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

async function readAssets(folder: string): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const type = types[extname(name)];
    if (type !== undefined) assets.set(`/assets/${name}`, { bytes: await readFile(join(folder, name)), type });
  }
  return assets;
}
