/**
 * Processor time of a page that nobody has asked for yet: the serving process, and beside it PostgreSQL. Every request has an address of its own, so
 * nothing is answered from kept pages. Cold: right after the start. Usage: node bench/cpu.ts [rounds] [requests of a round]
 */
import { ask, listedPaths } from './apparatus/ask.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { postgresCpuMs } from './apparatus/postgres.ts';
import { inFolder, startService, type Service } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const requests = Number(process.argv[3] ?? 200);

/** Folding: written without the marks. A typo: not one of these words stands in the register so. */
const folding = ['lodz', 'krakow', 'swiatowego dziedzictwa', 'miast', 'gorzow', 'uchwala', 'zwiazek miast', 'poznan'];
const typos = ['gdanks', 'eurocites', 'krakwo', 'dziedzictow', 'metropolsi', 'warszwaa', 'wroclwa', 'europejksi'];

const search = (words: readonly string[]) => words.flatMap((word) => [`/pl/szukaj?q=${encodeURIComponent(word)}`, `/en/search?q=${encodeURIComponent(word)}`]);

type Spent = { node: number; postgres: number };
let asked = 0;

async function spent(service: Service, paths: readonly string[], times: number): Promise<Spent> {
  const before = { node: (await service.usage()).cpuMs, postgres: await postgresCpuMs(service.dataFolder) };
  for (let index = 0; index < times; index += 1) {
    const path = paths[index % paths.length] ?? '';
    asked += 1;
    const { status } = await ask(service.port, `${path}${path.includes('?') ? '&' : '?'}cold=${asked}`);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  }
  return { node: ((await service.usage()).cpuMs - before.node) / times, postgres: ((await postgresCpuMs(service.dataFolder)) - before.postgres) / times };
}

await inFolder(async (folder) => {
  const service = await startService(folder);
  const organisations = (await listedPaths(service.port)).filter((path) => /^\/(pl\/organizacje|en\/organisations)\/./.test(path));
  const kinds = [
    { what: 'organisation page', paths: organisations, atMost: 3 },
    { what: 'search with folding', paths: search(folding), atMost: 5 },
    { what: 'search with a typo', paths: search(typos), atMost: 5 },
  ];
  const cold = new Map<string, Spent>();
  for (const { what, paths } of kinds) cold.set(what, await spent(service, paths, 16));
  // The compiler of JavaScript goes on making what is used most faster until some 1,500 renderings, and its own time counts here.
  for (let time = 0; time < 8; time += 1) for (const { paths } of kinds) await spent(service, paths, requests);
  const warm = new Map<string, Spent[]>(kinds.map(({ what }) => [what, []]));
  for (let round = 0; round < rounds; round += 1) for (const { what, paths } of kinds) warm.get(what)?.push(await spent(service, paths, requests));
  await service.stop();

  console.log(`${machine(rounds)}; ${organisations.length} organisation pages, ${requests} requests of each sort a round, each at an address of its own`);
  for (const { what, atMost } of kinds) {
    const first = cold.get(what);
    const rest = warm.get(what) ?? [];
    console.log(
      `${what}: cold ${first?.node.toFixed(1)} ms; PostgreSQL beside it: cold ${first?.postgres.toFixed(1)}, warm ${median(rest.map((one) => one.postgres)).toFixed(2)} ms`,
    );
    promise(`${what}, warm, serving process`, median(rest.map((one) => one.node)), 'ms', { atMost });
  }
});
