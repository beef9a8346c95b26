import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { counters } from './counters.ts';
import { createPageCache } from './page-cache.ts';
import { chooseEncoding } from './negotiate.ts';
import { isPage, pageOf, pageOfFile, sendPage, sendReady, type Asset, type Page } from './page.ts';
import { answerParserErrors } from './parser-errors.ts';
import { problemFor, type Problem } from './problems.tsx';
import { addressOfReader, hasBody, hostOf, pleaOf, readBody, toRequest } from './request.ts';
import { readTarget, targetBounds, type TargetBounds } from './request-target.ts';
import { sendAndHangUp, sendResponse, type Exchange } from './respond.ts';
import { securityHeaders } from './security-headers.ts';

/** Who asks; the app finds it as its environment (`c.env.address`). */
export type Reader = { address: string };

export type FrontOptions = {
  /** The app: asked for everything that is neither a file nor a page already kept. */
  handle: (request: Request, reader: Reader) => Promise<Response> | Response;
  /** What all pages depend on: register version, day, build, settings. A change forgets every page kept. */
  version: () => string;
  assets: ReadonlyMap<string, Asset>;
  /** The methods that an address takes; null where there is none, which is for the app to say. */
  allow: (path: string) => readonly string[] | null;
  /** The public address, `https://example.org`. Without it the Host header of each request is taken. */
  baseUrl?: string | null;
  /** How many trusted proxies stand before the service. */
  proxies?: number;
  /** The greatest body that an address takes; 1 MB unless said. */
  maxBodyBytes?: (path: string) => number;
  maxCacheBytes?: number;
  bounds?: TargetBounds;
  log?: (line: string) => void;
  now?: () => number;
};

const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * The server that stands before the app: it judges the request, answers files and kept pages as ready bytes, and asks the app
 * for the rest. The app marks an answer for keeping with `x-koga-cache: page`, may end it with `x-koga-until: <epoch ms>`, and
 * may name with `x-koga-version` the version it read, so that it is kept only where that is the version still in force.
 */
