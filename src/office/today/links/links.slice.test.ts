import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colleague, officeAs } from '../../../../test/office.ts';
import { markup, textOf } from '../../../../test/markup.ts';
import { storeFor } from '../../../../test/world.ts';
import { ask, type Manners } from './ask.ts';
import { aDay, checkNext, pauseMs, turns } from './check.ts';

const place = storeFor('world');
const hour = 3_600_000;
const start = new Date('2026-11-22T08:00:00Z');
const after = (hours: number): Date => new Date(start.getTime() + hours * hour);

type Asked = { method: string; path: string; agent: string; range: string | undefined };
let heard: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let origin: string;
const turned: string[] = [];
const manners = (more: Partial<Manners> = {}): Manners => ({
  userAgent: 'Koga link check (+https://koga.example)',
  timeoutMs: 500,
  turn: (host) => Promise.resolve(void turned.push(host)),
  privateToo: true,
  ...more,
});

beforeEach(async () => {
  heard = [];
  turned.length = 0;
  server = createServer((request, response) => {
    heard.push({ method: request.method ?? '', path: request.url ?? '', agent: request.headers['user-agent'] ?? '', range: request.headers.range });
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterEach(() => new Promise<void>((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))));

const says = (status: number, headers: Record<string, string> = {}) => {
  answer = (_request, response) => void response.writeHead(status, headers).end();
};

describe('asking whether a source still answers', () => {
  it('is one HEAD that says who asks and from where', async () => {
    says(200);
    expect(await ask(`${origin}/uchwala.pdf#strona-2`, manners())).toEqual({ outcome: 'answers' });
    expect(heard).toEqual([{ method: 'HEAD', path: '/uchwala.pdf', agent: 'Koga link check (+https://koga.example)', range: undefined }]);
  });

  it('is a GET of one byte where HEAD finds nothing, each in its turn', async () => {
    answer = (request, response) => void response.writeHead(request.method === 'HEAD' ? 405 : 206).end('x');
    expect(await ask(`${origin}/a`, manners())).toEqual({ outcome: 'answers' });
    expect(heard.map(({ method, range }) => [method, range])).toEqual([
      ['HEAD', undefined],
      ['GET', 'bytes=0-0'],
    ]);
    expect(turned).toHaveLength(2);
  });

  it.each([
    [404, 'broken'],
    [410, 'broken'],
    [500, 'broken'],
    [403, 'undecided'],
    [429, 'undecided'],
    [503, 'undecided'],
  ])('finds that %i means %s: a site may keep programs out', async (status, outcome) => {
    says(status);
    expect(await ask(`${origin}/a`, manners())).toEqual({ outcome, problem: String(status) });
  });

  it('goes where a page has moved to, but not round and round', async () => {
    answer = (request, response) => void (request.url === '/old' ? response.writeHead(301, { location: '/new' }) : response.writeHead(200)).end();
    expect(await ask(`${origin}/old`, manners())).toEqual({ outcome: 'answers' });
    says(302, { location: '/round' });
    heard = [];
    expect(await ask(`${origin}/round`, manners())).toEqual({ outcome: 'broken', problem: 'redirects' });
    expect(heard).toHaveLength(4);
  });

  it('ends when nobody answers in time, or nobody is there', async () => {
    answer = () => undefined;
    expect(await ask(`${origin}/a`, manners({ timeoutMs: 100 }))).toEqual({ outcome: 'broken', problem: 'timeout' });
    expect(await ask('http://127.0.0.1:1/', manners())).toMatchObject({ outcome: 'broken', problem: 'ECONNREFUSED' });
  });

  it('never reaches this machine or the city’s own network, whatever a name or a redirect says', async () => {
    says(200);
    const outside = manners({ privateToo: false });
    const bare = origin.replace(/:\d+$/, '');
    for (const url of [
      bare,
      'http://localhost/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest',
      'http://0x7f.1/',
      'ftp://example.org/',
      'http://u:p@example.org/',
      origin,
    ])
      expect(await ask(url, outside)).toMatchObject({ outcome: 'undecided' });
    expect(heard).toEqual([]);
  });
});

it('one host is asked once in ten seconds, others meanwhile', async () => {
  let now = 0;
  const slept: number[] = [];
  const turn = turns({
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  });
  await turn('a.example');
  await turn('b.example');
  now += 4000;
  await turn('a.example');
  await turn('a.example');
  expect(slept).toEqual([pauseMs - 4000, pauseMs]);
});

describe('the sources of the register', () => {
  const rows = () => place().db.read((reader) => reader.selectFrom('sourceChecks').selectAll().orderBy('url').execute());
  // Sources of the example lie elsewhere in the world; here one of them stands for all, on this machine.
  const only = async () => {
    await place().db.write(async (tx) => {
      await tx.deleteFrom('sourceChecks').execute();
    });
  };
  beforeEach(only);

  it('are all on the list, each address once', async () => {
    says(200);
    const done = await checkNext(place().db, manners({ timeoutMs: 1, privateToo: false, turn: () => Promise.reject(new Error('nobody is asked in this test')) }), start).catch(
      () => null,
    );
    expect(done).toBeNull();
    const all = await rows();
    expect(all.length).toBeGreaterThan(50);
    expect(all.every((row) => /^https?:\/\//.test(row.url) && row.host === row.host.toLowerCase())).toBe(true);
    expect(all.filter((row) => row.askedAt !== null)).toHaveLength(1);
  });

  it('are asked a few a day, however often somebody looks', async () => {
    const busy = manners({ turn: () => Promise.reject(new Error('not asked')) });
    for (let at = 0; at < aDay + 20; at += 1) await checkNext(place().db, busy, after(at / 100)).catch(() => null);
    expect((await rows()).filter((row) => row.askedAt !== null)).toHaveLength(aDay);
    await checkNext(place().db, busy, after(25)).catch(() => null);
    expect((await rows()).filter((row) => row.askedAt !== null)).toHaveLength(aDay + 1);
  });

  it('that were broken on two different days are a matter for the office, at the record that names them', async () => {
    const { keepAnswer, syncSources } = await import('./store.ts');
    const { day } = await import('#basics/day.ts');
    const { db } = place();
    await db.write(syncSources);
    const url = (await rows())[0]?.url ?? '';
    const broken = { outcome: 'broken', problem: '404' } as const;
    const office = async () => textOf(markup(await (await officeAs(place(), await colleague(place(), 'Ewa', ['editor'])).get('/office')).text()));
    await db.write((tx) => keepAnswer(tx, url, broken, day('2026-11-20')));
    await db.write((tx) => keepAnswer(tx, url, broken, day('2026-11-20')));
    expect(await office()).not.toContain('Źródło nie odpowiada');
    await db.write((tx) => keepAnswer(tx, url, broken, day('2026-11-22')));
    expect(await office()).toContain('Źródło nie odpowiada');
    expect(await office()).toContain('od: 20 listopada 2026');
    await db.write((tx) => keepAnswer(tx, url, { outcome: 'undecided', problem: '403' }, day('2026-11-22')));
    expect(await office()).not.toContain('Źródło nie odpowiada');
  });

  it('that no record names any more are forgotten', async () => {
    await place().db.write((tx) => tx.insertInto('sourceChecks').values({ url: 'https://gone.example/', host: 'gone.example', brokenDays: 5 }).execute());
    await checkNext(place().db, manners({ turn: () => Promise.reject(new Error('not asked')) }), start).catch(() => null);
    expect((await rows()).map((row) => row.url)).not.toContain('https://gone.example/');
  });
});
