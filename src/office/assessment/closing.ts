import { closeCycle, type CloseRefusal } from '#assessment/index.ts';
import type { Db } from '#db/handles.ts';
import type { Actor } from '#publishing/publish.ts';
import { runStore } from './runs.ts';

type Failed = { refusal: CloseRefusal | 'broken'; detail: string };

/** Closings under way, by cycle. One that has succeeded leaves nothing: the cycle itself says so. */
export const closings = runStore<Failed | null>();

type Closing = { cycleId: string; version: number; closedOn: string; actor: Actor; now: Date };

/** Freezes a cycle while pages are answered. */
export function startClosing(db: Db, closing: Closing): void {
  closings.start(
    db,
    closing.cycleId,
    closing.now,
    async (compute) => {
      const closed = await closeCycle(db, { ...closing, compute });
      if (!closed.ok) return { refusal: closed.refusal, detail: closed.detail ?? closed.refusal };
      closings.forget(db, closing.cycleId);
      return null;
    },
    (error) => ({ refusal: 'broken', detail: error instanceof Error ? error.name : '' }),
  );
}
