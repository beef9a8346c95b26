/**
 * What a kept page costs beyond sending it: requests each second against a bare node:http server that sends the same bytes and headers, for the whole page
 * and for "not changed" (304); beside it, against one with the option of Node that Koga sets. Cold: pages nobody has asked for yet.
 * Usage: node bench/cached.ts [rounds] [seconds of each]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, listedPages, type Answer } from './apparatus/ask.ts';
import type { barePages } from './apparatus/bare.ts';
import { machine, median, promise } from './apparatus/figures.ts';
import { runLoad, type Load } from './apparatus/load.ts';
import { freePort, inFolder, lineFrom, startService, tellingUsage, usageOf } from './apparatus/service.ts';
import type { z } from 'zod';

const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 3);
const connections = 16;
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };
// Written anew by every server for every answer.
const hopByHop = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const headersOf = (answer: Answer) => Object.fromEntries([...answer.headers].filter(([name]) => !hopByHop.has(name)));

/** Each round is compared with the one beside it, so that a slow moment of the machine counts for both. */
const over = <What extends string>(these: readonly Record<What, number>[], those: readonly Record<What, number>[], what: What) =>
  median(these.map((one, round) => one[what] / (those[round]?.[what] ?? Number.NaN)));

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

async function startBare(file: string, ...options: string[]) {
  const port = await freePort();
  const child = spawn(process.execPath, [...tellingUsage, join(import.meta.dirname, 'apparatus/bare.ts'), file, String(port), ...options], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  await lineFrom(child, 'bare server is ready');
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { port, usage: () => usageOf(child), stop };
}

await inFolder(async (folder) => {
  const service = await startService(folder);
  const paths = await listedPages(service.port);
  const pages = await keptPages(service.port, paths);
  const file = join(folder, 'pages.json');
  await writeFile(file, JSON.stringify(pages));
  const [plain, lean] = [await startBare(file), await startBare(file, 'lean')];

  const whole = pages.map(({ path }) => ({ path, headers: browser }));
  const unchanged = pages.map(({ path, tag }) => ({ path, headers: { ...browser, 'if-none-match': tag } }));
  type Rate = { perSecond: number; cpuUs: number };
  const ours = { port: service.port, usage: () => service.usage() };
  const rate = async ({ port, usage }: typeof ours, targets: Load['targets'], status: number, most = 1_000_000): Promise<Rate> => {
    const before = (await usage()).cpuMs;
    const loaded = await runLoad({ port, connections, requests: most, seconds, targets, status });
    return { perSecond: loaded.requests / loaded.seconds, cpuUs: (((await usage()).cpuMs - before) / loaded.requests) * 1000 };
  };
  const cold: Rate[] = [];
  const page: Rate[] = [];
  const bytes: Rate[] = [];
  const leanBytes: Rate[] = [];
  const tagged: Rate[] = [];
  const bareTagged: Rate[] = [];
  const leanTagged: Rate[] = [];
  // Apart from the rounds: what making pages leaves to be tidied and compiled would be counted with the kept ones.
  for (let round = 0; round < rounds; round += 1) {
    const asked = whole.map(({ path, headers }) => ({ path: `${path}?cold=${round}`, headers }));
    cold.push(await rate(ours, asked, 200, asked.length));
  }
  for (const server of [ours, plain, lean]) await rate(server, whole, 200);
  for (let round = 0; round < rounds; round += 1) {
    page.push(await rate(ours, whole, 200));
    bytes.push(await rate(plain, whole, 200));
    leanBytes.push(await rate(lean, whole, 200));
    tagged.push(await rate(ours, unchanged, 304));
    bareTagged.push(await rate(plain, unchanged, 304));
    leanTagged.push(await rate(lean, unchanged, 304));
  }
  for (const { stop } of [plain, lean]) await stop();
  await service.stop();

  const sizes = pages.map(({ body }) => body.length * 0.75);
  console.log(`${machine(rounds)}; ${pages.length} distinct addresses, ${connections} connections, median page ${(median(sizes) / 1024).toFixed(1)} kB as sent`);
  const said = (rates: readonly Rate[]) =>
    `${median(rates.map((one) => one.perSecond)).toFixed(0)} requests/s, ${median(rates.map((one) => one.cpuUs)).toFixed(1)} µs of its processor time each`;
  console.log(`warm, kept page: ${said(page)}; bare: ${said(bytes)}`);
  console.log(`warm, not changed: ${said(tagged)}; bare: ${said(bareTagged)}`);
  console.log(`cold, each address for the first time: ${said(cold)}`);
  // Less moved by what else the machine does.
  console.log(`processor time, bare / kept page: ${over(bytes, page, 'cpuUs').toFixed(2)}; bare / not changed: ${over(bareTagged, tagged, 'cpuUs').toFixed(2)}`);
  console.log(
    `requests/s beside a bare server that does not prepare for bodies either: kept page ${over(page, leanBytes, 'perSecond').toFixed(2)}, not changed ${over(tagged, leanTagged, 'perSecond').toFixed(2)}`,
  );
  promise('kept page / bare server', over(page, bytes, 'perSecond'), '', { atLeast: 0.85 });
  promise('not changed / bare server', over(tagged, bareTagged, 'perSecond'), '', { atLeast: 0.85 });
});
