import { createHash } from 'node:crypto';
import { cycleNamed, trialInput, type AssessmentResult, type FrozenInput } from '#assessment/index.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { runStore } from './runs.ts';

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
  const input = await desk.db.read((reader) => trialInput(reader, cycle.id, today));
  if (input === undefined) return missingCycle(asked);
  trials.start(
    desk.db,
    cycle.id,
    now,
    async (compute): Promise<Trial> => {
      const results = await compute(input);
      return results.ok ? { ok: true, input, results: results.value, mark: markOf(input), at: now } : { ok: false, isCancelled: results.refusal === 'cancelled' };
    },
    () => ({ ok: false, isCancelled: false }),
  );
  return seeOther(place);
}
