/**
 * The nightly mails about offers: 20,000 subscriptions over 2,000 offers, of which a tenth were published since the last night, in a process of its own,
 * from the first question to the last mail among those that wait. Promise: 60 s and 300 MB. The same for 1,000 subscriptions tells how the cost of one
 * grows. Usage: node bench/digest.ts [rounds] [subscriptions]
 */
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import pg from 'pg';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';
import { loadExample } from '../src/example.ts';
import { openStore } from '../src/store.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 3);
const many = Number(process.argv[3] ?? 20_000);
const few = 1000;
const offersWanted = 2000;
/** Monday, five in the morning in Kraków: the weekly ones are due as well. */
const night = '2026-11-23T04:00:00Z';
const run = promisify(execFile);
const tookShape = z.object({ seconds: z.number(), cpuSeconds: z.number(), peakMb: z.number() });

/** What bin/koga starts every installation with. */
async function asShipped(): Promise<string[]> {
  const [, settings] = /^koga_serving='([^']+)'$/m.exec(await readFile(join(root, 'scripts/setup.sh'), 'utf8')) ?? [];
  if (settings === undefined) throw new Error('scripts/setup.sh no longer says what Koga is started with');
  return settings.split(' ');
}

/** As it is shipped: Node does not read the pages' files unbundled. */
async function bundled(): Promise<string> {
  const file = join(root, 'build', `bench-digest-${process.pid}.js`);
  const entry = join(root, 'bench/apparatus/digest-work.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    outfile: file,
    logLevel: 'error',
  });
  return file;
}

/** The example's offers again and again, each copy a record of its own; every tenth copy was published in the night before. */
const growOffers = `
  create temporary table copies as
    select id, md5(id::text || '/' || n)::uuid as copy, n, case when n % 10 = 0 then timestamptz '2026-11-22T20:00:00Z' else timestamptz '2026-09-01T08:00:00Z' end as at
    from offers, generate_series(1, $1::int) as n;
  insert into records (id, kind, slug, created_at) select copy, 'offer', slug || '-' || n, at from copies join records using (id);
  insert into revisions (id, record_id, number, schema_version, body, author_id, created_at)
    select md5(copy::text || 'revision')::uuid, copy, 1, schema_version, body, author_id, at
    from copies join current_revisions on record_id = copies.id join revisions on revisions.id = revision_id;
  insert into publications (id, revision_id, record_id, action, at, actor_id)
    select md5(copy::text || 'publication')::uuid, md5(copy::text || 'revision')::uuid, copy, 'published', copies.at, author_id
    from copies join current_revisions on record_id = copies.id join revisions on revisions.id = revision_id;
  insert into labels (revision_id, record_id, author_id, publisher_id, body_pl, body_en, produced_at, published_at, updated_at, revision_number)
    select md5(copy::text || 'revision')::uuid, copy, author_id, publisher_id, body_pl, body_en, at, at, at, 1
    from copies join current_revisions on record_id = copies.id join labels on labels.revision_id = current_revisions.revision_id;
  insert into current_revisions (record_id, revision_id) select copy, md5(copy::text || 'revision')::uuid from copies;
  insert into offers (id, organisation_id, type, themes, audiences, intermediary, opens, deadline_at, city_deadline_at, begins, ends, folded, body)
    select copy, organisation_id, type, themes, audiences, intermediary, opens, deadline_at, city_deadline_at, begins, ends, folded, body from copies join offers using (id);
  drop table copies`;

