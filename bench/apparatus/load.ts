/**
 * The load: keep-alive connections on loopback that ask for one address after another, each connection for the next when it has its answer.
 * Raw sockets in a process of its own, so that the machine's time goes to the server. It ends after so many requests or so many seconds.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const loadShape = z.object({
  port: z.int(),
  connections: z.int().max(64),
  requests: z.int().max(1_000_000),
  seconds: z.number().max(1200),
  /** Each address with header lines of its own. */
  targets: z.array(z.object({ path: z.string(), headers: z.record(z.string(), z.string()) })).min(1),
  /** The status that every answer must have. */
  status: z.int(),
});
export type Load = z.infer<typeof loadShape>;

const loadedShape = z.object({ requests: z.number(), seconds: z.number(), wrong: z.number() });
export type Loaded = z.infer<typeof loadedShape>;

/** Runs a load in its own process. An answer with another status is a fault: then nothing was measured. */
export async function runLoad(load: Load): Promise<Loaded> {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  child.stdin.end(JSON.stringify(load));
  const loaded = loadedShape.parse(JSON.parse(await text(child.stdout)));
  await ended;
  if (loaded.wrong > 0) throw new Error(`${loaded.wrong} of ${loaded.requests} answers were not ${load.status}`);
  return loaded;
}

const headEnd = Buffer.from('\r\n\r\n');

async function put({ port, connections, requests, seconds, targets, status }: Load): Promise<Loaded> {
  const asked = targets.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${lines.join('')}\r\n`);
  });
  let sent = 0;
  let answered = 0;
  let wrong = 0;
  const begun = performance.now();
  const isOver = () => sent >= requests || performance.now() - begun > seconds * 1000;

  const line = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let held = Buffer.alloc(0);
      const next = () => {
        const bytes = asked[sent % asked.length];
        if (isOver() || bytes === undefined) {
          socket.destroy();
          resolve();
          return;
        }
        sent += 1;
        socket.write(bytes);
      };
      socket.on('connect', next);
      socket.on('error', reject);
      socket.on('end', () => reject(new Error('the server closed a connection')));
      socket.on('data', (part) => {
        held = held.length === 0 ? part : Buffer.concat([held, part]);
        const end = held.indexOf(headEnd);
        if (end < 0) return;
        const head = held.toString('latin1', 0, end);
        const got = Number(head.slice(9, 12));
        const length = got === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
        if (Number.isNaN(length)) {
          reject(new Error(`an answer without a length: ${head.slice(0, 60)}`));
          return;
        }
        if (held.length < end + 4 + length) return;
        held = Buffer.alloc(0);
        answered += 1;
        if (got !== status) wrong += 1;
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, line));
  return { requests: answered, seconds: (performance.now() - begun) / 1000, wrong };
}

if (import.meta.main) console.log(JSON.stringify(await put(loadShape.parse(JSON.parse(await text(process.stdin))))));
