/**
 * The yearly report to the council, from reading the register to the finished file, as `koga report` and the office make it: each example city in each
 * format. Promise: within 3 s. What sets a report is a process of its own, so its start counts too. Usage: node bench/report.ts [rounds]
 */
import { join } from 'node:path';
import { day } from '../src/basics/day.ts';
import { readConfig } from '../src/config.ts';
import { examples, loadExample } from '../src/example.ts';
import { readCity } from '../src/publishing/load.ts';
import type { readReport, writeReport } from '../src/reports/index.ts';
import { openStore } from '../src/store.ts';
import { bundled } from './apparatus/bundled.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);

type Bundle = { readReport: typeof readReport; writeReport: typeof writeReport; useAssets: (folder: string) => void };

const isBundle = (module: unknown): module is Bundle => typeof module === 'object' && module !== null && 'readReport' in module && 'writeReport' in module && 'useAssets' in module;

const contents = "export { readReport, writeReport } from './src/reports/index.ts'; export { useAssets } from './src/ui/assets/manifest.ts';";

const bundle = await bundled(contents, isBundle);
bundle.useAssets(join(root, 'build/assets'));
console.log(`${machine(rounds)}; the whole report for 2026 in Polish, from the first question to the database to the finished bytes`);

for (const example of examples)
  await inFolder(async (folder) => {
    const config = readConfig({ ...process.env, DATABASE_URL: '', KOGA_DATA: join(folder, 'data') });
    if (!config.ok) throw new Error(config.detail);
    const opened = await openStore(config.value, () => undefined);
    if (!opened.ok) throw new Error(opened.detail);
    const store = opened.value;
    const { db } = store;
    try {
      const loaded = await loadExample(db, root, example, new Date('2026-11-22T12:00:00Z'));
      if (!loaded.ok) throw new Error(loaded.refusal);
      for (const format of ['pdf', 'docx', 'xlsx'] as const) {
        const took: { read: number; write: number; bytes: number }[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const begun = performance.now();
          const report = await db.read(async (reader) => {
            const city = await readCity(reader);
            if (city === undefined) throw new Error('no city');
            return bundle.readReport(reader, { kind: 'report', year: 2026, lang: 'pl', today: day('2026-11-22'), city });
          });
          const read = performance.now() - begun;
          const { length } = await bundle.writeReport(report, format);
          took.push({ read, write: performance.now() - begun - read, bytes: length });
        }
        const of = (what: 'read' | 'write' | 'bytes'): number => median(took.map((one) => one[what]));
        console.log(`${example}, ${format}: reading ${of('read').toFixed(0)} ms, setting ${of('write').toFixed(0)} ms, ${(of('bytes') / 1024).toFixed(0)} kB`);
        promise(`${example}, ${format}`, median(took.map(({ read, write }) => read + write)) / 1000, 's', { atMost: 3 });
      }
    } finally {
      await store.close();
    }
  });
