import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { countAnswer } from './counters.ts';
import { negotiable, sandboxPolicy } from './security-headers.ts';

export type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse; security: ReadonlyMap<string, string> };

// The server's own to say, or nobody's business outside.
const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'server', 'x-powered-by', 'set-cookie']);

/** The security headers and those of the app that may leave the house. */
export function withSecurity(security: ReadonlyMap<string, string>, headers: Iterable<[string, string]>): Map<string, string> {
  const all = new Map(security);
  for (const [name, value] of headers) {
    if (dropped.has(name) || name.startsWith('x-koga-')) continue;
    if (!security.has(name) || negotiable.has(name) || (name === 'content-security-policy' && value === sandboxPolicy)) all.set(name, value);
  }
  return all;
}

/** Sends what the app answered, as it comes. */
export async function sendResponse({ incoming, outgoing, security }: Exchange, answer: Response): Promise<void> {
  const headers = withSecurity(security, answer.headers);
  // What nobody has said may be kept, is not kept.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.statusCode = answer.status;
  countAnswer(answer.status);

  const isEmpty = answer.status === 204 || answer.status === 304;
  if (isEmpty || answer.body === null || incoming.method === 'HEAD') {
    if (!isEmpty && !headers.has('content-length')) headers.set('content-length', String(await lengthOf(answer)));
    else await answer.body?.cancel();
    if (isEmpty) headers.delete('content-length');
    outgoing.setHeaders(headers);
    outgoing.end();
    return;
  }
  outgoing.setHeaders(headers);
  await pipeline(answer.body, outgoing);
}

async function lengthOf(answer: Response): Promise<number> {
  let length = 0;
  if (answer.body !== null) for await (const chunk of answer.body) length += chunk.length;
  return length;
}

// How much of an unwanted body is read away, and how long, so that the sender comes to read the answer.
const lingerBytes = 8 * 1_048_576;
const lingerMs = 2_000;

/**
 * Answers while the sender is still sending. To close at once would reset the connection and take the answer with it, so the
 * answer goes out whole, the rest of the body is read away within bounds, and then the connection ends.
 */
export async function sendAndHangUp({ incoming, outgoing, security }: Exchange, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  countAnswer(answer.status);
  outgoing.setHeaders(withSecurity(security, answer.headers));
  outgoing.writeHead(answer.status, { connection: 'close', 'content-length': body.length });
  if (incoming.method !== 'HEAD') outgoing.write(body);
  // Nothing comes from who has sent everything, or was waiting to be told to go on.
  if (incoming.complete || incoming.headers.expect !== undefined) {
    outgoing.end();
    return;
  }
  const hangUp = () => {
    clearTimeout(timer);
    outgoing.end();
  };
  const timer = setTimeout(hangUp, lingerMs);
  let read = 0;
  incoming.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > lingerBytes) hangUp();
  });
  incoming.on('end', hangUp);
  incoming.on('close', hangUp);
}
