/**
 * What a kept page costs beyond sending it: requests each second against a bare node:http server that sends the same bytes and headers, for the whole page
 * and for "not changed" (304). Cold: pages nobody has asked for yet. Usage: node bench/cached.ts [rounds] [seconds of each]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, listedPaths, type Answer } from './apparatus/ask.ts';
import type { barePages } from './apparatus/bare.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { runLoad, type Load } from './apparatus/load.ts';
import { freePort, inFolder, lineFrom, startService } from './apparatus/service.ts';
import type { z } from 'zod';

const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 3);
const connections = 16;
const browser = { 'accept-encoding': 'gzip, deflate, br' };
// Written anew by every server for every answer.
const hopByHop = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const headersOf = (answer: Answer) => Object.fromEntries([...answer.headers].filter(([name]) => !hopByHop.has(name)));

/** Each round is compared with the one beside it, so that a slow moment of the machine counts for both. */
const over = (ours: readonly number[], theirs: readonly number[]) => median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));

async function keptPages(port: number, paths: readonly string[]): Promise<z.infer<typeof barePages>> {
  const pages = [];
  for (const path of paths) {
    const whole = await ask(port, path, browser);
    const tag = whole.headers.get('etag') ?? '';
    const unchanged = await ask(port, path, { ...browser, 'if-none-match': tag });
    if (whole.status !== 200 || unchanged.status !== 304) throw new Error(`${path} answers ${whole.status} and ${unchanged.status}`);
    pages.push({ path, tag, headers: headersOf(whole), body: whole.body.toString('base64'), unchanged: headersOf(unchanged) });
  }
  return pages;
}

await inFolder(async (folder) => {
  const service = await startService(folder);
  const paths = (await listedPaths(service.port)).filter((path) => /^\/(pl|en)(\/|$)/.test(path));
  const pages = await keptPages(service.port, paths);
  const file = join(folder, 'pages.json');
  await writeFile(file, JSON.stringify(pages));
  const barePort = await freePort();
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'apparatus/bare.ts'), file, String(barePort)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await lineFrom(bare, 'bare server is ready');

  const whole = pages.map(({ path }) => ({ path, headers: browser }));
  const unchanged = pages.map(({ path, tag }) => ({ path, headers: { ...browser, 'if-none-match': tag } }));
  const rate = async (port: number, targets: Load['targets'], status: number, most = 1_000_000): Promise<number> => {
    const loaded = await runLoad({ port, connections, requests: most, seconds, targets, status });
    return loaded.requests / loaded.seconds;
  };
  const cold: number[] = [];
  const page: number[] = [];
  const bytes: number[] = [];
  const tagged: number[] = [];
  const bareTagged: number[] = [];
  for (const port of [service.port, barePort]) await rate(port, whole, 200);
  for (let round = 0; round < rounds; round += 1) {
    const asked = whole.map(({ path, headers }) => ({ path: `${path}?cold=${round}`, headers }));
    cold.push(await rate(service.port, asked, 200, asked.length));
    page.push(await rate(service.port, whole, 200));
    bytes.push(await rate(barePort, whole, 200));
    tagged.push(await rate(service.port, unchanged, 304));
    bareTagged.push(await rate(barePort, unchanged, 304));
  }
  bare.kill('SIGTERM');
  await once(bare, 'exit');
  await service.stop();

  const sizes = pages.map(({ body }) => body.length * 0.75);
  console.log(`${machine(rounds)}; ${pages.length} distinct addresses, ${connections} connections, median page ${(median(sizes) / 1024).toFixed(1)} kB as sent (brotli)`);
  console.log(`warm, kept page: ${median(page).toFixed(0)} requests/s; bare: ${median(bytes).toFixed(0)}`);
  console.log(`warm, not changed: ${median(tagged).toFixed(0)} requests/s; bare: ${median(bareTagged).toFixed(0)}`);
  console.log(`cold, each address for the first time: ${median(cold).toFixed(0)} requests/s = ${(median(cold) / median(bytes)).toFixed(3)} of bare`);
  promise('kept page / bare server', over(page, bytes), '', { atLeast: 0.85 });
  promise('not changed / bare server', over(tagged, bareTagged), '', { atLeast: 0.85 });
});
