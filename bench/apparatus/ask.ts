import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export type Answer = { status: number; headers: Map<string, string>; body: Buffer; ms: number };

/** One request on a kept connection, as a browser on this machine would send it. */
export function ask(port: number, path: string, headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br, zstd' }): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const named = Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
        resolve({ status: answer.statusCode ?? 0, headers: new Map(named), body: Buffer.concat(parts), ms: performance.now() - begun });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The pages that the site map lists: distinct addresses, in both languages. */
export async function listedPaths(port: number): Promise<string[]> {
  const { body } = await ask(port, '/sitemap.xml', {});
  const paths = [...body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
  if (paths.length === 0) throw new Error('the site map lists no pages');
  return [...new Set(paths)];
}

/** Those of them that are pages for people and are there. One that the site map lists in vain is named, and is no reason to measure nothing. */
export async function listedPages(port: number): Promise<string[]> {
  const pages: string[] = [];
  for (const path of await listedPaths(port)) {
    if (!/^\/(pl|en)(\/|$)/.test(path)) continue;
    const { status } = await ask(port, path);
    if (status === 200) pages.push(path);
    else console.log(`left out: ${path} is listed and answers ${status}`);
  }
  return pages;
}
