import { createHash } from 'node:crypto';
import { cycleNamed, trialInput, type AssessmentResult, type FrozenInput } from '#assessment/index.ts';
import { readLocalUse } from '#insight/index.ts';
import type { Reader } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { runStore } from './runs.ts';
import { interruptedAt } from './store.ts';

export type Trial = { ok: true; input: FrozenInput; results: AssessmentResult[]; mark: string; at: Date } | { ok: false; isCancelled: boolean };

/** Trial results, by cycle. Nobody but the office sees them, and they are kept no longer than the process lives. */
export const trials = runStore<Trial>();

/** Names what a trial was computed from. */
export const markOf = (input: FrozenInput): string => createHash('sha256').update(JSON.stringify(input)).digest('hex');

export async function runTrial(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const { desk, now, today } = asked;
  const cycle = await desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  if (cycle === undefined) return missingCycle(asked);
  const place = placeOf(cycle, 'check');
  if (form.of('do') === 'stop') {
    trials.find(desk.db, cycle.id)?.stop();
    return seeOther(place);
  }
  const input = await desk.db.read(async (reader) => trialInput(reader, cycle.id, today, await readLocalUse(reader, today)));
  if (input === undefined) return missingCycle(asked);
  const tell = (action: string, at: Date): Promise<void> => desk.db.write((tx) => insertAudit(tx, { at, actorId: actorOf(asked.person).id, action, about: cycle.slug }));
  trials.start(
    desk.db,
    cycle.id,
    now,
    async (compute): Promise<Trial> => {
      await tell('begin trial of assessment', now);
      const results = await compute(input);
      await tell('end trial of assessment', desk.now());
      return results.ok ? { ok: true, input, results: results.value, mark: markOf(input), at: now } : { ok: false, isCancelled: results.refusal === 'cancelled' };
    },
    () => ({ ok: false, isCancelled: false }),
  );
  return seeOther(place);
}

export const trialCutOff = (reader: Reader, slug: string): Promise<Date | null> => interruptedAt(reader, slug, 'begin trial of assessment', ['end trial of assessment']);
