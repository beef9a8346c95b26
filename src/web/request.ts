import type { IncomingMessage } from 'node:http';
import { done, refused, type Outcome } from '#basics/outcome.ts';

/** The whole body, or a refusal as soon as it is known to exceed the bound; a declared length over it is refused unread. */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Outcome<Buffer<ArrayBuffer>, 'tooLarge' | 'brokenOff'>> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(refused('tooLarge'));
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks = [];
        resolve(refused('tooLarge'));
      }
    });
    incoming.on('end', () => resolve(done(Buffer.concat(chunks))));
    incoming.on('error', () => resolve(refused('brokenOff')));
    incoming.on('close', () => resolve(refused('brokenOff')));
  });
}

export const hasBody = (incoming: IncomingMessage): boolean => incoming.headers['transfer-encoding'] !== undefined || Number(incoming.headers['content-length'] ?? 0) > 0;

const hostShape = /^([a-z0-9]([a-z0-9._-]{0,252})?|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i;
// A reader on a kept connection, and a proxy for all its readers, names the same host again and again.
let lastHost = '';

function isHost(host: string): boolean {
  if (host === lastHost) return true;
  if (!hostShape.test(host)) return false;
  lastHost = host;
  return true;
}

/** HTTP/1.1 wants exactly one Host; what it says is only believed where no base URL is set. */
export function hostOf(incoming: IncomingMessage): string | null {
  // Read from the raw lines: `headers` drops a second Host, `headersDistinct` sorts all of them anew for every request.
  const hosts = incoming.rawHeaders.filter((_line, index, lines) => index % 2 === 1 && lines[index - 1]?.toLowerCase() === 'host');
  if (hosts.length === 0 && incoming.httpVersion === '1.0') return 'localhost';
  const [host] = hosts;
  return hosts.length === 1 && host !== undefined && isHost(host) ? host : null;
}

/** What decides how something kept is answered. */
export type Plea = { host: string; accepts: string | undefined; has: string | undefined };

/**
 * The same, read in one pass over the raw lines, of a request that is as simple as nearly all are: with one sound Host, no body, and none of these lines
 * twice. Null for every other, which then is read with more care.
 */
export function pleaOf({ rawHeaders: lines }: IncomingMessage): Plea | null {
  let host: string | undefined;
  let accepts: string | undefined;
  let has: string | undefined;
  for (let at = 0; at < lines.length; at += 2) {
    const name = lines[at] ?? '';
    // Most names are passed over by their length alone.
    switch (name.length) {
      case 4:
        if (name.toLowerCase() !== 'host') break;
        if (host !== undefined) return null;
        host = lines[at + 1];
        break;
      case 13:
        if (name.toLowerCase() !== 'if-none-match') break;
        if (has !== undefined) return null;
        has = lines[at + 1];
        break;
      case 14:
        if (name.toLowerCase() === 'content-length') return null;
        break;
      case 15:
        if (name.toLowerCase() !== 'accept-encoding') break;
        if (accepts !== undefined) return null;
        accepts = lines[at + 1];
        break;
      case 17:
        if (name.toLowerCase() === 'transfer-encoding') return null;
        break;
    }
  }
  return host !== undefined && isHost(host) ? { host, accepts, has } : null;
}

/**
 * Who asks, for limits on attempts. Behind `proxies` trusted proxies each adds the address it saw at the end of X-Forwarded-For,
 * so the reader's is that many from the right; whatever stands before it, the reader may have made up.
 */
export function addressOfReader(incoming: IncomingMessage, proxies: number): string {
  const seen = incoming.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return seen;
  const told = (incoming.headersDistinct['x-forwarded-for'] ?? []).join(',').split(',');
  return told.at(-proxies)?.trim() || seen;
}

/** The request as the app sees it. HEAD is asked as GET, so that its length can be told. */
export function toRequest(incoming: IncomingMessage, url: string, body: Buffer<ArrayBuffer> | null): Request {
  const { rawHeaders: lines } = incoming;
  const headers: [string, string][] = [];
  for (let at = 0; at < lines.length; at += 2) headers.push([lines[at] ?? '', lines[at + 1] ?? '']);
  const method = incoming.method === 'HEAD' ? 'GET' : (incoming.method ?? 'GET');
  return method === 'GET' || body === null ? new Request(url, { method, headers }) : new Request(url, { method, headers, body });
}
