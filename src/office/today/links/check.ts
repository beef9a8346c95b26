import { dayAt } from '#basics/day.ts';
import type { Db } from '#db/handles.ts';
import { readCity } from '#publishing/load.ts';
import { ask, type Answer, type Manners } from './ask.ts';
import { keepAnswer, syncSources, takeSource } from './store.ts';

/** So few that no site notices, and enough to ask every source of a register of some hundred within two weeks. */
export const aDay = 40;
/** A source that answered is left alone for two weeks. */
const restDays = 14;
const dayMs = 24 * 3_600_000;

/** One request to one host in this time. */
export const pauseMs = 10_000;

/** Lets each host be asked once in `pauseMs`, by this process. */
export function turns(clock: { now: () => number; sleep: (ms: number) => Promise<void> }): (host: string) => Promise<void> {
  const last = new Map<string, number>();
  return async (host) => {
    const wait = (last.get(host) ?? Number.NEGATIVE_INFINITY) + pauseMs - clock.now();
    if (wait > 0) await clock.sleep(wait);
    last.set(host, clock.now());
  };
}

/** Asks the next address; null when there is none left for this day. Broken ones are looked at again the next day, the others in two weeks. */
export async function checkNext(db: Db, manners: Manners, now: Date): Promise<{ url: string; answer: Answer } | null> {
  const city = await db.read(readCity);
  if (city === undefined) return null;
  const today = dayAt(now, city.timeZone);
  const url = await db.write(async (tx) => {
    await syncSources(tx);
    return takeSource(tx, {
      now,
      dayBegan: new Date(now.getTime() - dayMs),
      aDay,
      notSince: new Date(now.getTime() - restDays * dayMs),
      brokenNotSince: new Date(now.getTime() - dayMs),
    });
  });
  if (url === undefined) return null;
  const answer = await ask(url, manners);
  await db.write((tx) => keepAnswer(tx, url, answer, today));
  return { url, answer };
}
