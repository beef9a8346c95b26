import { afterEach, expect, it } from 'vitest';
import { counters } from './counters.ts';
import { createFront } from './front.ts';
import { close, listen } from './listen.ts';

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

it('what monitors count: kept pages, pages prepared first, answers by class, and how long the app took', async () => {
  const server = createFront({
    handle: (request) =>
      request.url.endsWith('/gone')
        ? new Response('no', { status: 404 })
        : new Response('page', { headers: { 'content-type': 'text/html; charset=utf-8', 'x-koga-cache': 'page' } }),
    version: () => '1',
    assets: new Map(),
    allow: () => ['GET'],
  });
  stop = () => close(server);
  const began = await listen(server, 0, '127.0.0.1');
  if (!began.ok) throw new Error(began.refusal);
  const before = structuredClone(counters);
  const origin = `http://127.0.0.1:${began.value.port}`;
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity', ...headers } });
    await answer.arrayBuffer();
    return answer;
  };
  const tag = (await get('/pl')).headers.get('etag') ?? '';
  await get('/pl');
  expect((await get('/pl', { 'if-none-match': tag })).status).toBe(304);
  await get('/gone');
  const since = (name: 'kept' | 'prepared' | 'rendered') => counters[name] - before[name];
  expect([since('prepared'), since('kept'), since('rendered')]).toEqual([1, 2, 2]);
  expect(['2xx', '3xx', '4xx', '5xx'].map((one) => Object.entries(counters.answered).find(([name]) => name === one)?.[1] ?? 0)).toEqual([
    before.answered['2xx'] + 2,
    before.answered['3xx'] + 1,
    before.answered['4xx'] + 1,
    before.answered['5xx'],
  ]);
  expect(counters.renderMs).toBeGreaterThanOrEqual(before.renderMs);
  expect(counters.cacheEntries).toBe(1);
  expect(counters.cacheBytes).toBeGreaterThan(0);
});
