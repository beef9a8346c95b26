import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataFolder } from './data-folder.ts';

const bundle = resolve(import.meta.dirname, '../build/koga.js');

type Ended = { code: number | null; said: string; complained: string };

/** Runs the built command to its end, as a user would: its exit code, what it said and what it complained of. */
function koga(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bundle, ...args], { env: { ...process.env, DATABASE_URL: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, complained]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => complained.push(chunk.toString()));
    child.once('error', fail);
    child.once('exit', (code) => done({ code, said: said.join(''), complained: complained.join('') }));
  });
}

describe('a start that cannot be says why in a sentence, and exits with another code than 0', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await newDataFolder('command');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const ended = await koga(['start'], { PORT: String(port), KOGA_DATA: join(folder, 'busy') });
    server.close();
    expect(ended.code).toBe(1);
    expect(ended.complained).toMatch(new RegExp(`^Port ${port} is already in use\\. .*PORT=`));
  });

  it('a data folder of another PostgreSQL major', async () => {
    const data = join(folder, 'major');
    await mkdir(join(data, 'db'), { recursive: true });
    await writeFile(join(data, 'db', 'PG_VERSION'), '9\n');
    const ended = await koga(['status'], { KOGA_DATA: data });
    expect(ended.code).toBe(1);
    expect(ended.complained).toMatch(/another major version.*koga export.*koga import/s);
  });

  it('a data folder that cannot be written', async () => {
    const inTheWay = join(folder, 'file');
    await writeFile(inTheWay, 'not a folder');
    const ended = await koga(['status'], { KOGA_DATA: inTheWay });
    expect(ended.code).toBe(1);
    expect(ended.complained).toMatch(/data folder/i);
    expect(ended.complained).not.toMatch(/ at .*\.ts|node:/);
  });

  it.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['an unknown option', ['start', '--fast'], {}, 2, /Unknown option '--fast'.*koga --help/],
    ['an unknown command', ['sail'], {}, 2, /there is no command sail/],
    ['an unknown example', ['start', '--example', 'atlantis'], {}, 2, /there is no example atlantis; there is krakow/],
    ['two wishes at once', ['start', '--empty', '--example', 'krakow'], {}, 2, /either --empty or --example/],
    ['a file that is not named', ['export'], {}, 2, /needs a file/],
    ['a port that is none', ['status'], { PORT: 'eighty' }, 1, /^PORT must be a number from 1 to 65535.*"eighty"/],
    [
      'a database that does not answer',
      ['status'],
      { DATABASE_URL: 'postgres://koga@127.0.0.1:1/koga' },
      1,
      /^The database in DATABASE_URL cannot be reached: connect ECONNREFUSED/,
    ],
  ])('%s', async (_what, args, env, code, words) => {
    const ended = await koga(args, { KOGA_DATA: join(folder, 'unused'), ...env });
    expect([ended.code, ended.said]).toEqual([code, '']);
    expect(ended.complained).toMatch(words);
    expect(ended.complained.trim().split('\n')).toHaveLength(1);
  });

  it('help is no mistake and shows examples', async () => {
    const ended = await koga(['--help'], {});
    expect(ended.code).toBe(0);
    expect(ended.said).toMatch(/Examples/);
  });
});
