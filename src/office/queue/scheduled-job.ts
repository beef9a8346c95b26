import { z } from 'zod';
import { queue as en } from '#lang/en/office-queue.ts';
import { queue as pl } from '#lang/pl/office-queue.ts';
import type { Tx } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { publishScheduledIn } from '#publishing/scheduled.ts';

const payloadShape = z.object({ revisionId: z.uuid() });

/** What the job `publish` does when its time has come. */
export const publishAtItsTime =
  (kinds: Kinds) =>
  async (tx: Tx, payload: unknown, now: Date): Promise<void> => {
    const { revisionId } = payloadShape.parse(payload);
    const city = await readCity(tx);
    if (city === undefined) throw new Error('there is no city to publish for');
    await publishScheduledIn(tx, kinds, { revisionId, now, publishingBody: publishingBodyOf(city), whyReturned: { pl: pl.returnedAtTime, en: en.returnedAtTime } });
  };
