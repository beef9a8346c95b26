/**
 * Memory of both processes after 10,000 requests over 1,000 distinct addresses: resident memory of the service, and of PostgreSQL the proportional
 * share, which counts shared memory once. Linux only. Usage: node bench/memory.ts [rounds] [requests]
 */
import { listedPaths } from './apparatus/ask.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { runLoad } from './apparatus/load.ts';
import { postgresMemoryMb } from './apparatus/postgres.ts';
import { inFolder, startService } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 5);
const requests = Number(process.argv[3] ?? 10_000);
const distinct = 1000;

const node: number[] = [];
const postgres: number[] = [];
const first: number[] = [];
let processes = 0;
for (let round = 0; round < rounds; round += 1)
  await inFolder(async (folder) => {
    const service = await startService(folder);
    const paths = (await listedPaths(service.port)).filter((path) => /^\/(pl|en)(\/|$)/.test(path));
    first.push((await service.usage()).rssMb + (await postgresMemoryMb(folder)).pssMb);
    const targets = Array.from({ length: distinct }, (_, index) => {
      const path = paths[index % paths.length] ?? '/pl';
      return { path: index < paths.length ? path : `${path}?cold=${index}`, headers: { 'accept-encoding': 'gzip, deflate, br' } };
    });
    await runLoad({ port: service.port, connections: 16, requests, seconds: 120, targets, status: 200 });
    node.push((await service.usage()).rssMb);
    const server = await postgresMemoryMb(folder);
    postgres.push(server.pssMb);
    processes = server.processes;
    await service.stop();
  });
console.log(`${machine(rounds)}; ${requests} requests over ${distinct} distinct addresses, 16 connections`);
console.log(`service: ${median(node).toFixed(0)} MB resident; PostgreSQL: ${median(postgres).toFixed(0)} MB in ${processes} processes (PSS)`);
console.log(`cold, before the first page: ${median(first).toFixed(0)} MB for both`);
promise('both processes', median(node.map((mb, round) => mb + (postgres[round] ?? 0))), 'MB', { atMost: 250 });
