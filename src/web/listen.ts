import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { done, refused, type Outcome } from '#basics/outcome.ts';

export type ListenRefusal = 'portBusy' | 'hostUnavailable' | 'portForbidden';

const refusals: Record<string, ListenRefusal> = {
  EADDRINUSE: 'portBusy',
  EACCES: 'portForbidden',
  EADDRNOTAVAIL: 'hostUnavailable',
  EAFNOSUPPORT: 'hostUnavailable',
  ENOTFOUND: 'hostUnavailable',
  EAI_AGAIN: 'hostUnavailable',
};

/**
 * Connections that have not asked for anything yet. Browsers open them in advance, Node does not count them as idle, and
 * without this list every stop would wait for them.
 */
const unused = new WeakMap<Server, Set<Socket>>();

function watchUnused(server: Server): void {
  const sockets = new Set<Socket>();
  unused.set(server, sockets);
  const used = ({ socket }: IncomingMessage) => sockets.delete(socket);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', used);
  server.on('checkContinue', used);
}

/** Begins to listen; port 0 takes a free one, and the answer says which. */
export function listen(server: Server, port: number, host: string): Promise<Outcome<{ port: number }, ListenRefusal>> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.removeListener('listening', began);
      const refusal = refusals[error.code ?? ''];
      if (refusal === undefined) reject(error);
      else resolve(refused(refusal, `${host}:${port}`));
    };
    const began = () => {
      server.removeListener('error', failed);
      watchUnused(server);
      const address = server.address();
      resolve(done({ port: address !== null && typeof address === 'object' ? address.port : port }));
    };
    server.once('error', failed);
    server.once('listening', began);
    server.listen(port, host);
  });
}

/** Stops listening, lets what is being answered finish, drops idle connections, and cuts what is left after `graceMs`. */
export function close(server: Server, graceMs = 5_000): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    // Connections that fall idle later would otherwise stay for the whole keep-alive time.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of unused.get(server) ?? []) socket.destroy();
    }, 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
