/**
 * Memory of both processes after 10,000 requests, each at an address of its own: resident memory of the service, and of PostgreSQL the proportional share
 * (PSS), because its processes share most of theirs and a sum of resident memory would count it once for each. Linux only.
 * Usage: node bench/memory.ts [rounds] [requests] [distinct addresses]
 */
import { listedPages } from './apparatus/ask.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { runLoad } from './apparatus/load.ts';
import { postgresMemoryMb } from './apparatus/postgres.ts';
import { inFolder, startService } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const requests = Number(process.argv[3] ?? 10_000);
const distinct = Number(process.argv[4] ?? requests);

const node: number[] = [];
const postgres: number[] = [];
const first: number[] = [];
let processes = 0;
for (let round = 0; round < rounds; round += 1)
  await inFolder(async (folder) => {
    const service = await startService(folder);
    first.push((await service.usage()).rssMb + (await postgresMemoryMb(folder)).pssMb);
    const paths = await listedPages(service.port);
    const targets = Array.from({ length: distinct }, (_, index) => {
      const path = paths[index % paths.length] ?? '/pl';
      return { path: index < paths.length ? path : `${path}?cold=${index}`, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } };
    });
    const loaded = await runLoad({ port: service.port, connections: 16, requests, seconds: 1200, targets, status: 200 });
    if (loaded.requests < requests) throw new Error(`only ${loaded.requests} of ${requests} requests were answered in time`);
    node.push((await service.usage()).rssMb);
    const server = await postgresMemoryMb(folder);
    postgres.push(server.pssMb);
    processes = server.processes;
    await service.stop();
  });
console.log(`${machine(rounds)}; ${requests} requests over ${distinct} distinct addresses, 16 connections`);
console.log(`cold, the example just loaded and before the first page: ${median(first).toFixed(0)} MB for both`);
console.log(`warm, service: ${median(node).toFixed(0)} MB resident; PostgreSQL: ${median(postgres).toFixed(0)} MB in ${processes} processes (PSS)`);
promise('both processes', median(node.map((mb, round) => mb + (postgres[round] ?? 0))), 'MB', { atMost: 250 });
