import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityShape } from '#basics/city.ts';
import { loadInto, type RecordFile } from '#publishing/load.ts';
import { runImport, runLoadExample } from '../../src/commands/store-commands.ts';
import { packageRoot } from '../../src/config.ts';
import { kinds } from '../../src/kinds.ts';
import type { Store } from '../../src/store.ts';
import { smallRegister } from './small-register.ts';
import type { FillingWork } from './said.ts';

export const exportOf = (folder: string, size: 'small' | 'full'): string => join(folder, `${size}.ndjson`);

/** Fills the store as the commands do. Answers null, or why it was refused. */
export async function fill(store: Store, work: FillingWork, exports: string): Promise<string | null> {
  if (work === 'load small') return loadSmall(store);
  const complaints: string[] = [];
  const talk = { say: () => undefined, complain: (line: string) => void complaints.push(line) };
  const code = work === 'load full' ? await runLoadExample(store, 'krakow', talk) : await runImport(store, exportOf(exports, work === 'import full' ? 'full' : 'small'), talk);
  return code === 0 ? null : complaints.join('\n');
}

/** The same path as the example, with fewer records. */
async function loadSmall(store: Store): Promise<string | null> {
  const city = cityShape.parse(JSON.parse(readFileSync(join(packageRoot, 'src/db/example/krakow/city.json'), 'utf8')));
  const files: RecordFile[] = Object.entries(smallRegister()).map(([kind, records]) => ({ name: `${kind}.json`, kind, text: JSON.stringify(records) }));
  const loader = { role: { pl: 'Próba', en: 'Trial' }, publishingBody: { pl: 'Próba', en: 'Trial' }, why: { pl: 'Pierwsze wczytanie', en: 'First loading' } };
  const loaded = await loadInto(store.db, kinds, { files, city, loader, now: new Date() });
  return loaded.ok ? null : `${loaded.refusal} ${JSON.stringify(loaded.faults ?? '')}`;
}
