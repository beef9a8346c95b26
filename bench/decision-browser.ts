/**
 * What weighing costs a reader's browser: SMAA-2 over 27 memberships, 18 criteria and 10,000 draws with uncertain scores in a worker, and the whole of "what
 * if" for the published cycle of the invented city. Promise: within 150 ms, and the page stays free: the longest pause of its own clock meanwhile is no longer
 * than four frames. Time is processor time of all of Chromium's processes, for other work on the machine lengthens any other; where there is no /proc, it is
 * time by the clock. Usage: node bench/decision-browser.ts [rounds]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import assessments from '../src/db/example/nadrzecze/assessments.json' with { type: 'json' };
import { machine, median, promise } from './apparatus/figures.ts';
import { root } from './apparatus/service.ts';

const rounds = Number(process.argv[2] ?? 9);
const origin = 'http://bench.example';
const tickMs = 4;
const fourFrames = 67;

async function bundled(contents: string): Promise<string> {
  const made = await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, format: 'esm', target: 'es2022', minify: true, write: false, logLevel: 'error' });
  return made.outputFiles[0]?.text ?? '';
}

/** The same spread of intervals as bench/decision.ts. */
const core = `
  import { smaa } from './src/assessment/decision/smaa.ts';
  const memberships = Array.from({ length: 27 }, (_, one) => ({
    key: String(one),
    scores: Array.from({ length: 18 }, (__, index) => { const low = (((one * 7 + index * 13) % 29) / 29) * 0.7; return { low, high: low + 0.3 }; }),
  }));
  addEventListener('message', () => {
    const made = smaa({ memberships, criteria: 18, weighting: { by: 'open' }, draws: 10_000, seed: 'bench' });
    postMessage(made.ok);
  });
`;
const whole = `
  import { computeResults } from './src/assessment/browser.ts';
  addEventListener('message', ({ data }) => postMessage(computeResults(data).ok));
`;

/** A hundredth of a second is the unit in which Linux counts. */
const perTick = 10;

/** Processor milliseconds of a process and all that it has started; null without /proc. */
function cpuMs(pid: number): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const rows = readdirSync('/proc').flatMap((name) => {
    try {
      // The name of a program may hold blanks; what follows its bracket does not.
      const [, parent, ...rest] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return /^\d+$/.test(name) ? [{ pid: Number(name), parent: Number(parent), ms: (Number(rest[9]) + Number(rest[10])) * perTick }] : [];
    } catch {
      return [];
    }
  });
  const below = (one: number): number => rows.filter(({ parent }) => parent === one).reduce((sum, row) => sum + row.ms + below(row.pid), 0);
  return (rows.find((row) => row.pid === pid)?.ms ?? 0) + below(pid);
}

type Run = { ms: number; pause: number };
const isRuns = (value: unknown): value is Run[] => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'ms' in one && 'pause' in one);

/** Asks a worker of the page again and again while a clock of the page ticks; as on the page of what-if, a worker at rest is asked again. */
async function ask(page: Page, worker: string, input: unknown, times: number): Promise<Run[]> {
  const found: unknown = await page.evaluate(
    `(async () => {
      const input = ${JSON.stringify(input)};
      const worker = (globalThis.workers ??= {})['${worker}'] ??= new Worker('/${worker}', { type: 'module' });
      let last = performance.now();
      let pause = 0;
      const clock = setInterval(() => { const now = performance.now(); pause = Math.max(pause, now - last); last = now; }, ${tickMs});
      const runs = [];
      for (let round = 0; round < ${times}; round += 1) {
        await new Promise((done) => setTimeout(done, 50));
        pause = 0;
        const begun = performance.now();
        const ok = await new Promise((done, fail) => { worker.onmessage = (event) => done(event.data); worker.onerror = () => fail(new Error('no worker')); worker.postMessage(input); });
        if (ok !== true) throw new Error('refused');
        runs.push({ ms: performance.now() - begun, pause });
      }
      clearInterval(clock);
      return runs;
    })()`,
  );
  if (!isRuns(found)) throw new Error('the browser answered something else');
  return found;
}

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) console.log('chromium: not here, so nothing to measure');
else {
  const files = new Map([
    ['core.js', await bundled(core)],
    ['whole.js', await bundled(whole)],
  ]);
  const server = await chromium.launchServer({ executablePath, args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  const pid = server.process().pid ?? 0;
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const page = await browser.newPage();
    await page.route(`${origin}/**`, (route) => {
      const script = files.get(new URL(route.request().url()).pathname.slice(1));
      return script === undefined
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' })
        : route.fulfill({ contentType: 'text/javascript', body: script });
    });
    await page.goto(`${origin}/`);
    console.log(`${machine(rounds)}; Chromium ${browser.version()}, from the question to the answer`);
    const cycle = assessments.at(-1)?.body;
    for (const [what, worker, input] of [
      ['27 memberships × 18 criteria × 10,000 draws', 'core.js', null],
      [`what if, ${cycle?.memberships.length ?? 0} memberships, ${cycle?.weights.length ?? 0} profiles, both indexes and indications`, 'whole.js', cycle],
    ] as const) {
      // The compiler settles over the first of them.
      const [first] = await ask(page, worker, input, 4);
      const before = cpuMs(pid);
      const runs = await ask(page, worker, input, rounds);
      const after = cpuMs(pid);
      const byClock = median(runs.map(({ ms }) => ms));
      console.log(`${what}: by the clock ${byClock.toFixed(0)} ms; the first time, with the worker still to be fetched and compiled, ${first?.ms.toFixed(0)} ms`);
      promise(what, before === null || after === null ? byClock : (after - before) / runs.length, 'ms', { atMost: 150 });
      promise(`${worker === 'core.js' ? 'core' : 'what if'}: longest pause of the page meanwhile`, median(runs.map(({ pause }) => pause)), 'ms', { atMost: fourFrames });
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
