/**
 * What a page costs as the register grows: the list, one organisation, searches and home in a store with 10 and 100 times the example, or as many as one
 * says, in turns with a store of the example once, for no two minutes of a machine are alike. Promise: the time grows no more than the page itself. Time is
 * processor time, Koga's and PostgreSQL's together, for other work on the machine lengthens any other. Every request has an address of its own.
 * Usage: node bench/growth.ts [rounds] [times, such as 1000: some minutes of copying]
 */
import pg from 'pg';
import { loadExample } from '../src/example.ts';
import { readConfig } from '../src/config.ts';
import { openStore } from '../src/store.ts';
import { ask } from './apparatus/ask.ts';
import { growTo } from './apparatus/copies.ts';
import { machine, median } from './apparatus/figures.ts';
import { postgresCpuMs } from './apparatus/postgres.ts';
import { inFolder, root, startService, type Service } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const factors = (process.argv[3] ?? '10,100').split(',').map(Number);

const pages = {
  list: '/pl/organizacje',
  organisation: '/pl/organizacje/owhc',
  'search, a name': '/pl/szukaj?q=eurocities',
  'search, a typo': '/pl/szukaj?q=eurocites',
  'search, a word of every copy': '/pl/szukaj?q=dziedzictwo',
  'search, two words': '/pl/szukaj?q=swiatowego+dziedzictwa',
  'search, two words that no record holds': '/pl/szukaj?q=swiatowe+dziedzictwo',
  'search, two words that few records hold': '/pl/szukaj?q=krakow+eurocities',
  'search, two words that many records hold': '/pl/szukaj?q=krakow+miast',
  'search, three words that many records hold': '/pl/szukaj?q=rady+miasta+krakowa',
  home: '/pl',
};

/** At least so many requests of a page, and for about so long, for PostgreSQL's time is counted in hundredths of a second. */
const least = 3;
const most = 40;
const atMostMs = 1500;
/** The compiler of JavaScript settles over some hundred renderings; a slow page needs fewer to be seen as slow. */
const warmUps = 3;

let asked = 0;
async function once(service: Service, path: string): Promise<number> {
  asked += 1;
  const answer = await ask(service.port, `${path}${path.includes('?') ? '&' : '?'}cold=${asked}`, {});
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return answer.body.length;
}

async function many(service: Service, path: string, requests: number): Promise<{ requests: number; length: number }> {
  const until = performance.now() + atMostMs;
  let [done, length] = [0, 0];
  while (done < least || (done < requests && performance.now() < until)) {
    length = await once(service, path);
    done += 1;
  }
  return { requests: done, length };
}

const used = async (service: Service): Promise<number> => (await service.usage()).cpuMs + (await postgresCpuMs(service.dataFolder));

type Measured = { ms: number; bytes: number };

/** Each page of each store, round after round. */
async function inTurns(folders: readonly string[]): Promise<Map<string, Measured[]>> {
  const services: Service[] = [];
  for (const folder of folders) services.push(await startService(folder));
  for (let round = 0; round < warmUps; round += 1) for (const path of Object.values(pages)) for (const service of services) await many(service, path, most * 2);
  const results = new Map<string, Measured[]>();
  for (const [name, path] of Object.entries(pages)) {
    const times: number[][] = services.map(() => []);
    const bytes: number[] = services.map(() => 0);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, service] of services.entries()) {
        const before = await used(service);
        const { requests, length } = await many(service, path, most);
        times[index]?.push(((await used(service)) - before) / requests);
        bytes[index] = length;
      }
    results.set(
      name,
      services.map((_, index) => ({ ms: median(times[index] ?? []), bytes: bytes[index] ?? 0 })),
    );
  }
  for (const service of services) await service.stop();
  return results;
}

/** A store with the example so many times over, where it was there `before` times; planned for as a store is that has stood for some minutes. */
async function grow(folder: string, factor: number, before: number): Promise<void> {
  const config = readConfig({ KOGA_DATA: folder });
  if (!config.ok) throw new Error(config.detail);
  const opened = await openStore(config.value, () => undefined);
  if (!opened.ok) throw new Error(opened.detail);
  const store = opened.value;
  const { db, embedded } = store;
  if (embedded === null) throw new Error('a store of its own is needed');
  const owner = new pg.Client({ host: embedded.host, port: embedded.port, user: embedded.superuser, database: 'koga' });
  await owner.connect();
  try {
    if (before === 0) {
      const loaded = await loadExample(db, root, 'krakow', new Date());
      if (!loaded.ok) throw new Error(loaded.refusal);
    }
    if (factor > Math.max(before, 1)) await growTo(owner, factor, Math.max(before, 1));
    else await owner.query('vacuum analyze');
  } finally {
    await owner.end();
    await store.close();
  }
}

await inFolder(async (single) => {
  await inFolder(async (grown) => {
    console.log(machine(rounds));
    await grow(single, 1, 0);
    let before = 0;
    for (const factor of factors) {
      const begun = performance.now();
      await grow(grown, factor, before);
      before = factor;
      console.log(`${factor} × the example, copied in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
      for (const [name, [one, its]] of await inTurns([single, grown])) {
        if (one === undefined || its === undefined) throw new Error(`${name} was not measured`);
        const [time, size] = [its.ms / one.ms, its.bytes / one.bytes];
        console.log(
          `  ${name}: ${one.ms.toFixed(1)} to ${its.ms.toFixed(1)} ms, ${(one.bytes / 1024).toFixed(0)} to ${(its.bytes / 1024).toFixed(0)} kB; ` +
            `time × ${time.toFixed(2)}, bytes × ${size.toFixed(2)}, time / bytes = ${(time / size).toFixed(2)}`,
        );
      }
    }
  });
});
