import { connect } from 'node:net';
import type { Server } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFront, type FrontOptions } from './front.ts';
import { close, listen } from './listen.ts';
import { securityHeaders } from './security-headers.ts';

const html = `<!doctype html><title>Organizacje</title>${'<p>Łódź należy do dwóch sieci.</p>'.repeat(60)}`;

type Answer = { status: number; headers: Map<string, string>; body: Buffer };

let server: Server;
let port: number;
let asked: Request[];
let logged: string[];
let version: string;
let clock: number;
let render: (request: Request) => Response | Promise<Response>;

const page = (body: string, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', 'x-koga-cache': 'page', ...headers } });

async function start(more: Partial<FrontOptions> = {}): Promise<void> {
  server = createFront({
    handle: (request) => {
      asked.push(request);
      return render(request);
    },
    version: () => version,
    assets: new Map([
      ['/assets/site-1a2b.css', { bytes: Buffer.from('body { color: black }'.repeat(40)), type: 'text/css; charset=utf-8' }],
      ['/robots.txt', { bytes: Buffer.from('User-agent: *'), type: 'text/plain', immutable: false }],
    ]),
    allow: (path) => (path.startsWith('/nowhere') ? null : path === '/office/form' ? ['GET', 'POST'] : ['GET']),
    log: (line) => logged.push(line),
    now: () => clock,
    ...more,
  });
  const began = await listen(server, 0, '127.0.0.1');
  if (!began.ok) throw new Error(began.refusal);
  port = began.value.port;
}

/** What comes back for these very bytes; the connection is ended by the server. */
function raw(bytes: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks))));
  });
}

function readAnswer(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) };
}

