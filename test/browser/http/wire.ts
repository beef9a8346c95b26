import { connect } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { startService } from '../service.ts';

export type Answer = { status: number; headers: Map<string, string>; body: string };

/** Every answer on one connection, as they came; the connection is ended by the server. */
function answersIn(bytes: Buffer): Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end < 0) throw new Error(`no end of headers: ${bytes.subarray(at, at + 200).toString('latin1')}`);
    const [first = '', ...lines] = bytes.subarray(at, end).toString('latin1').split('\r\n');
    const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    const length = headers.get('content-length');
    const last = length === undefined ? bytes.length : end + 4 + Number(length);
    answers.push({ status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4, last).toString() });
    at = last;
  }
  return answers;
}

/** A service of one's own, which nobody else changes meanwhile, asked with bytes that no browser would send. */
export function wire() {
  let port = 0;
  let host = '';
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const service = await startService();
    stop = service.stop;
    const origin = new URL(service.origin);
    [port, host] = [Number(origin.port), origin.host];
  });
  afterAll(() => stop?.());
  /** What comes back for these very bytes. Some servers answer and hang up while the sender still writes: that answer counts. */
  const raw = (bytes: string | Buffer): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('error', (error) => (chunks.length === 0 ? reject(error) : undefined));
      socket.on('close', () => {
        try {
          resolve(answersIn(Buffer.concat(chunks)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  const ask = async (method: string, target: string | Buffer, headers: Record<string, string> = {}, body: string | Buffer = ''): Promise<Answer> => {
    const given = Object.entries({ Host: host, Connection: 'close', ...(body.length === 0 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }), ...headers });
    const lines = given.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const [answer] = await raw(Buffer.concat([Buffer.from(`${method} `), Buffer.from(target), Buffer.from(` HTTP/1.1\r\n${lines}\r\n`), Buffer.from(body)]));
    if (!answer) throw new Error(`no answer to ${method} ${String(target).slice(0, 100)}`);
    return answer;
  };
  const get = (target: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> => ask('GET', target, { Accept: 'text/html', ...headers });
  /** A connection that has sent so much and waits. */
  const dangling = (bytes: string): Promise<{ drop: () => void }> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => resolve({ drop: () => socket.destroy() })));
      socket.on('error', reject);
    });
  return { raw, ask, get, dangling, host: () => host };
}
