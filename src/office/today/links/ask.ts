import { lookup, type LookupAddress } from 'node:dns';
import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { askable, isPublicAddress } from './may-ask.ts';

/** What an address answered. `undecided`: it answers, but not to us, so nothing follows for people. */
export type Answer = { outcome: 'answers' } | { outcome: 'broken' | 'undecided'; problem: string };

export type Manners = {
  /** Who asks, and where the reader of a log finds out why. */
  userAgent: string;
  timeoutMs: number;
  /** Waits until this host may be asked again. */
  turn: (host: string) => Promise<void>;
  /** Tests ask this machine; nobody else does. */
  privateToo?: boolean;
};

const hopsAtMost = 3;

/** Sites say these to programs whatever a browser would get. */
const notForUs = new Set([401, 402, 403, 406, 407, 421, 429, 451, 503]);
/** Servers that know no HEAD say so, or are wrong about what a GET would find. */
const worthAGet = (status: number): boolean => status >= 400;

/** Asks once, politely: HEAD, and where that is refused one GET of the first byte. */
export async function ask(url: string, manners: Manners): Promise<Answer> {
  const first = await follow('HEAD', url, manners);
  if (typeof first !== 'number') return first;
  const status = worthAGet(first) ? await follow('GET', url, manners) : first;
  if (typeof status !== 'number') return status;
  if (status < 400 || status === 416) return { outcome: 'answers' };
  return { outcome: notForUs.has(status) ? 'undecided' : 'broken', problem: String(status) };
}

async function follow(method: 'HEAD' | 'GET', url: string, manners: Manners): Promise<number | Answer> {
  let at = url;
  for (let hops = 0; hops <= hopsAtMost; hops += 1) {
    const target = askable(at, manners.privateToo);
    if (target === null) return { outcome: 'undecided', problem: 'address' };
    await manners.turn(target.hostname);
    try {
      const { status, location } = await once(method, target, manners);
      if (status < 300 || status >= 400 || location === null) return status;
      at = new URL(location, target).href;
    } catch (error) {
      const problem = codeOf(error);
      return { outcome: problem === 'private' || problem === 'ERR_INVALID_URL' ? 'undecided' : 'broken', problem };
    }
  }
  return { outcome: 'broken', problem: 'redirects' };
}

/** The name is looked up here and its address looked at before anything is opened: a name may not lead to the city's own machines. */
const guarded = (privateToo: boolean): LookupFunction => {
  return (hostname, _options, done) =>
    lookup(hostname, { all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return done(error, '', 0);
      const open = addresses.find(({ address }) => privateToo || isPublicAddress(address));
      return open === undefined ? done(Object.assign(new Error('private'), { code: 'private' }), '', 0) : done(null, [open]);
    });
};

function once(method: 'HEAD' | 'GET', target: URL, { userAgent, timeoutMs, privateToo = false }: Manners): Promise<{ status: number; location: string | null }> {
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !privateToo && !isPublicAddress(literal)) return Promise.reject(Object.assign(new Error('private'), { code: 'private' }));
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      agent: false,
      lookup: guarded(privateToo),
      headers: { 'user-agent': userAgent, accept: '*/*', ...(method === 'GET' ? { range: 'bytes=0-0' } : {}) },
    };
    const answered = (response: IncomingMessage): void => {
      // Only the first line counts; the rest is not read.
      response.destroy();
      clearTimeout(timer);
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
    };
    const asked = target.protocol === 'https:' ? secure(target, options, answered) : plain(target, options, answered);
    const timer = setTimeout(() => asked.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })), timeoutMs);
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.end();
  });
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'error');
