import { hash } from 'node:crypto';

/** Something kept: `weight` in bytes may grow after it was stored, `until` is the instant (epoch ms) at which it ends. */
export type Kept = { weight: () => number; until: number };

export type PageCache<Page extends Kept> = {
  /** Names the version in force; a new one forgets everything kept under the old. */
  under(version: string): void;
  get(key: string): Page | undefined;
  /**
   * Prepares a page once for all who ask meanwhile. `prepare` answers null where the answer was not for keeping; then each of
   * the others is told null too and prepares its own, side by side.
   */
  once(key: string, prepare: () => Promise<Page | null>): Promise<Page | null>;
  /** To be told when something kept has grown. */
  grew(key: string, page: Page): void;
  bytes(): number;
  count(): number;
};

/** What an entry costs beside its bytes: headers for each way to send it, its objects and places in the maps; measured, and rounded up. */
const overhead = 3_000;

/** Addresses of which it is remembered that somebody asked: as many as a register's pages, and twice as many at most. Kept as digests, for an address may be thousands of signs long. */
const mostAsked = 2_000;
const digestOf = (key: string): string => hash('sha256', key, 'base64url');

type Entry<Page> = { page: Page; cost: number; wasAsked: boolean };

/**
 * Pages by address. Until `maxBytes` are reached everything is kept; then only what is asked for a second time, and for it those longest unasked for leave.
 * Robots and made-up addresses, which nobody asks for again, so drive nothing out.
 */
export function createPageCache<Page extends Kept>({ maxBytes, now }: { maxBytes: number; now: () => number }): PageCache<Page> {
  let version = '';
  // A Map keeps the order of insertion. Who is asked for is only marked, and goes to the end when it would be its turn to leave: to move it with every
  // request would cost more than all else that is done for one.
  let pages = new Map<string, Entry<Page>>();
  let flights = new Map<string, Promise<Page | null>>();
  let total = 0;
  let asked = new Set<string>();
  let askedBefore = new Set<string>();

  const wasAskedFor = (key: string): boolean => {
    const digest = digestOf(key);
    if (asked.has(digest) || askedBefore.has(digest)) return true;
    if (asked.size === mostAsked) [asked, askedBefore] = [new Set(), asked];
    asked.add(digest);
    return false;
  };

  const drop = (key: string) => {
    total -= pages.get(key)?.cost ?? 0;
    pages.delete(key);
  };

  const put = (key: string, page: Page) => {
    const wasHeld = pages.has(key);
    drop(key);
    const cost = page.weight() + key.length * 2 + overhead;
    // One huge page must not drive all the others out.
    if (cost > maxBytes / 4) return;
    const wasAsked = wasAskedFor(key);
    if (!wasAsked && !wasHeld && total + cost > maxBytes) return;
    pages.set(key, { page, cost, wasAsked });
    total += cost;
    for (const [oldest, entry] of pages) {
      if (total <= maxBytes) return;
      drop(oldest);
      if (!entry.wasAsked) continue;
      entry.wasAsked = false;
      pages.set(oldest, entry);
      total += entry.cost;
    }
  };

  return {
    under(current) {
      if (current === version) return;
      version = current;
      pages = new Map();
      flights = new Map();
      total = 0;
    },
    get(key) {
      const held = pages.get(key);
      if (held === undefined) return undefined;
      if (held.page.until !== Infinity && held.page.until <= now()) {
        drop(key);
        return undefined;
      }
      held.wasAsked = true;
      return held.page;
    },
    once(key, prepare) {
      const inFlight = flights.get(key);
      if (inFlight !== undefined) return inFlight;
      const [ownPages, ownFlights] = [pages, flights];
      const flight = prepare()
        .then((page) => {
          // A page begun under an older version is given to those who wait for it, but not kept.
          if (page !== null && page.until > now() && ownPages === pages) put(key, page);
          return page;
        })
        .finally(() => ownFlights.delete(key));
      flights.set(key, flight);
      return flight;
    },
    grew(key, page) {
      if (pages.get(key)?.page === page) put(key, page);
    },
    bytes: () => total,
    count: () => pages.size,
  };
}
