import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#db/handles.ts';
import { checkNext, turns } from '#office/today/links/check.ts';
import type { Config } from './config.ts';
import { every } from './every.ts';

/** The few dozen addresses of a day are spread over it. */
const everyMs = 30 * 60_000;

/** Asks a few addresses of sources each day whether they still answer. Only where the operator has switched it on. */
export function startLinkCheck(db: Db, config: Config, log: (line: string) => void): { stop: () => Promise<void> } {
  if (!config.checkLinks) return { stop: () => Promise.resolve() };
  const ending = new AbortController();
  const turn = turns({ now: () => Date.now(), sleep: (ms) => pause(ms, undefined, { signal: ending.signal }) });
  const manners = { userAgent: `Koga link check (+${config.baseUrl})`, timeoutMs: 10_000, turn };
  const loop = every(everyMs, 'link check', async () => void (await checkNext(db, manners, new Date())), log);
  return {
    async stop() {
      ending.abort();
      await loop.stop();
    },
  };
}