const ask = (method: string, target: string, headers: Record<string, string> = {}, body = '') => {
  const lines = Object.entries({ Host: 'koga.example', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(`${method} ${target} HTTP/1.1\r\n${lines.join('')}Connection: close\r\n\r\n${body}`);
};
const get = (target: string, headers: Record<string, string> = {}) => ask('GET', target, headers);

function expectSecured({ headers }: Answer): void {
  for (const [name, value] of securityHeaders(false)) expect(headers.get(name), name).toBe(value);
  expect(headers.has('server') || headers.has('x-powered-by')).toBe(false);
}

beforeEach(async () => {
  asked = [];
  logged = [];
  version = '1';
  clock = 1_000;
  render = () => page(html);
  await start();
});
afterEach(() => close(server, 200));

describe('a page', () => {
  it('is rendered once and then sent as ready bytes in the encoding asked for', async () => {
    const plain = await get('/pl/organizacje');
    const brotli = await get('/pl/organizacje', { 'Accept-Encoding': 'gzip, br' });
    const gzip = await get('/pl/organizacje', { 'Accept-Encoding': 'gzip' });
    const zstd = await get('/pl/organizacje', { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
    const whole = [plain, brotli, gzip, zstd];
    expect([plain.body, brotliDecompressSync(brotli.body), gunzipSync(gzip.body), zstdDecompressSync(zstd.body)].map(String)).toEqual([html, html, html, html]);
    expect(whole.map((answer) => answer.headers.get('content-encoding'))).toEqual([undefined, 'br', 'gzip', 'zstd']);
    expect(new Set(whole.map((answer) => answer.headers.get('etag'))).size).toBe(4);
    for (const answer of whole) {
      expect(answer.headers.get('content-length')).toBe(String(answer.body.length));
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect([...answer.headers.keys()].filter((name) => name.startsWith('x-koga'))).toEqual([]);
      expectSecured(answer);
    }
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['br;q=0', undefined],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['identity;q=0', undefined],
    ['*;q=0', undefined],
  ])('answers Accept-Encoding %s with %s', async (header, encoding) => {
    const answer = await get('/pl', { 'Accept-Encoding': header });
    expect(answer.status).toBe(/^(identity|\*)/.test(header) ? 406 : 200);
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expectSecured(answer);
  });

  it('is the same page for readers of other encodings who come later', async () => {
    const zstd = await get('/pl', { 'Accept-Encoding': 'zstd' });
    const brotli = await get('/pl', { 'Accept-Encoding': 'br' });
    const gzip = await get('/pl', { 'Accept-Encoding': 'gzip' });
    const plain = await get('/pl');
    expect([zstdDecompressSync(zstd.body), brotliDecompressSync(brotli.body), gunzipSync(gzip.body), plain.body].map(String)).toEqual([html, html, html, html]);
    expect(new Set([zstd, brotli, gzip, plain].map(({ headers }) => headers.get('etag'))).size).toBe(4);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['two Hosts', 'Host: a\r\nHost: b\r\n', 400, undefined],
    ['a Host that is none', 'Host: a/b@c\r\n', 400, undefined],
    ['no Host', '', 400, undefined],
    ['the encodings it takes in two lines', 'Host: koga.example\r\nAccept-Encoding: deflate\r\nACCEPT-ENCODING: gzip\r\n', 200, 'gzip'],
    ['no encoding that it takes', 'Host: koga.example\r\nAccept-Encoding: *;q=0\r\n', 406, undefined],
    ['a body that is empty', 'Host: koga.example\r\nContent-Length: 0\r\nAccept-Encoding: br\r\n', 200, 'br'],
    ['a body', 'Host: koga.example\r\nContent-Length: 3\r\nAccept-Encoding: br\r\n', 200, 'br'],
  ])('that is kept is answered like any other where the request has %s', async (_what, lines, status, encoding) => {
    await get('/pl', { 'Accept-Encoding': 'br' });
    const answer = await raw(`GET /pl HTTP/1.1\r\n${lines}Connection: close\r\n\r\n${lines.includes('Length: 3') ? 'a=b' : ''}`);
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([status, encoding]);
    expectSecured(answer);
  });

  it('that is kept is not sent again where the tag stands in the second of two lines', async () => {
    const etag = (await get('/pl', { 'Accept-Encoding': 'br' })).headers.get('etag') ?? '';
    const lines = `Host: koga.example\r\nAccept-Encoding: br\r\nIf-None-Match: "other"\r\nIf-None-Match: ${etag}\r\n`;
    expect((await raw(`GET /pl HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)).status).toBe(304);
  });

  it('that is kept waits its turn behind one that is still being made', async () => {
    await get('/pl/kept');
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    render = async () => {
      await gate;
      return new Response('slow', { headers: { 'content-length': '4' } });
    };
    const both = raw('GET /pl/slow HTTP/1.1\r\nHost: koga.example\r\n\r\nGET /pl/kept HTTP/1.1\r\nHost: koga.example\r\nConnection: close\r\n\r\n');
    while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
    release();
    const { body } = await both;
    expect(body.subarray(0, 4).toString()).toBe('slow');
    expect(body.toString()).toContain(html);
  });

  it('answers HEAD with the length that GET has, and no body', async () => {
    for (const encoding of ['identity', 'br']) {
      const headers = { 'Accept-Encoding': encoding };
      const head = await ask('HEAD', '/pl', headers);
      const whole = await get('/pl', headers);
      expect([head.status, head.body.length, head.headers.get('content-length')]).toEqual([200, 0, String(whole.body.length)]);
      expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
    }
    expect(asked.map((request) => request.method)).toEqual(['GET']);
  });

  it('is not sent again to a reader who has it', async () => {
    const etag = (await get('/pl', { 'Accept-Encoding': 'br' })).headers.get('etag') ?? '';
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('/pl', { 'Accept-Encoding': 'br', 'If-None-Match': header });
      expect([answer.status, answer.body.length, answer.headers.get('etag'), answer.headers.get('vary')]).toEqual([304, 0, etag, 'Accept-Encoding']);
      expectSecured(answer);
    }
    expect((await ask('HEAD', '/pl', { 'Accept-Encoding': 'br', 'If-None-Match': etag })).status).toBe(304);
    expect((await get('/pl', { 'Accept-Encoding': 'gzip', 'If-None-Match': etag })).status).toBe(200);
    expect((await get('/pl', { 'Accept-Encoding': 'br', 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('comes whole where a part is asked for', async () => {
    const answer = await get('/pl', { Range: 'bytes=0-9' });
    expect([answer.status, answer.body.length]).toEqual([200, Buffer.byteLength(html)]);
  });

  it('is rendered once for many who ask at the same time', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    render = async () => {
      await gate;
      return page(html);
    };
    const answers = Array.from({ length: 8 }, () => get('/pl/koszty'));
    while (asked.length === 0 || (await connections()) < 8) await new Promise((resolve) => setImmediate(resolve));
    release();
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it('is rendered again when the version changes, when its time is over, and for another query', async () => {
    render = () => page(html, { 'x-koga-until': '5000' });
    await get('/pl');
    clock = 4_999;
    await get('/pl');
    expect(asked).toHaveLength(1);
    clock = 5_000;
    render = () => page(html);
    await get('/pl');
    expect(asked).toHaveLength(2);
    version = '2';
    await get('/pl');
    await get('/pl');
    expect(asked).toHaveLength(3);
    await get('/pl?q=a');
    await get('/pl?q=a');
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['it is not marked for keeping', {}, () => new Response(html)],
    ['it is not a success', {}, () => new Response(html, { status: 404, headers: { 'x-koga-cache': 'page' } })],
    ['it sets a cookie', {}, () => page(html, { 'set-cookie': '__Host-a=b' })],
    ['it differs by something else', {}, () => page(html, { vary: 'Accept' })],
    ['it was read at another version', {}, () => page(html, { 'x-koga-version': '0' })],
    ['its time is over', {}, () => page(html, { 'x-koga-until': '10' })],
    ['its reader is signed in', { Cookie: '__Host-session=1' }, () => page(html)],
  ])('is not kept where %s', async (_why, headers, answer) => {
    render = answer;
    const first = await get('/pl', headers);
    await get('/pl', headers);
    expect(asked).toHaveLength(2);
    expectSecured(first);
    expect([...first.headers.keys()].filter((name) => name.startsWith('x-koga'))).toEqual([]);
  });

  it('stays within the bound of the cache whatever is asked for', async () => {
    await close(server, 200);
    await start({ maxCacheBytes: 40_000 });
    for (let i = 0; i < 40; i += 1) await get(`/pl?page=${i}`);
    await get('/pl?page=39');
    expect(asked).toHaveLength(41);
    await get('/pl?page=5');
    expect(asked).toHaveLength(41);
  });
});

const connections = () => new Promise<number>((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));

describe('a file', () => {
  it('is sent compressed, to be kept for good, without asking the app', async () => {
    const answer = await get('/assets/site-1a2b.css', { 'Accept-Encoding': 'br' });
    expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([200, 'br', 'public, max-age=31536000, immutable']);
    expectSecured(answer);
    expect((await get('/assets/site-1a2b.css', { 'Accept-Encoding': 'br', 'If-None-Match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get('/robots.txt')).headers.get('cache-control')).toContain('must-revalidate');
    expect((await ask('POST', '/robots.txt')).status).toBe(405);
    expect(asked).toEqual([]);
  });
});

describe('a request', () => {
  it.each([
    ['to change a page', 'POST', '/pl', 405],
    ['to delete a page', 'DELETE', '/pl', 405],
    ['with a method of another protocol', 'PROPFIND', '/pl', 405],
    ['to trace', 'TRACE', '/pl', 405],
    ['to trace what is not there', 'TRACE', '/nowhere', 404],
    ['with an encoded slash', 'GET', '/pl%2Fx', 400],
    ['with an encoded backslash', 'GET', '/pl/%5Cx', 400],
    ['with bytes that are not UTF-8', 'GET', '/%ff', 400],
    ['with bytes that are not UTF-8 in the query', 'GET', '/pl?q=%ff', 400],
    ['with NUL', 'GET', '/%00', 400],
    ['with NUL in the query', 'GET', '/pl?q=%00', 400],
    ['with dots that lead up', 'GET', '/pl/../x', 400],
    ['with encoded dots that lead up', 'GET', '/pl/%2e%2e/x', 400],
    ['for another host', 'GET', 'http://evil.example/pl', 400],
    ['that looks like another host', 'GET', '//evil.example', 404],
    ['that looks like another host with a slash at its end', 'GET', '//evil.example/', 404],
    ['with a doubled slash', 'GET', '/pl//x', 404],
    ['with an address of over 8,000 characters', 'GET', `/${'a'.repeat(8_000)}`, 414],
    ['with a query of over 2,000 characters', 'GET', `/pl?q=${'a'.repeat(2_000)}`, 414],
    ['about the whole server', 'OPTIONS', '*', 204],
    ['that reads the whole server', 'GET', '*', 400],
    ['about what a page allows', 'OPTIONS', '/pl', 204],
    ['for a tunnel', 'CONNECT', 'evil.example:443', 400],
  ])('%s does not reach the app', async (_what, method, target, status) => {
    const answer = await ask(method, target);
    expect(answer.status).toBe(status);
    expect(answer.headers.has('location')).toBe(false);
    expectSecured(answer);
    expect(asked).toEqual([]);
  });

  it('that is refused gets a page for people and a problem for programs, in the language of the address', async () => {
    const forPeople = await get('/en/%ff', { Accept: 'text/html' });
    expect(forPeople.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(forPeople.body.toString()).toMatch(/<html lang="en">.*<h1>The request could not be read<\/h1>.*<section lang="pl"><h2>/s);
    const forPrograms = await get('/pl/%ff', { Accept: 'application/json' });
    expect(forPrograms.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(forPrograms.body.toString())).toMatchObject({ status: 400, title: 'Nie udało się odczytać żądania', instance: '/pl/%ff' });
  });

  it('says with 405 and OPTIONS what an address allows', async () => {
    expect((await ask('POST', '/pl')).headers.get('allow')).toBe('GET, HEAD');
    expect((await ask('PUT', '/office/form')).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await ask('OPTIONS', '/office/form')).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('for an address with a slash at its end is sent to the one without, on this host', async () => {
    const answer = await get('/pl/organizacje/?q=a&b=//evil.example/');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/pl/organizacje?q=a&b=//evil.example/']);
    expect((await ask('POST', '/office/form/')).status).toBe(308);
    expectSecured(answer);
  });

  it.each([
    ['a broken request line', 'NONSENSE\r\n\r\n', 400],
    ['no Host', 'GET /pl HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two Hosts', 'GET /pl HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
    ['a Host that is none', 'GET /pl HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n', 400],
    ['headers beyond 16 kB', `GET /pl HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    ['a length and chunks at once', 'POST /office/form HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a broken chunk', 'POST /office/form HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n', 400],
    ['an absent HTTP/1.0 Host', 'GET /pl HTTP/1.0\r\n\r\n', 200],
    ['an unknown expectation', 'GET /pl HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n', 200],
  ])('with %s gets our headers too', async (_what, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-length')).toBe(String(answer.body.length));
    expectSecured(answer);
  });

  it('is believed about its host only where no base URL is set', async () => {
    await get('/pl');
    await close(server, 200);
    await start({ baseUrl: 'https://koga.example/' });
    const answer = await get('/pl', { Host: 'evil.example' });
    expect(asked.map((request) => request.url)).toEqual(['http://koga.example/pl', 'https://koga.example/pl']);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });
});

describe('a body', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

  it('reaches the app', async () => {
    render = async (request) => new Response(await request.text(), { status: 422 });
    const answer = await ask('POST', '/office/form', { ...form, 'Content-Length': '5' }, 'a=b+c');
    expect([answer.status, answer.body.toString('latin1')]).toEqual([422, '5\r\na=b+c\r\n0\r\n\r\n']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('over 1 MB is refused by its declared length, unread', async () => {
    const answer = await ask('POST', '/office/form', { ...form, 'Content-Length': '1048577' }, 'x'.repeat(1_048_577));
    expect(answer.status).toBe(413);
    expectSecured(answer);
    expect(asked).toEqual([]);
  });

  it('over 1 MB is refused though it does not say its length', async () => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const answer = await ask('POST', '/office/form', { ...form, 'Transfer-Encoding': 'chunked' }, `${chunk.repeat(40)}0\r\n\r\n`);
    expect(answer.status).toBe(413);
    expect(asked).toEqual([]);
  });

  it('too large is refused before it is sent, where the sender asks first', async () => {
    const answer = await ask('POST', '/office/form', { ...form, 'Content-Length': '9999999', Expect: '100-continue' });
    expect(answer.status).toBe(413);
  });

  it('may be larger where the address takes more', async () => {
    await close(server, 200);
    await start({ maxBodyBytes: (path) => (path === '/office/form' ? 3_000_000 : 10) });
    render = async (request) => new Response(String((await request.arrayBuffer()).byteLength));
    const answer = await ask('POST', '/office/form', { ...form, 'Content-Length': '2000000' }, 'x'.repeat(2_000_000));
    expect(answer.body.toString('latin1')).toContain('2000000');
  });
});

describe('a failure of the app', () => {
  it('is logged under a number and tells the reader nothing else', async () => {
    render = () => {
      throw new Error('secret: relation "acts" does not exist');
    };
    const answer = await get('/en/acts', { Accept: 'text/html' });
    const [reference = ''] = (logged[0] ?? '').split(' ');
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toContain(reference);
    expect(answer.body.toString()).toContain('<html lang="en">');
    expect(answer.body.toString()).toContain('lang="pl"');
    expect(answer.body.toString()).not.toContain('secret');
    expect(logged[0]).toContain('secret');
    expectSecured(answer);
  });

  it('is a problem of RFC 9457 for a program', async () => {
    render = () => Promise.reject(new Error('secret'));
    const answer = await get('/pl', { Accept: 'application/json' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body.toString())).toMatchObject({ type: 'about:blank', status: 500, instance: '/pl' });
  });

  it('does not stay: the next reader gets the page', async () => {
    render = () => Promise.reject(new Error('the database is away'));
    expect((await get('/pl')).status).toBe(500);
    render = () => page(html);
    expect((await get('/pl')).status).toBe(200);
  });
});

describe('the app', () => {
  it('answers unknown addresses itself, and HEAD gets the length of its answer', async () => {
    render = () => new Response('nie ma', { status: 404 });
    expect((await get('/nowhere')).status).toBe(404);
    const head = await ask('HEAD', '/nowhere');
    expect([head.status, head.headers.get('content-length'), head.body.length]).toEqual([404, '6', 0]);
  });

  it('may open data to other sites, and may not loosen the policy', async () => {
    render = () => page('{}', { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': 'default-src *', server: 'x' });
    const { headers } = await get('/pl/organizacje.json');
    expect([headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual(['*', 'cross-origin']);
    expect(headers.get('content-security-policy')).toBe(securityHeaders(false).get('content-security-policy'));
    expect(headers.has('server')).toBe(false);
  });

  it('may set several cookies', async () => {
    render = () => {
      const answer = new Response('x');
      answer.headers.append('set-cookie', '__Host-a=1');
      answer.headers.append('set-cookie', '__Host-b=2');
      return answer;
    };
    const response = await fetch(`http://127.0.0.1:${port}/office/form`);
    expect(response.headers.getSetCookie()).toEqual(['__Host-a=1', '__Host-b=2']);
  });

  it('learns the address of the reader from the trusted proxies alone', async () => {
    const seen: string[] = [];
    const handle: FrontOptions['handle'] = (_request, reader) => {
      seen.push(reader.address);
      return new Response('x');
    };
    const headers = { 'X-Forwarded-For': '6.6.6.6, 10.0.0.7' };
    for (const proxies of [0, 1]) {
      await close(server, 200);
      await start({ handle, proxies });
      await get('/pl', headers);
    }
    expect(seen).toEqual(['127.0.0.1', '10.0.0.7']);
  });
});

describe('the server', () => {
  it('says why it cannot listen', async () => {
    const second = createFront({ handle: () => new Response(), version: () => '', assets: new Map(), allow: () => null });
    expect(await listen(second, port, '127.0.0.1')).toMatchObject({ ok: false, refusal: 'portBusy' });
    expect(await listen(second, 0, '192.0.2.1')).toMatchObject({ ok: false, refusal: 'hostUnavailable' });
  });

  it('finishes what it is answering when it is closed, and drops idle connections', async () => {
    let release: () => void = () => undefined;
    render = async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return page(html);
    };
    const idle = connect(port, '127.0.0.1');
    const idleEnded = new Promise((resolve) => idle.on('close', resolve));
    const answer = raw('GET /pl HTTP/1.1\r\nHost: a\r\n\r\n');
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const closed = close(server, 4_000);
    release();
    expect((await answer).status).toBe(200);
    idle.resume();
    await Promise.all([closed, idleEnded]);
    expect(server.listening).toBe(false);
  });

  it('keeps connections longer than proxies do and bounds slow senders', () => {
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 60_000]);
  });
});
