/**
 * A bare node:http server that sends the bytes it was given, headers and all, and knows a tag when it sees one. With `lean` it does not prepare for bodies that
 * requests do not bring, as Koga's own does not. Usage: node bare.ts <file> <port> [lean]
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { z } from 'zod';

const headers = z.record(z.string(), z.string());
export const barePages = z.array(z.object({ path: z.string(), tag: z.string(), headers, body: z.base64(), unchanged: headers }));

if (import.meta.main) {
  const [file = '', port = '', lean] = process.argv.slice(2);
  const read = barePages.parse(JSON.parse(await readFile(file, 'utf8')));
  const pages = new Map(read.map((page) => [page.path, { ...page, body: Buffer.from(page.body, 'base64') }]));
  // Koga's time for idle connections, because each answer tells it.
  const server = createServer({ keepAliveTimeout: 75_000, optimizeEmptyRequests: lean === 'lean' }, (incoming, outgoing) => {
    const page = pages.get(incoming.url ?? '');
    if (page === undefined) {
      outgoing.writeHead(404);
      outgoing.end();
    } else if (incoming.headers['if-none-match'] === page.tag) {
      outgoing.writeHead(304, page.unchanged);
      outgoing.end();
    } else {
      outgoing.writeHead(200, page.headers);
      outgoing.end(page.body);
    }
  });
  process.on('SIGTERM', () => process.exit());
  server.listen(Number(port), '127.0.0.1', () => console.log('bare server is ready'));
}
