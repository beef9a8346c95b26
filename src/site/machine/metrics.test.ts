import { describe, expect, it } from 'vitest';
import { counters, countAnswer } from '#web/counters.ts';
import { metricsText, type Stored } from './metrics.ts';

const own = { startedSeconds: 5, memoryBytes: 100, heapBytes: 50 };
const stored: Stored = { version: 7, records: [{ kind: 'act', count: 3 }] };
const none = { '1xx': 0, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 };
const zero = { answered: none, kept: 0, prepared: 0, renderMs: 0, rendered: 0, cacheBytes: 0, cacheEntries: 0 };

describe('what a monitor is told', () => {
  it('counts answers by class, kept and prepared pages, and the time of rendering in seconds', () => {
    const text = metricsText(stored, own, {
      ...zero,
      answered: { ...none, '2xx': 12, '3xx': 3, '4xx': 2, '5xx': 1 },
      kept: 9,
      prepared: 4,
      renderMs: 1234.4,
      rendered: 8,
      cacheBytes: 2048,
      cacheEntries: 4,
    });
    for (const line of [
      'koga_database_up 1',
      'koga_requests_total{class="2xx"} 12',
      'koga_requests_total{class="5xx"} 1',
      'koga_kept_pages_hits_total 9',
      'koga_kept_pages_misses_total 4',
      'koga_rendering_seconds_sum 1.234',
      'koga_rendering_seconds_count 8',
      'koga_kept_pages_bytes 2048',
      'koga_kept_pages 4',
      'process_resident_memory_bytes 100',
      'koga_register_version 7',
      'koga_published_records{kind="act"} 3',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toContain('# TYPE koga_requests_total counter\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('goes on while the database is away, and says that it is', () => {
    const text = metricsText(null, own, zero);
    expect(text).toContain('koga_database_up 0\n');
    expect(text).not.toContain('koga_register_version');
    expect(text).toContain('koga_uptime_seconds 5\n');
  });

  it('counts every answer in the class of its status', () => {
    const before = { ...counters.answered };
    for (const status of [200, 206, 304, 404, 431, 503]) countAnswer(status);
    const { answered } = counters;
    expect([
      answered['1xx'] - before['1xx'],
      answered['2xx'] - before['2xx'],
      answered['3xx'] - before['3xx'],
      answered['4xx'] - before['4xx'],
      answered['5xx'] - before['5xx'],
    ]).toEqual([0, 2, 1, 2, 1]);
  });
});
