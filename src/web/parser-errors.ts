import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { plainProblem, type Problem } from './problems.tsx';

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** An answer as bytes, for where Node has no response object to offer. */
export function rawAnswer(problem: Problem, security: ReadonlyMap<string, string>): string {
  const body = plainProblem({ ...problem, lang: 'pl' });
  const headers = [
    ...security,
    ['date', new Date().toUTCString()],
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['content-length', String(Buffer.byteLength(body))],
    ['connection', 'close'],
  ];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? 'Error'}\r\n${lines}\r\n${body}`;
}

/**
 * What Node's parser refuses never becomes a request; without this it would be answered bare, without our headers. It returns what is to be called with
 * every request that is not answered at once.
 */
export function answerParserErrors(server: Server, security: ReadonlyMap<string, string>): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const answering = new WeakMap<Duplex, { incoming: IncomingMessage; outgoing: ServerResponse }>();
  const hungUp = new WeakSet<Duplex>();

  const hangUp = (socket: Duplex, status: number) => {
    if (hungUp.has(socket)) return;
    hungUp.add(socket);
    const current = answering.get(socket);
    // While another request is being answered, these bytes would be read as part of that answer or in place of it.
    if (!socket.writable || (current !== undefined && (current.incoming.complete || current.outgoing.headersSent))) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer({ status }, security));
    // Whoever does not close within this time is cut off.
    setTimeout(() => socket.destroy(), 1_000).unref();
  };

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else hangUp(socket, statusOf[error.code ?? ''] ?? 400);
  });
  // A tunnel through us is never wanted.
  server.on('connect', (_incoming, socket) => hangUp(socket, 400));

  return (incoming, outgoing) => {
    const current = { incoming, outgoing };
    answering.set(incoming.socket, current);
    outgoing.once('close', () => {
      // Requests may follow each other before they are answered: then the last is the one that counts.
      if (answering.get(incoming.socket) === current) answering.delete(incoming.socket);
    });
  };
}
