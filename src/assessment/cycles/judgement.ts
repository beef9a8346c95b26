import { z } from 'zod';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { edtfText, text } from '#publishing/facts.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { valueFunction } from '../decision/value-function.ts';

/** What a person says where the register cannot know: a value or an interval, or that somebody looked and there is none. Always with the day and the reason. */
export const judgementShape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('judged'), from: z.number(), to: z.number(), seenOn: edtfText, reason: text }),
  z.object({ state: z.literal('confirmed-none'), from: z.null(), to: z.null(), seenOn: edtfText, reason: text }),
]);
export type Judgement = z.infer<typeof judgementShape>;

export type JudgementRefusal = 'notANumber' | 'turnedAround' | 'outsideScale';

/** Whether a judgement fits its criterion: numbers, not turned around, and within the scale that the criterion states. */
export function checkJudgement(judgement: Judgement, criterion: Pick<Criterion, 'direction' | 'corners'>): Outcome<Judgement, JudgementRefusal> {
  if (judgement.state === 'confirmed-none') return done(judgement);
  const { from, to } = judgement;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return refused('notANumber');
  if (from > to) return refused('turnedAround');
  const scale = valueFunction(criterion.direction, criterion.corners);
  const [first, last] = scale.ok ? [scale.value.corners[0]?.at ?? from, scale.value.corners.at(-1)?.at ?? to] : [from, to];
  return from < first || to > last ? refused('outsideScale', `${first}–${last}`) : done(judgement);
}
