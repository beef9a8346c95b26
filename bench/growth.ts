/**
 * What a page costs as the register grows: the list, one organisation, search and home in a store with 10, 100 and 1,000 times the example. Promise: the
 * time grows no more than the page itself. Every request has an address of its own. Usage: node bench/growth.ts [rounds] [times, such as 10,100]
 */
import pg from 'pg';
import { loadExample } from '../src/example.ts';
import { readConfig } from '../src/config.ts';
import { openStore } from '../src/store.ts';
import { ask } from './apparatus/ask.ts';
import { growTo } from './apparatus/copies.ts';
import { machine, median } from './apparatus/figures.ts';
import { inFolder, root, startService } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const factors = [1, ...(process.argv[3] ?? '10,100,1000').split(',').map(Number)];

const pages = {
  list: '/pl/organizacje',
  organisation: '/pl/organizacje/owhc',
  'search, a name': '/pl/szukaj?q=eurocities',
  'search, a typo': '/pl/szukaj?q=eurocites',
  'search, a word of every copy': '/pl/szukaj?q=dziedzictwo',
  home: '/pl',
};

type Measured = { ms: number; bytes: number };

async function measure(folder: string): Promise<Map<string, Measured>> {
  const service = await startService(folder);
  const times = new Map<string, number[]>(Object.keys(pages).map((name) => [name, []]));
  const bytes = new Map<string, number>();
  let asked = 0;
  const once = async (path: string) => {
    asked += 1;
    const answer = await ask(service.port, `${path}${path.includes('?') ? '&' : '?'}cold=${asked}`, {});
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return answer;
  };
  // Twenty of each, or as many as three seconds give: a slow page needs no warm compiler to be seen as slow.
  for (const path of Object.values(pages)) {
    const until = performance.now() + 3000;
    for (let index = 0; index < 20 && performance.now() < until; index += 1) await once(path);
  }
  for (let round = 0; round < rounds; round += 1)
    for (const [name, path] of Object.entries(pages)) {
      const some = [await once(path)];
      while (some.length < 5 && (some[0]?.ms ?? 0) < 200) some.push(await once(path));
      times.get(name)?.push(median(some.map((answer) => answer.ms)));
      bytes.set(name, some[0]?.body.length ?? 0);
    }
  await service.stop();
  return new Map([...times].map(([name, its]) => [name, { ms: median(its), bytes: bytes.get(name) ?? 0 }]));
}

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
    let before = 1;
    let base = new Map<string, Measured>();
    for (const factor of factors) {
      const begun = performance.now();
      if (factor > before) await growTo(owner, factor, before);
      before = factor;
      console.log(
        `${factor} × the example: ${loaded.value.records * factor} records or so${factor === 1 ? '' : `, copied in ${((performance.now() - begun) / 1000).toFixed(0)} s`}`,
      );
      const measured = await measure(folder);
      if (factor === 1) base = measured;
      for (const [name, { ms, bytes }] of measured) {
        const first = base.get(name) ?? { ms, bytes };
        const [time, size] = [ms / first.ms, bytes / first.bytes];
        const ratio = factor === 1 ? '' : `; time × ${time.toFixed(2)}, bytes × ${size.toFixed(2)}, time / bytes = ${(time / size).toFixed(2)}`;
        console.log(`  ${name}: ${ms.toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} kB${ratio}`);
      }
    }
  } finally {
    await owner.end();
    await store.close();
  }
});
