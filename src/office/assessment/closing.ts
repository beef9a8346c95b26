import { closeCycle, type CloseRefusal } from '#assessment/index.ts';
import { day } from '#basics/day.ts';
import type { Db, Reader } from '#db/handles.ts';
import { readLocalUse } from '#insight/index.ts';
import type { Actor } from '#publishing/publish.ts';
import { insertAudit } from '#publishing/store.ts';
import { runStore } from './runs.ts';
import { interruptedAt } from './store.ts';

type Failed = { refusal: CloseRefusal | 'broken'; detail: string };

/** Closings under way, by the slug of the cycle. One that has succeeded leaves nothing: the cycle itself says so. */
export const closings = runStore<Failed | null>();

type Closing = { cycleId: string; slug: string; version: number; closedOn: string; actor: Actor; clock: () => Date };

/** Freezes a cycle while pages are answered. That it began is kept, so that a process that starts anew can say what its forerunner left unfinished. */
export function startClosing(db: Db, { clock, slug, ...closing }: Closing): void {
  const now = clock();
  const tell = (action: string, at: Date): Promise<void> => db.write((tx) => insertAudit(tx, { at, actorId: closing.actor.id, action, about: slug }));
  closings.start(
    db,
    slug,
    now,
    async (compute) => {
      await tell('begin closing assessment', now);
      const localUse = await db.read((reader) => readLocalUse(reader, day(closing.closedOn)));
      const closed = await closeCycle(db, { ...closing, localUse, now, compute });
      if (!closed.ok) {
        await tell('fail to close assessment', clock());
        return { refusal: closed.refusal, detail: closed.detail ?? closed.refusal };
      }
      closings.forget(db, slug);
      return null;
    },
    (error) => ({ refusal: 'broken', detail: error instanceof Error ? error.name : '' }),
  );
}

export const closingCutOff = (reader: Reader, slug: string): Promise<Date | null> =>
  interruptedAt(reader, slug, 'begin closing assessment', ['fail to close assessment', 'close assessment', 'reopen assessment']);