export function createFront(options: FrontOptions): Server {
  const { version, allow, baseUrl = null, proxies = 0, log = () => undefined, now = Date.now, bounds = targetBounds } = options;
  const maxBodyBytes = options.maxBodyBytes ?? (() => 1_048_576);
  const security = securityHeaders(baseUrl?.startsWith('https:') === true);
  const origin = baseUrl === null ? null : new URL(baseUrl).origin;
  const cache = createPageCache<Page>({ maxBytes: options.maxCacheBytes ?? 6 * 1_048_576, now });
  const files = new Map([...options.assets].map(([path, asset]) => [path, pageOfFile(asset, security)]));

  /** What something kept is known by: the address, or host and address where the host is believed. */
  const keyOf = (host: string, target: string): string => (origin === null ? host + target : target);

  /** Made here and not where a request is answered: what is kept would hold that request with it, ten times its own weight. */
  const grewAt = (key: string) => (page: Page) => cache.grew(key, page);

  /**
   * Answers from ready bytes at once, before anything is waited for. Nothing is judged anew here: only addresses that were found sound are ever kept, and
   * whatever is not as simple as nearly every request is takes the longer way, which gives the same answers.
   */
  function answerKept(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
    const isHead = incoming.method === 'HEAD';
    if (!isHead && incoming.method !== 'GET') return false;
    const plea = pleaOf(incoming);
    if (plea === null) return false;
    cache.under(version());
    const page = cache.get(keyOf(plea.host, incoming.url ?? ''));
    if (page === undefined) return false;
    const encoding = chooseEncoding(plea.accepts, page.offered);
    const ready = encoding === null ? undefined : page.ready[encoding];
    if (ready === undefined) return false;
    counters.kept += 1;
    sendReady(outgoing, ready, plea.has, isHead);
    return true;
  }

  async function answer(exchange: Exchange, promised: boolean): Promise<void> {
    const { incoming, outgoing } = exchange;
    const accept = incoming.headers.accept;
    const refuse = (path: string, problem: Problem) => sendResponse(exchange, problemFor({ path, accept }, problem));

    const method = incoming.method ?? '';
    const isRead = method === 'GET' || method === 'HEAD';
    const target = readTarget(incoming.url ?? '', bounds);
    if (target.kind === 'refused') return refuse(pathAsked(incoming), { status: target.status, detail: detailOf[target.why] });
    const host = hostOf(incoming);
    if (host === null) return refuse('/', { status: 400, detail: 'host' });
    if (target.kind === 'server') {
      return method === 'OPTIONS' ? sendResponse(exchange, allowing([...known])) : refuse('/', { status: 400, detail: 'malformed' });
    }
    if (target.kind === 'moved') {
      // 308 keeps the method, which 301 does not.
      return sendResponse(
        exchange,
        new Response(null, { status: isRead ? 301 : 308, headers: { location: target.location, 'cache-control': 'public, max-age=0, must-revalidate' } }),
      );
    }

    const { path, query } = target;
    const show = async (page: Page) => {
      if (!(await sendPage(incoming, outgoing, page))) await refuse(path, { status: 406 });
    };
    const url = `${origin ?? `http://${host}`}${path}${query}`;
    const key = keyOf(host, `${path}${query}`);
    const current = version();
    cache.under(current);
    // What is kept may be read: nothing else needs to be asked about its address.
    if (isRead && !hasBody(incoming)) {
      const kept = cache.get(key);
      if (kept !== undefined) {
        counters.kept += 1;
        return show(kept);
      }
    }
    const file = files.get(path);
    const methods = allowed(file === undefined ? allow(path) : ['GET']);
    if (methods !== null && !methods.includes(method)) return method === 'OPTIONS' ? sendResponse(exchange, allowing(methods)) : refuse(path, { status: 405, allowed: methods });
    if (file !== undefined) return show(file);
    // Request knows no TRACE and its like; where the address is unknown too, there is nothing to ask the app.
    if (!known.has(method)) return refuse(path, { status: 404 });

    let body: Buffer<ArrayBuffer> | null = null;
    if (hasBody(incoming)) {
      const limit = maxBodyBytes(path);
      if (promised && Number(incoming.headers['content-length'] ?? 0) <= limit) outgoing.writeContinue();
      const read = await readBody(incoming, limit);
      if (!read.ok && read.refusal === 'brokenOff') return;
      if (!read.ok) return sendAndHangUp(exchange, problemFor({ path, accept }, { status: 413 }));
      body = read.value;
    }

    const ask = async () => {
      const startedAt = performance.now();
      const response = await options.handle(toRequest(incoming, url, body), { address: addressOfReader(incoming, proxies) });
      counters.renderMs += performance.now() - startedAt;
      counters.rendered += 1;
      return response;
    };
    if (!isRead) return sendResponse(exchange, await ask());

    const held = cache.get(key);
    if (held !== undefined) return show(held);

    const own: { answer?: Response } = {};
    const prepare = async () => {
      const response = await ask();
      if (isPage(response)) {
        counters.prepared += 1;
        return pageOf(response, { version: current, security, accepts: incoming.headers['accept-encoding'], grew: grewAt(key) });
      }
      own.answer = response;
      return null;
    };
    // What was prepared for somebody known is never given to others, even if the app should mark it by mistake.
    const isAnonymous = incoming.headers.cookie === undefined && incoming.headers.authorization === undefined;
    const page = isAnonymous ? await cache.once(key, prepare) : await prepare();
    counters.cacheBytes = cache.bytes();
    counters.cacheEntries = cache.count();
    if (page !== null) return show(page);
    return sendResponse(exchange, own.answer ?? (await ask()));
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse, promised: boolean): Promise<void> {
    remember(incoming, outgoing);
    const exchange = { incoming, outgoing, security };
    try {
      await answer(exchange, promised);
    } catch (error) {
      // A reader who left in the middle is no fault of anybody's.
      if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      const reference = randomUUID().slice(0, 8);
      log(`${reference} ${incoming.method ?? ''} ${incoming.url?.slice(0, 200) ?? ''} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
      else {
        for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
        await sendResponse(exchange, problemFor({ path: pathAsked(incoming), accept: incoming.headers.accept }, { status: 500, reference })).catch(() => outgoing.destroy());
      }
    }
  }

  const server = createServer({
    maxHeaderSize: 16_384,
    // We answer a missing Host ourselves: Node's own answer lacks our headers.
    requireHostHeader: false,
    // Nothing is read of a request that brings no body, and Node need not prepare for it.
    optimizeEmptyRequests: true,
    // Above the 60 s of usual proxies, so that they never write into a connection that we are just closing.
    keepAliveTimeout: 75_000,
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 5_000,
  });
  // A connection on which nothing moves either way.
  server.setTimeout(120_000);
  const remember = answerParserErrors(server, security);
  const take = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!server.listening) outgoing.shouldKeepAlive = false;
    if (!answerKept(incoming, outgoing)) void respond(incoming, outgoing, false);
  };
  server.on('request', take);
  server.on('checkContinue', (incoming, outgoing) => {
    if (!server.listening) outgoing.shouldKeepAlive = false;
    void respond(incoming, outgoing, true);
  });
  // An expectation other than 100-continue may be passed over (RFC 9110, 10.1.1); Node's own 417 would lack our headers.
  server.on('checkExpectation', take);
  return server;
}

const detailOf = { malformed: 'malformed', absolute: 'absolute', doubled: undefined, tooLong: undefined } as const;

/** The path as it was asked for, however broken: tells the language and the kind of answer, nothing else. */
const pathAsked = ({ url = '/' }: IncomingMessage) => (url.startsWith('/') ? url.replace(/\?.*/, '') : '/');

const allowing = (methods: readonly string[]) => new Response(null, { status: 204, headers: { allow: methods.join(', ') } });

/** Where one may read, one may also ask for the head alone. */
function allowed(methods: readonly string[] | null): string[] | null {
  if (methods === null) return null;
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}
