import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cityShape } from '#basics/city.ts';
import { exchangeRateShape } from '#assessment/index.ts';
import { refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import { exampleApplications, exampleInstitutions, loadApplications, loadInstitutions } from '#offers/index.ts';
import { loadInto, type Fault, type Loaded, type RecordFile } from '#publishing/load.ts';
import { kinds } from './kinds.ts';

export const examples = ['krakow', 'nadrzecze'] as const;
export type Example = (typeof examples)[number];

const loader = {
  role: { pl: 'Redakcja wersji demonstracyjnej', en: 'Editors of the demonstration' },
  publishingBody: { pl: 'Wersja demonstracyjna systemu Koga', en: 'Demonstration of the Koga system' },
};

/** Why the first revision of each record was published. */
const whyLoaded = {
  krakow: { pl: 'Pierwsze wczytanie rejestru ze źródeł publicznych', en: 'First loading of the register from public sources' },
  nadrzecze: { pl: 'Pierwsze wczytanie przykładowego rejestru', en: 'First loading of the example register' },
};

/** What a city declares beside its records: exchange rates, and the cities that it compares itself with. */
const settingsShape = z.object({ exchangeRates: z.array(exchangeRateShape).optional(), peers: z.array(z.string()).optional() });

/** Loads a shipped city into an empty store; its files lie in src/db/example, one for each kind. */
export async function loadExample(db: Db, packageRoot: string, example: Example, now: Date): Promise<Outcome<Loaded, 'notEmpty' | 'faults'> & { faults?: Fault[] }> {
  const folder = join(packageRoot, 'src/db/example', example);
  const city = cityShape.safeParse(JSON.parse(await readFile(join(folder, 'city.json'), 'utf8')));
  if (!city.success) {
    const faults = city.error.issues.map((issue) => ({ file: 'city.json', record: example, field: issue.path.join('.'), message: issue.message }));
    return { ...refused('faults'), faults };
  }
  const settings = settingsShape.parse(JSON.parse((await textOf(join(folder, 'settings.json'))) ?? '{}'));
  const institutions = exampleInstitutions.parse(JSON.parse((await textOf(join(folder, 'institutions.json'))) ?? '[]'));
  const applications = exampleApplications.parse(JSON.parse((await textOf(join(folder, 'applications.json'))) ?? '{ "calls": [], "applications": [] }'));
  const beside = async (tx: Tx, given: Parameters<typeof loadApplications>[2]): Promise<void> => {
    await loadInstitutions(tx, institutions);
    await loadApplications(tx, applications, given);
  };
  return loadInto(db, kinds, { files: await recordFiles(folder), city: city.data, loader: { ...loader, why: whyLoaded[example] }, now, settings, beside });
}

async function recordFiles(folder: string): Promise<RecordFile[]> {
  return Promise.all(kinds.all.map(async (kind) => ({ name: `${kind.plural}.json`, kind: kind.name, text: (await textOf(join(folder, `${kind.plural}.json`))) ?? '[]' })));
}

/** A city need not have records of every kind, nor settings beside those of every city. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
