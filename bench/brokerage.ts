/**
 * Offers through the office at the size of a large city: 2,000 offers, 5,000 institutions, 20,000 subscriptions, 50,000 applications. Promise: each list
 * within 100 ms, in the app itself without the network; the small size is a hundredth. Then the rush before a deadline: 200 applications, each with a file of
 * 1 to 3 MB, begun and sent within a minute over HTTP to the built service, every tenth sent twice at once. Promise: none lost, none twice.
 * Usage: node bench/brokerage.ts [rounds] [applications of the rush]
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { SignedIn } from '../src/accounts/signed-in.ts';
import { uuidv7 } from '../src/basics/uuid.ts';
import { readConfig } from '../src/config.ts';
import type { Db } from '../src/db/handles.ts';
import { loadExample } from '../src/example.ts';
import { hashOf } from '../src/offers/institutions/token.ts';
import { openStore } from '../src/store.ts';
import { bundled } from './apparatus/bundled.ts';
import { busyOffer, fillTo, institutionId, keepOpen, openSessions, type Size } from './apparatus/brokerage-store.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { postgresCpuMs } from './apparatus/postgres.ts';
import { measureRush } from './apparatus/rush.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 15);
const inRush = Number(process.argv[3] ?? 200);
const large: Size = { offers: 2000, institutions: 5000, subscriptions: 20_000, applications: 50_000 };
/** The small size still has as many contacts as rush. */
const small: Size = { offers: 20, institutions: 50, subscriptions: 200, applications: 500 };
const origin = 'https://koga.example';

type Fetch = (request: Request) => Promise<Response>;
type Bundle = { createApp: (options: object) => { fetch: Fetch }; useAssets: (folder: string) => void };

const isBundle = (module: unknown): module is Bundle => typeof module === 'object' && module !== null && 'createApp' in module && 'useAssets' in module;

const contents = "export { createApp } from './src/app.tsx'; export { useAssets } from './src/ui/assets/manifest.ts';";

/** Somebody of the office who coordinates the busy offer. */
async function coordinator(db: Db): Promise<SignedIn> {
  const actorId = uuidv7();
  await db.write(async (tx) => {
    await tx.insertInto('actors').values({ id: actorId, kind: 'person', rolePl: 'koordynator ofert', roleEn: 'offers coordinator', createdAt: new Date() }).execute();
    await tx.insertInto('people').values({ actorId, name: 'Krystyna', email: null }).execute();
    const { id } = await tx.selectFrom('records').select('id').where('kind', '=', 'offer').where('slug', '=', busyOffer).executeTakeFirstOrThrow();
    await tx.insertInto('offerCoordinators').values({ offerId: id, actorId, since: new Date() }).execute();
  });
  return {
    actorId,
    accountId: uuidv7(),
    sessionId: uuidv7(),
    name: 'Krystyna',
    email: 'krystyna@office.example',
    roles: ['offers-coordinator'],
    hasSecondFactor: true,
    lang: 'pl',
  };
}

/** Every address is asked anew: a page that is kept would cost nothing. */
const lists = {
  'public list of offers': '/pl/oferty',
  'public list, a theme': '/pl/oferty?theme=culture',
  archive: '/pl/oferty?state=past',
  calendar: '/pl/kalendarz',
  'figures of offers': '/pl/oferty/liczby',
  'office, offers': '/office/offers',
  'office, one offer with its applications': `/office/offers/${busyOffer}`,
  'office, institutions': '/office/institutions',
  'office, institutions with a search': '/office/institutions?q=museum+nr+4',
  'an institution’s own page': '/pl/instytucja',
};

type Took = { ms: number; cpuMs: number };

/** By the clock, and the processor time of this process and of PostgreSQL, which the other programs of a machine lengthen less. */
async function measure(fetch: Fetch, cookie: string, folder: string): Promise<Map<string, Took>> {
  const used = async (): Promise<number> => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (await postgresCpuMs(folder));
  };
  const ask = async (path: string): Promise<void> => {
    const answer = await fetch(new Request(origin + path, { headers: { cookie } }));
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    await answer.text();
  };
  const times = new Map<string, Took>();
  for (const [name, path] of Object.entries(lists)) {
    for (let warming = 0; warming < 5; warming += 1) await ask(path);
    const taken: number[] = [];
    const before = await used();
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await ask(path);
      taken.push(performance.now() - begun);
    }
    times.set(name, { ms: median(taken), cpuMs: ((await used()) - before) / rounds });
  }
  return times;
}

const { createApp, useAssets } = await bundled(contents, isBundle);
useAssets(join(root, 'build', 'assets'));

await inFolder(async (folder) => {
  const config = readConfig({ KOGA_DATA: folder });
  if (!config.ok) throw new Error(config.detail);
  const opened = await openStore(config.value, () => undefined);
  if (!opened.ok) throw new Error(opened.detail);
  const store = opened.value;
  const { db, embedded } = store;
  if (embedded === null) throw new Error('a store of its own is needed');
  const owner = new pg.Client({ host: embedded.host, port: embedded.port, user: embedded.superuser, database: 'koga' });
  await owner.connect();
  console.log(machine(rounds));
  try {
    const now = new Date();
    const loaded = await loadExample(db, root, 'nadrzecze', now);
    if (!loaded.ok) throw new Error(loaded.refusal);
    await keepOpen(owner, now.toISOString().slice(0, 10));
    const who = await coordinator(db);
    const app = createApp({
      db,
      baseUrl: origin,
      now: () => new Date(),
      versionKey: (version: number, day: string) => `${version}.${day}`,
      ready: () => Promise.resolve(true),
      whoIs: () => Promise.resolve(who),
    });
    const fetch: Fetch = (request) => app.fetch(request);
    const tokens = Array.from({ length: Math.max(inRush, 1) }, () => randomBytes(32).toString('base64url'));

    const sized = async (size: Size): Promise<Map<string, Took>> => {
      const begun = performance.now();
      await fillTo(owner, size);
      const { rows } = await owner.query(
        `select (select count(*) from offers)::int as offers, (select count(*) from institutions)::int as institutions, (select count(*) from subscriptions)::int as subscriptions,
           (select count(*) from applications)::int as applications, (select count(*) from applications where institution_id = $1)::int as own`,
        [institutionId(1)],
      );
      console.log(`${JSON.stringify(rows[0])}, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
      await owner.query('delete from contact_sessions');
      await openSessions(owner, tokens.slice(0, size.institutions).map(hashOf));
      return measure(fetch, `__Host-koga-institution=${tokens[0]}`, folder);
    };
    const before = await sized(small);
    for (const [name, took] of await sized(large)) {
      const first = before.get(name) ?? took;
      console.log(
        `${name}: ${first.ms.toFixed(1)} ms small, × ${(took.ms / first.ms).toFixed(1)}; processor time ${first.cpuMs.toFixed(1)} ms, then ${took.cpuMs.toFixed(1)}, × ${(took.cpuMs / first.cpuMs).toFixed(1)}`,
      );
      promise('  large', took.ms, 'ms', { atMost: 100 });
    }

    if (inRush === 0) return;
    await measureRush(folder, owner, { offer: busyOffer, tokens });
  } finally {
    await owner.end();
    await store.close();
  }
});
