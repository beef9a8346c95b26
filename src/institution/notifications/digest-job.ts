import { z } from 'zod';
import { timeAt } from '#basics/clock-time.ts';
import type { City } from '#basics/city.ts';
import { dayAt } from '#basics/day.ts';
import { remembered } from '#basics/remembered.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import { addJob, forgetDoneJobs, type Handlers } from '#jobs/index.ts';
import { makeDigests, organisationsOffering, readOffersAt, type OffersAt } from '#offers/index.ts';
import { readCity } from '#publishing/load.ts';
import { digestWriter } from './letters.ts';

const digestJob = 'offer notifications';

/** Mails lie there in the morning, and twenty thousand of them take a while to go out. */
const from = '04:00';

/** So many subscribers are one transaction: few enough to be over within a second, and that their mails fit into little memory. */
const batch = 250;

const payloadShape = z.object({ at: z.iso.datetime().transform((text) => new Date(text)), after: z.uuid().nullable() });

type Ready = { offers: OffersAt; write: ReturnType<typeof digestWriter> };

/** The nightly mails about offers: a chain of jobs, each of which does one batch, puts its mails among those that wait, and adds the next. */
export function digestJobs({ baseUrl, secret, atMost = batch }: { baseUrl: string; secret: string; atMost?: number }): Handlers {
  const keep = remembered<Ready>(1);
  // Read once for the whole chain; not for hours, as something may have been withdrawn since.
  const readyFor = (reader: Reader, given: { at: Date; now: Date; city: City }): Promise<Ready> => {
    const quarter = Math.floor(given.now.getTime() / quarterMs);
    return keep(`${given.at.toISOString()} ${quarter} ${given.city.slug}`, async () => {
      const { at, city } = given;
      return {
        offers: await readOffersAt(reader, { at, timeZone: city.timeZone }),
        write: digestWriter({ city, baseUrl, secret, organisations: await organisationsOffering(reader) }),
      };
    });
  };
  return {
    [digestJob]: async (tx, payload, now) => {
      const { at, after } = payloadShape.parse(payload);
      const city = await readCity(tx);
      // What a day has left over the next day does, for whom nothing was told is told it then.
      if (city === undefined || dayAt(at, city.timeZone) !== dayAt(now, city.timeZone)) return;
      const { offers, write } = await readyFor(tx, { at, now, city });
      const { next } = await makeDigests(tx, { offers, after, atMost, timeZone: city.timeZone, write, now });
      if (next !== null) await addBatch(tx, { at, after: next }, now);
    },
  };
}

const quarterMs = 15 * 60_000;
const dayMs = 24 * 3_600_000;

const addBatch = (tx: Tx, { at, after }: { at: Date; after: string | null }, runAt: Date): Promise<void> =>
  addJob(tx, { name: digestJob, payload: { at: at.toISOString(), after }, runAt, onceKey: `${digestJob} ${at.toISOString()} ${after ?? ''}` });

/** Begins the day's mails once its hour has come. Any number of processes may do so at once. */
export function planDigests(db: Db, now: Date): Promise<void> {
  return db.write(async (tx) => {
    const city = await readCity(tx);
    if (city === undefined || timeAt(now, city.timeZone) < from) return;
    const today = dayAt(now, city.timeZone);
    await addJob(tx, { name: digestJob, payload: { at: now.toISOString(), after: null }, runAt: now, onceKey: `${digestJob} ${today}` });
    await forgetDoneJobs(tx, digestJob, new Date(now.getTime() - 7 * dayMs));
  });
}
