/**
 * What a page costs as the register grows: the list, one organisation, search and home in a store with 10 and 100 times the example, or as many as one
 * says. Promise: the time grows no more than the page itself. Time is processor time, Koga's and PostgreSQL's together, for other
 * work on the machine lengthens any other. Every request has an address of its own. Usage: node bench/growth.ts [rounds] [times, such as 1000: some minutes of copying]
 */
import pg from 'pg';
import { loadExample } from '../src/example.ts';
import { readConfig } from '../src/config.ts';
import { openStore } from '../src/store.ts';
import { ask } from './apparatus/ask.ts';
import { growTo } from './apparatus/copies.ts';
import { machine, median } from './apparatus/figures.ts';
import { postgresCpuMs } from './apparatus/postgres.ts';
import { inFolder, root, startService } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const factors = [1, ...(process.argv[3] ?? '10,100').split(',').map(Number)];

const pages = {
  list: '/pl/organizacje',
  organisation: '/pl/organizacje/owhc',
  'search, a name': '/pl/szukaj?q=eurocities',
  'search, a typo': '/pl/szukaj?q=eurocites',
  'search, a word of every copy': '/pl/szukaj?q=dziedzictwo',
  home: '/pl',
};

type Measured = { ms: number; bytes: number };

/** At least so many requests of a page, and for about so long, for PostgreSQL's time is counted in hundredths of a second. */
const least = 3;
const most = 40;
const atMostMs = 1500;

async function measure(folder: string): Promise<Map<string, Measured>> {
  const service = await startService(folder);
  const times = new Map<string, number[]>(Object.keys(pages).map((name) => [name, []]));
  const bytes = new Map<string, number>();
  let asked = 0;
  const once = async (path: string): Promise<number> => {
    asked += 1;
    const answer = await ask(service.port, `${path}${path.includes('?') ? '&' : '?'}cold=${asked}`, {});
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return answer.body.length;
  };
  const many = async (path: string, requests: number): Promise<{ requests: number; length: number }> => {
    const until = performance.now() + atMostMs;
    let [done, length] = [0, 0];
    while (done < least || (done < requests && performance.now() < until)) {
      length = await once(path);
      done += 1;
    }
    return { requests: done, length };
  };
  const used = async (): Promise<number> => (await service.usage()).cpuMs + (await postgresCpuMs(service.dataFolder));
  // The compiler of JavaScript settles over some hundred renderings; a slow page needs fewer to be seen as slow.
  for (let round = 0; round < 3; round += 1) for (const path of Object.values(pages)) await many(path, most * 2);
  for (let round = 0; round < rounds; round += 1)
    for (const [name, path] of Object.entries(pages)) {
      const before = await used();
      const { requests, length } = await many(path, most);
      times.get(name)?.push(((await used()) - before) / requests);
      bytes.set(name, length);
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