/** A quarter wants everything, a quarter a theme, a quarter what is for somebody, a quarter both; every third weekly, every fourth in English. */
const subscribe = `
  with chosen as (
    select n, ('019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      (case when n % 4 in (1, 3) then jsonb_build_object('theme', (array['culture', 'climate', 'heritage', 'education', 'digital'])[1 + n % 5]) else '{}' end)
      || (case when n % 4 in (2, 3) then jsonb_build_object('audience', (array['city', 'ngos', 'schools', 'artists', 'culture', 'research', 'businesses'])[1 + n % 7]) else '{}' end) as filters
    from generate_series(1, $1::int) as n
  ), made as (
    insert into subscribers (id, email, lang, confirmed_at, looked_on)
      select id, 'reader' || n || '@example.org', case when n % 4 = 0 then 'en' else 'pl' end, '2026-11-01T12:00:00Z', '2026-11-22' from chosen returning id
  )
  insert into subscriptions (id, subscriber_id, filters, filters_key, rhythm, created_at, told_until)
    select id, id, filters, filters::text, case when n % 3 = 0 then 'weekly' else 'daily' end, '2026-11-01T12:00:00Z',
      case when n % 3 = 0 then timestamptz '2026-11-16T04:00:00Z' else timestamptz '2026-11-22T04:00:00Z' end
    from chosen`;

async function statements(owner: pg.Client, text: string, value: number): Promise<void> {
  for (const statement of text.split(';')) await owner.query(statement, statement.includes('$1') ? [value] : []);
}

const [bundle, settings] = [await bundled(), await asShipped()];
try {
  await inFolder(async (folder) => {
    const config = readConfig({ KOGA_DATA: folder });
    if (!config.ok) throw new Error(config.detail);
    const opened = await openStore(config.value, () => undefined);
    if (!opened.ok) throw new Error(opened.detail);
    const store = opened.value;
    const { embedded } = store;
    if (embedded === null) throw new Error('a store of its own is needed');
    const owner = new pg.Client({ host: embedded.host, port: embedded.port, user: embedded.superuser, database: 'koga' });
    await owner.connect();
    try {
      const loaded = await loadExample(store.db, root, 'krakow', new Date('2026-08-01T12:00:00Z'));
      if (!loaded.ok) throw new Error(loaded.refusal);
      const { rows: shipped } = await owner.query<{ count: number }>('select count(*)::int as count from offers');
      await statements(owner, growOffers, Math.ceil(offersWanted / (shipped[0]?.count ?? 1)) - 1);
      const { rows: grown } = await owner.query<{ count: number }>('select count(*)::int as count from offers');
      console.log(`${machine(rounds)}; ${grown[0]?.count} offers, one subscription for each address`);
      const each = new Map<number, number>();
      for (const subscriptions of [few, many]) {
        const took: z.infer<typeof tookShape>[] = [];
        let mails = 0;
        for (let round = 0; round < rounds; round += 1) {
          for (const table of ['mails', 'jobs', 'subscribers']) await owner.query(`delete from ${table}`);
          await owner.query(subscribe, [subscriptions]);
          await owner.query('vacuum analyze');
          const { stdout } = await run(process.execPath, [...settings, bundle, folder, night]);
          took.push(tookShape.parse(JSON.parse(stdout)));
          const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from mails');
          mails = rows[0]?.count ?? 0;
        }
        const of = (what: 'seconds' | 'cpuSeconds' | 'peakMb'): number => median(took.map((one) => one[what]));
        each.set(subscriptions, of('seconds') / subscriptions);
        console.log(
          `${subscriptions} subscriptions: ${mails} mails, ${of('seconds').toFixed(2)} s, of them ${of('cpuSeconds').toFixed(2)} s of our processor time, at most ${of('peakMb').toFixed(0)} MB`,
        );
        if (subscriptions !== many) continue;
        promise('the mails of a night', of('seconds'), 's', { atMost: 60 });
        promise('memory of the process', of('peakMb'), 'MB', { atMost: 300 });
      }
      const [small = 1, large = 1] = [each.get(few), each.get(many)];
      console.log(`each subscription: ${(small * 1000).toFixed(2)} ms of ${few}, ${(large * 1000).toFixed(2)} ms of ${many}, × ${(large / small).toFixed(2)}`);
    } finally {
      await owner.end();
      await store.close();
    }
  });
} finally {
  await rm(bundle, { force: true });
}
