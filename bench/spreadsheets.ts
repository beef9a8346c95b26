/**
 * Reading 5,000 rows in from a spreadsheet: from the bytes of an XLSX file through unpacking, mapping and validation to revisions that wait for approval, in the
 * jobs that the office does it with. The rows are organisations made after those of the example. Promise: 5 seconds at most. The best content system that was
 * measured took 447 rows a second. Time is processor time, Koga's and PostgreSQL's together, for other work on the machine lengthens any other; the time by the
 * clock stands beside it. Usage: node bench/spreadsheets.ts [rounds] [rows]
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db } from '#db/handles.ts';
import { addJob, runDueJobs } from '#jobs/index.ts';
import { encode } from '../src/office/spreadsheets/cells/encode.ts';
import { recordSpec } from '../src/office/records/form/spec.ts';
import { importJobs, readJob, writeJob } from '../src/office/spreadsheets/imports/jobs.ts';
import { findImport, insertImport, updateImport } from '../src/office/spreadsheets/imports/store.ts';
import { csvOf, xlsxOf } from '../src/office/spreadsheets/sheets.ts';
import { readConfig } from '../src/config.ts';
import { kinds } from '../src/kinds.ts';
import { openStore } from '../src/store.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { postgresCpuMs } from './apparatus/postgres.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const wanted = Number(process.argv[3] ?? 5000);
const bestKnownRowsPerSecond = 447;

const rowsShape = z.array(z.object({ slug: z.string(), body: z.record(z.string(), z.unknown()) }));
const example = rowsShape.parse(JSON.parse(await readFile(join(root, 'src/db/example/krakow/organisations.json'), 'utf8')));

/** Organisations of the example under other names; the directory that they refer to is not there. Slim ones have short texts, a row each and one for their source, so that 5,000 of
 * them fit a CSV file, which is not packed; the others have all that the example has. */
function madeUp(round: number, isSlim: boolean): { slug: string; version: null; body: unknown }[] {
  return Array.from({ length: wanted }, (_, index) => {
    const model = example[index % example.length];
    if (model === undefined) throw new Error('the example has no organisations');
    const { network: _network, ...body } = model.body;
    const name = { pl: `Union ${round}.${index}`, en: `Union ${round}.${index}` };
    return { slug: `union-${round}-${index}`, version: null, body: { ...(isSlim ? slim(body) : body), name, shortName: name } };
  });
}

function slim(body: Record<string, unknown>): object {
  const facts = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'sourceIds' ? ['s1'] : value))));
  const short = { pl: 'Związek miast.', en: 'A union of cities.' };
  return { ...facts, summary: short, description: short, sources: [{ id: 's1', url: 'https://example.org/union' }], memberCounts: [], remarks: [] };
}

/** A record's own line, and in a workbook one for each entry of its long lists. */
const linesOf = (body: unknown, format: 'xlsx' | 'csv'): number =>
  1 +
  (format === 'csv' ? 0 : [...encode(recordSpec(kinds.named('organisation')), body, { lists: 'sheets', office: true }).lists.values()].reduce((sum, rows) => sum + rows.length, 0));

type Took = { cpuMs: number; ms: number };

async function readIn(db: Db, dataFolder: string, file: Buffer, fileName: string, madeBy: string): Promise<Took> {
  const jobs = importJobs(kinds);
  const id = uuidv7();
  const run = async (): Promise<void> => {
    for (;;) {
      const ran = await runDueJobs(db, jobs, new Date());
      if (ran.failures.length > 0) throw new Error(JSON.stringify(ran.failures));
      if (ran.done === 0) return;
    }
  };
  const used = async (): Promise<number> => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (await postgresCpuMs(dataFolder));
  };
  const [began, usedBefore] = [performance.now(), await used()];
  await db.write(async (tx) => {
    await insertImport(tx, { id, kind: 'organisation', fileName, file, madeBy, madeAt: new Date() });
    await addJob(tx, { name: readJob, payload: { id, round: 0 }, runAt: new Date() });
  });
  await run();
  const checked = await db.read((reader) => findImport(reader, id));
  if (checked?.state !== 'checked' || checked.counts.new !== wanted) throw new Error(`not as expected: ${JSON.stringify({ ...checked, mapping: null })}`);
  await db.write(async (tx) => {
    await updateImport(tx, id, { state: 'writing', round: checked.round + 1 });
    await addJob(tx, { name: writeJob, payload: { id, round: checked.round + 1 }, runAt: new Date() });
  });
  await run();
  const done = await db.read((reader) => findImport(reader, id));
  if (done?.state !== 'done') throw new Error(`not written: ${done?.state ?? 'gone'}`);
  return { ms: performance.now() - began, cpuMs: (await used()) - usedBefore };
}

await inFolder(async (folder) => {
  const config = readConfig({ KOGA_DATA: folder });
  if (!config.ok) throw new Error(config.detail);
  const opened = await openStore(config.value, () => undefined);
  if (!opened.ok) throw new Error(opened.detail);
  const store = opened.value;
  const { db } = store;
  console.log(machine(rounds));
  try {
    const madeBy = uuidv7();
    await db.write(async (tx) => {
      await tx.insertInto('actors').values({ id: madeBy, kind: 'person', rolePl: 'redaktor', roleEn: 'editor', createdAt: new Date() }).execute();
    });
    const kind = kinds.named('organisation');
    const spec = recordSpec(kind);
    const cases = [
      { name: 'XLSX', format: 'xlsx', isSlim: true },
      { name: 'CSV', format: 'csv', isSlim: true },
      { name: 'XLSX with all lists', format: 'xlsx', isSlim: false },
    ] as const;
    const times = new Map<string, Took[]>(cases.map(({ name }) => [name, []]));
    const lines = new Map<string, number>();
    for (let round = 0; round <= rounds; round += 1)
      for (const [at, { name, format, isSlim }] of cases.entries()) {
        const records = madeUp(round * cases.length + at, isSlim);
        const xlsx = format === 'xlsx' ? await xlsxOf({ kind, spec, records, office: true, lang: 'pl' }) : null;
        const file = xlsx === null ? Buffer.from(csvOf({ spec, records, office: true })) : xlsx.ok ? xlsx.value : Buffer.alloc(0);
        const took = await readIn(db, folder, file, `organisations.${format}`, madeBy);
        lines.set(
          name,
          records.reduce((sum, { body }) => sum + linesOf(body, format), 0),
        );
        // The first round is the compiler's.
        if (round > 0) times.get(name)?.push(took);
      }
    for (const { name, isSlim } of cases) {
      const its = times.get(name) ?? [];
      const seconds = median(its.map(({ cpuMs }) => cpuMs)) / 1000;
      const rows = lines.get(name) ?? 0;
      console.log(`${name}: ${wanted} records on ${rows} lines, ${(median(its.map(({ ms }) => ms)) / 1000).toFixed(2)} s by the clock`);
      if (isSlim) promise(`${wanted} records of ${name} read in`, seconds, 's', { atMost: 5 * (wanted / 5000) });
      promise(`lines of ${name} a second, over the best content system measured`, rows / seconds / bestKnownRowsPerSecond, '', { atLeast: 1 });
    }
  } finally {
    await store.close();
  }
});
