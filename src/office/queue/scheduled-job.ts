import { z } from 'zod';
import { queue as en } from '#lang/en/office-queue.ts';
import { queue as pl } from '#lang/pl/office-queue.ts';
import type { Tx } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { publishScheduledIn } from '#publishing/scheduled.ts';
import { tellAuthor } from './letters.ts';
import { readWaiting } from './store.ts';

const payloadShape = z.object({ revisionId: z.uuid() });

/** What the job `publish` does when its time has come. `baseUrl` is where letters lead; without it nobody is written to. */
export const publishAtItsTime =
  (kinds: Kinds, baseUrl: string | null = null) =>
  async (tx: Tx, payload: unknown, now: Date): Promise<void> => {
    const { revisionId } = payloadShape.parse(payload);
    const city = await readCity(tx);
    if (city === undefined) throw new Error('there is no city to publish for');
    const published = await publishScheduledIn(tx, kinds, {
      revisionId,
      now,
      publishingBody: publishingBodyOf(city),
      whyReturned: { pl: pl.returnedAtTime, en: en.returnedAtTime },
    });
    if (baseUrl === null || (!published.ok && published.refusal === 'notSubmitted')) return;
    const after = await readWaiting(tx, revisionId);
    if (after?.state !== 'published' && after?.state !== 'returned') return;
    const why = after.why === null ? undefined : { pl: after.why.pl, en: after.why.en ?? undefined };
    await tellAuthor(tx, kinds, after.state, { revisionId, byId: after.byId, why, baseUrl, now });
  };
