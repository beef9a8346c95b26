import { completeness, isComplete, ofIndex, referenceWeights, type Assessment, type CriteriaSet, type Index, type WorkingCycle, type Assessed } from '#assessment/index.ts';
import { scoreOfSheet } from './scale.tsx';

export type Gap = { one: Assessed; share: Record<Index, number>; isComplete: Record<Index, boolean>; missing: string[] };

/** How much of the weight rests on something under the first profile, and what to collect, the heaviest first. */
export function gapsOf(criteria: CriteriaSet, assessed: readonly Assessed[], { settings, weights }: Pick<WorkingCycle, 'settings' | 'weights'>): Gap[] {
  const side = (one: Assessed, index: Index): { share: number; missing: string[] } => {
    const own = ofIndex(criteria, index);
    const made = referenceWeights(weights[0]?.[index] ?? { by: 'open' }, own.length);
    const scores = own.map((criterion) => {
      const sheet = one.scores.find((each) => each.criterion === criterion.code);
      return sheet === undefined ? { low: 0, high: 1, rests: false } : scoreOfSheet(sheet, criterion, settings);
    });
    const found = completeness(made.ok ? made.value : own.map(() => 1 / own.length), scores);
    return { share: found.share, missing: found.missing.flatMap((place) => own[place]?.code ?? []) };
  };
  return assessed.map((one) => {
    const [benefits, asks] = [side(one, 'benefits'), side(one, 'asks')];
    return {
      one,
      share: { benefits: benefits.share, asks: asks.share },
      isComplete: { benefits: isComplete(benefits.share, settings.completeness), asks: isComplete(asks.share, settings.completeness) },
      missing: [...benefits.missing, ...asks.missing],
    };
  });
}

/** For how many of the memberships the cash they ask is known: the standing notice says so. */
export function costsKnown({ criteria }: CriteriaSet, memberships: Assessment['memberships']): { known: number; of: number } {
  const cash = new Set(criteria.flatMap(({ code, indicator }) => (indicator === 'cash' ? [code] : [])));
  return { known: memberships.filter(({ scores }) => scores.some(({ criterion, state }) => cash.has(criterion) && state !== 'unknown')).length, of: memberships.length };
}
