import type { Criterion } from './form.ts';

/** Points that one person has given for one criterion, and why. */
export type Score = { scorerId: string; criterion: string; points: number; reason: string };

export type ScoredBy = { scorerId: string; total: number; isWhole: boolean };

/** So many people judge before anything is chosen. */
export const scorersNeeded = 2;

/** Each scorer's points, and whether every criterion has been judged. */
export function scoredBy(criteria: readonly Criterion[], scores: readonly Score[]): ScoredBy[] {
  const known = new Set(criteria.map((one) => one.key));
  return [...Map.groupBy(scores, (score) => score.scorerId)].map(([scorerId, own]) => {
    const counted = own.filter((score) => known.has(score.criterion));
    return { scorerId, total: counted.reduce((sum, score) => sum + score.points, 0), isWhole: new Set(counted.map((score) => score.criterion)).size === known.size };
  });
}

/** The mean of those who judged every criterion, to two decimals; null where nobody has. */
export function meanOf(criteria: readonly Criterion[], scores: readonly Score[]): number | null {
  const whole = scoredBy(criteria, scores).filter((one) => one.isWhole);
  return whole.length === 0 ? null : Math.round((whole.reduce((sum, one) => sum + one.total, 0) / whole.length) * 100) / 100;
}

export type ChoiceRefusal = 'noCriteria' | 'tooFewScorers' | 'quota';

/** What forbids choosing an application; null where nothing does. @param taken how many of the city's places others have */
export function choiceRefusal(given: { criteria: readonly Criterion[]; scores: readonly Score[]; quota: number | undefined; taken: number }): ChoiceRefusal | null {
  const { criteria, scores, quota, taken } = given;
  if (criteria.length === 0) return 'noCriteria';
  if (scoredBy(criteria, scores).filter((one) => one.isWhole).length < scorersNeeded) return 'tooFewScorers';
  return quota !== undefined && taken >= quota ? 'quota' : null;
}
