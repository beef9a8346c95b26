/**
 * What the office costs an editor as the register grows: its lists, a record, a form, and a draft that saves itself, in a store of the example and of
 * 33 times as many records (some 10,000). Promise: a page within 100 ms, a saving within 50 ms. Times are those of the app itself, without the
 * network. Usage: node bench/office.ts [rounds] [times]
 */
import { join } from 'node:path';
import pg from 'pg';
import { roles, type SignedIn } from '../src/accounts/signed-in.ts';
import { uuidv7 } from '../src/basics/uuid.ts';
import { readConfig } from '../src/config.ts';
import type { Db } from '../src/db/handles.ts';
import { loadExample } from '../src/example.ts';
import { openStore } from '../src/store.ts';
import { bundled } from './apparatus/bundled.ts';
import { growTo } from './apparatus/copies.ts';
import { machine, median } from './apparatus/figures.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 25);
const factor = Number(process.argv[3] ?? 33);
const origin = 'https://koga.example';

type Fetch = (request: Request) => Promise<Response>;
type Bundle = { createApp: (options: object) => { fetch: Fetch }; useAssets: (folder: string) => void };

const isBundle = (module: unknown): module is Bundle => typeof module === 'object' && module !== null && 'createApp' in module && 'useAssets' in module;

const contents = "export { createApp } from './src/app.tsx'; export { useAssets } from './src/ui/assets/manifest.ts';";

async function editor(db: Db): Promise<SignedIn> {
  const actorId = uuidv7();
  await db.write(async (tx) => {
    await tx.insertInto('actors').values({ id: actorId, kind: 'person', rolePl: 'redaktor', roleEn: 'editor', createdAt: new Date() }).execute();
    await tx.insertInto('people').values({ actorId, name: 'Anna', email: null }).execute();
  });
  return { actorId, accountId: uuidv7(), sessionId: uuidv7(), name: 'Anna', email: 'anna@office.example', roles: [...roles], hasSecondFactor: true, lang: 'pl' };
}

const sameOrigin = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };

async function measure(fetch: Fetch): Promise<Map<string, number>> {
  const get = async (path: string): Promise<string> => {
    const answer = await fetch(new Request(origin + path));
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return answer.text();
  };
  const post = (path: string, body: string): Promise<Response> => fetch(new Request(origin + path, { method: 'POST', headers: sameOrigin, body }));
  const draftOf = async (kind: string, slug: string): Promise<string> => (await post(`/office/records/${kind}/${slug}/draft`, '')).headers.get('location') ?? '';
  const [organisation, membership] = [await draftOf('organisation', 'owhc'), await draftOf('membership', 'hanse')];
  let version = Number(/name="version" value="(\d+)"/.exec(await get(organisation))?.[1]);
  const save = async (): Promise<void> => {
    const fields = {
      version: String(version),
      'draft-kind': 'organisation',
      'draft-record': 'owhc',
      'summary.pl': `Streszczenie ${version}`,
      'summary.en': 'Summary',
      autosave: '1',
    };
    const answer = await post(organisation, new URLSearchParams(fields).toString());
    if (answer.status !== 200) throw new Error(`saving answers ${answer.status}`);
    version += 1;
  };
  const asked: Record<string, () => Promise<unknown>> = {
    'to do': () => get('/office'),
    'to be published': () => get('/office/queue'),
    'log of events': () => get('/office/audit'),
    assessment: () => get('/office/assessment'),
    offers: () => get('/office/offers'),
    institutions: () => get('/office/institutions'),
    spreadsheets: () => get('/office/spreadsheets'),
    reconciliation: () => get('/office/reconciliation'),
    register: () => get('/office/records'),
    'list of acts': () => get('/office/records/act'),
    'search in all': () => get('/office/records?q=miast'),
    'plan of fees': () => get('/office/fees'),
    'drafts of all': () => get('/office/records?state=draft'),
    record: () => get('/office/records/organisation/owhc'),
    'form of an organisation': () => get(organisation),
    'form of a membership': () => get(membership),
    'new membership': () => get('/office/records/membership/new'),
    'suggesting an organisation': () => get('/office/suggest/organisation?q=miast'),
    'saving by itself': save,
  };
  const times = new Map<string, number>();
  for (const [name, ask] of Object.entries(asked)) {
    for (let warming = 0; warming < 10; warming += 1) await ask();
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await ask();
      taken.push(performance.now() - begun);
    }
    times.set(name, median(taken));
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
    const loaded = await loadExample(db, root, 'krakow', new Date());
    if (!loaded.ok) throw new Error(loaded.refusal);
    const who = await editor(db);
    const app = createApp({
      db,
      baseUrl: origin,
      now: () => new Date(),
      versionKey: (version: number, day: string) => `${version}.${day}`,
      ready: () => Promise.resolve(true),
      whoIs: () => Promise.resolve(who),
    });
    const fetch: Fetch = (request) => app.fetch(request);
    const small = await measure(fetch);
    await growTo(owner, factor, 1);
    const large = await measure(fetch);
    console.log(`${loaded.value.records} records, and ${factor} times as many:`);
    for (const [name, ms] of large) {
      const before = small.get(name) ?? ms;
      console.log(`  ${name}: ${before.toFixed(1)} ms, ${ms.toFixed(1)} ms, × ${(ms / before).toFixed(1)}`);
    }
  } finally {
    await owner.end();
    await store.close();
  }
});
