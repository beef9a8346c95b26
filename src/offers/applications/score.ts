import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { formNumbered, isAmong } from './call-store.ts';
import type { Criterion } from './form.ts';
import { putScore } from './paper-store.ts';
import { holdApplication } from './store.ts';

export type ScoreRefusal = 'gone' | 'notScorer' | 'notNow' | 'incomplete';
export type ScoreProblem = { criterion: string; what: 'points' | 'reason' };

/** Points typed for each criterion, or what is wrong with them. */
export function readPoints(
  criteria: readonly Criterion[],
  typed: (name: string) => string,
): { points: { criterion: string; points: number; reason: string }[]; problems: ScoreProblem[] } {
  const problems: ScoreProblem[] = [];
  const points = criteria.map(({ key, points: most }) => {
    const text = typed(`points.${key}`).trim();
    const reason = typed(`reason.${key}`).trim();
    const number = /^\d{1,4}$/.test(text) ? Number(text) : -1;
    if (number < 0 || number > most) problems.push({ criterion: key, what: 'points' });
    if (reason.length < 3 || reason.length > 4000) problems.push({ criterion: key, what: 'reason' });
    return { criterion: key, points: number, reason };
  });
  return { points, problems };
}

/** Keeps one person's points and reasons. Each scorer writes only their own, so two at once never write over each other. */
export async function saveScore(
  tx: Tx,
  given: { id: string; scorerId: string; typed: (name: string) => string; now: Date },
): Promise<Outcome<null, ScoreRefusal> & { problems?: ScoreProblem[] }> {
  const { id, scorerId, typed, now } = given;
  const held = await holdApplication(tx, id);
  if (held === undefined || held.erasedAt !== null) return refused('gone');
  if (!(await isAmong(tx, 'offerScorers', held.offerId, scorerId))) return refused('notScorer');
  if (held.state !== 'checked') return refused('notNow');
  const { criteria } = await formNumbered(tx, held.offerId, held.formNumber);
  const { points, problems } = readPoints(criteria, typed);
  if (problems.length > 0) return { ...refused('incomplete'), problems };
  for (const one of points) await putScore(tx, { ...one, applicationId: id, scorerId, at: now });
  await insertAudit(tx, {
    at: now,
    actorId: scorerId,
    action: 'score application',
    recordId: held.offerId,
    about: `application ${id}`,
    fields: points.map((one) => one.criterion),
  });
  return done(null);
}
