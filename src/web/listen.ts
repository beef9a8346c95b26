import type { Server } from 'node:http';
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

/** All open connections of a server, for `close` to tell those that have not asked for anything yet. */
const connections = new WeakMap<Server, Set<Socket>>();

function watchConnections(server: Server): void {
  const open = new Set<Socket>();
  connections.set(server, open);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
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
      watchConnections(server);
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
      // Browsers open connections in advance. Node does not count those as idle, and every stop would wait for them. One that has begun to ask is
      // waited for like any other.
      for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
    }, 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
