import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { City } from '#basics/city.ts';
import { slugOf } from '#basics/slug.ts';
import { latestMigration } from '#db/migrate.ts';
import { isEmpty, loadInto, readCity, type Loader } from '#publishing/load.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { registerVersion } from '#publishing/store.ts';
import { exportStore, importStore } from '#publishing/transfer.ts';
import { verify } from '#publishing/verify.ts';
import { packageRoot } from '../config.ts';
import { loadExample, type Example } from '../example.ts';
import { kinds } from '../kinds.ts';
import type { Store } from '../store.ts';
import { askForCity } from './ask-for-city.ts';
import { faultsInWords } from './faults.ts';

export type Talk = { say: (line: string) => void; complain: (line: string) => void };

/** Each command answers the exit code: 0 done, 1 refused or something found. */
export async function showStatus(store: Store, { say }: Talk): Promise<number> {
  await store.db.read(async (reader) => {
    const city = await readCity(reader);
    const counts = await reader
      .selectFrom('currentRevisions')
      .innerJoin('records', 'records.id', 'currentRevisions.recordId')
      .select((select) => ['records.kind', select.fn.countAll().as('count')])
      .groupBy('records.kind')
      .execute();
    say(`City: ${city?.name.en ?? 'none yet'}`);
    say(`PostgreSQL: ${store.serverVersion}${store.embedded === null ? ' (DATABASE_URL)' : ' (embedded)'}`);
    say(`Schema: ${latestMigration}`);
    say(`Register version: ${await registerVersion(reader)}`);
    for (const kind of kinds.all) say(`Published ${kind.plural}: ${Number(counts.find((one) => one.kind === kind.name)?.count ?? 0)}`);
  });
  return 0;
}

export async function runMigrate(store: Store, { say }: Talk): Promise<number> {
  say(store.migrated.length === 0 ? `The schema is up to date (${latestMigration}).` : `Migrated: ${store.migrated.join(', ')}.`);
  return 0;
}

export async function runVerify(store: Store, { say, complain }: Talk): Promise<number> {
  const findings = await verify(store.db, kinds);
  if (findings.length === 0) {
    say('Everything public can be made again from the published revisions and is the same.');
    return 0;
  }
  for (const finding of findings) complain(`${finding.what}: ${finding.where}`);
  return 1;
}

export async function runLoadExample(store: Store, example: Example, { say, complain }: Talk): Promise<number> {
  const loaded = await loadExample(store.db, packageRoot, example, new Date());
  if (loaded.ok) {
    say(`Loaded ${loaded.value.records} records.`);
    return 0;
  }
  complain(
    loaded.refusal === 'notEmpty' ? 'The store is not empty. An example is only loaded into a fresh one: set KOGA_DATA to a new folder.' : faultsInWords(loaded.faults ?? []),
  );
  return 1;
}

export async function runInit(store: Store, file: string | undefined, { say, complain }: Talk): Promise<number> {
  if (!(await store.db.read(isEmpty))) {
    complain('A city has already been set up here. Set KOGA_DATA to a new folder to begin another.');
    return 1;
  }
  const asked = await askForCity(file, say);
  if (!asked.ok) {
    complain(asked.detail ?? '');
    return 1;
  }
  const { city, units } = asked.value;
  const loaded = await loadInto(store.db, kinds, {
    files: [
      { name: 'units', kind: 'unit', text: JSON.stringify(units.map((name) => ({ slug: slugOf(name.pl), body: { name, kind: 'department', sources: [], sourceIds: [] } }))) },
    ],
    city,
    loader: setUp(city),
    now: new Date(),
    action: 'set up city',
  });
  if (!loaded.ok) {
    complain(`Nothing was set up: ${(loaded.faults ?? []).map(({ record, message }) => `${record}: ${message}`).join('; ')}`);
    return 1;
  }
  say(`${city.name.en} is set up${units.length === 0 ? '' : ` with ${units.length} ${units.length === 1 ? 'unit' : 'units'}`}. Start the service: ./bin/start --empty`);
  return 0;
}

/** Units that were named at the beginning are public at once; the office sources and amends them. */
const setUp = (city: City): Loader => ({
  role: { pl: 'operator systemu', en: 'system operator' },
  publishingBody: publishingBodyOf(city),
  why: { pl: 'Jednostki podane przy uruchomieniu rejestru', en: 'Units named when the register was set up' },
});

/** Writes beside the target first: an export that was interrupted never looks like a whole one. */
export async function runExport(store: Store, target: string, { say }: Talk): Promise<number> {
  const draft = `${target}.unfinished`;
  const stream = createWriteStream(draft, { mode: 0o600 });
  try {
    const { rows } = await exportStore(store.db, async (line) => {
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    });
    stream.end();
    await finished(stream);
    await rename(draft, target);
    say(`Exported ${rows} rows to ${target}.`);
    say('Not in it: accounts, drafts, imports, scheduled jobs, mails, and what institutions sent. For a backup of everything see the guide for operators.');
    return 0;
  } catch (error) {
    stream.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

/** Opened only when somebody reads: lines that arrive before that would be lost. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

export async function runImport(store: Store, source: string, { say, complain }: Talk): Promise<number> {
  const imported = await importStore(store.db, kinds, linesOf(source));
  if (imported.ok) {
    say(`Imported ${imported.value.rows} rows.`);
    return 0;
  }
  const why = {
    notEmpty: 'The store is not empty. An export is only restored into a fresh one: set KOGA_DATA to a new folder.',
    notAnExport: `${source} is no export of Koga: ${imported.detail ?? ''}.`,
    badLine: `${source} cannot be imported, and nothing was written: ${imported.detail ?? ''}.`,
  };
  complain(why[imported.refusal]);
  return 1;
}
