/**
 * Reading 18,000 rows of member lists in through validation: from the text of a file to published records, public rows and search. The rows are those of
 * the CSV files in a folder (KOGA_BENCH_MEMBERS, or shared/data/scale beside the checkout), else made up here. Usage: node bench/import.ts [rounds]
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cityShape } from '#basics/city.ts';
import { parseEdtf } from '#basics/edtf.ts';
import { slugOf } from '#basics/slug.ts';
import { loadInto } from '#publishing/load.ts';
import { memberRoles } from '#register/directory/network.ts';
import { readConfig } from '../src/config.ts';
import { kinds } from '../src/kinds.ts';
import { openStore } from '../src/store.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { inFolder, root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const wanted = 18_000;

type Row = { network: string; member: Record<string, unknown> };

/** Fields may be quoted and hold commas; the lists hold no line breaks. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

async function rowsFrom(folder: string): Promise<Row[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.csv')).toSorted();
  const rows: Row[] = [];
  for (const file of names) {
    const [head = '', ...lines] = (await readFile(join(folder, file), 'utf8')).trim().split(/\r?\n/);
    const columns = fieldsOf(head);
    for (const line of lines) {
      const values = fieldsOf(line);
      const of = (column: string): string => values[columns.indexOf(column)]?.trim() ?? '';
      const date = (column: string) => (of(column) !== '' && parseEdtf(of(column)) !== null ? of(column) : null);
      const number = (column: string) => (of(column) === '' ? undefined : Number(of(column)));
      const name = of('member_name') || of('city_name');
      if (name === '' || !/^[A-Z]{2}$/.test(of('country_iso2'))) continue;
      const member = {
        name,
        country: of('country_iso2'),
        joined: date('joined'),
        role: memberRoles.find((role) => role === of('role')) ?? 'full',
        asOf: date('as_of'),
        geonames: number('geonames_id'),
        place: of('place_name') || undefined,
        lat: number('lat'),
        lon: number('lon'),
        population: number('population'),
      };
      rows.push({ network: of('network_id'), member });
    }
  }
  return rows.slice(0, wanted);
}

const madeUp = (): Row[] =>
  Array.from({ length: wanted }, (_, index) => ({
    network: `network-${index % 60}`,
    member: {
      name: `Łódź and Świętochłowice ${index}`,
      country: 'PL',
      joined: String(1950 + (index % 75)),
      role: 'full',
      asOf: '2026',
      geonames: 1 + index,
      place: `Miejsce ${index}`,
      lat: (index % 180) - 90,
      lon: (index % 360) - 180,
      population: index,
    },
  }));

const folderOfRows = process.env['KOGA_BENCH_MEMBERS'] ?? resolve(root, '../shared/data/scale');
const found = await rowsFrom(folderOfRows);
const rows = found.length === 0 ? madeUp() : found;
const records = [...Map.groupBy(rows, (row) => row.network)].map(([name, its]) => ({
  slug: slugOf(name),
  body: {
    name: { pl: name, en: name },
    kind: 'network',
    scope: 'global',
    themes: [],
    founded: null,
    seat: null,
    website: null,
    memberCount: null,
    memberUnit: 'city',
    coverage: { completeness: 'partial', says: { pl: 'Lista niepełna.', en: 'A partial list.' } },
    members: its.map((row) => row.member),
  },
}));
const text = JSON.stringify(records);
const city = cityShape.parse(JSON.parse(await readFile(join(root, 'src/db/example/krakow/city.json'), 'utf8')));
const says = { pl: 'Pomiar', en: 'Measurement' };

const seconds: number[] = [];
for (let round = 0; round <= rounds; round += 1)
  await inFolder(async (folder) => {
    const config = readConfig({ KOGA_DATA: folder });
    if (!config.ok) throw new Error(config.detail);
    const store = await openStore(config.value, () => undefined);
    if (!store.ok) throw new Error(store.detail);
    const begun = performance.now();
    const given = { files: [{ name: 'networks.json', kind: 'network', text }], city, loader: { role: says, publishingBody: says, why: says }, now: new Date() };
    const loaded = await loadInto(store.value.db, kinds, given);
    seconds.push((performance.now() - begun) / 1000);
    await store.value.close();
    if (!loaded.ok) throw new Error(`${loaded.detail}: ${JSON.stringify(loaded.faults?.slice(0, 5))}`);
  });
console.log(machine(rounds));
console.log(`${rows.length} rows in ${records.length} lists, ${found.length === 0 ? 'made up here: no member lists were found beside the checkout' : 'from member lists'}`);
const [cold = Number.NaN, ...warm] = seconds;
console.log(`cold, the first in its process: ${cold.toFixed(2)} s; ${(rows.length / median(warm)).toFixed(0)} rows/s warm`);
promise('import of the rows, warm', median(warm), 's', { atMost: 4 });
