import type { Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { statusOn, type StatusSpan } from '../memberships/membership-status.ts';
import type { Effect } from './effect.ts';

/**
 * How an effect stands towards the memberships with its organisation. Only what a source ties to the membership (explicit) and
 * what lies inside its period counts as a result; everything else is shown beside, each under its own name.
 */
export const standings = ['counts', 'expected', 'coincident', 'before', 'after', 'undated', 'not-established'] as const;
export type Standing = (typeof standings)[number];

/** @param courses the status spans of every period with the organisation */
export function standingOf(effect: Pick<Effect, 'attribution' | 'date'>, courses: readonly (readonly StatusSpan[])[]): Standing {
  if (effect.attribution !== 'explicit') return effect.attribution;
  if (effect.date === null) return 'undated';
  const bounds = boundsOf(edtf(effect.date));
  const from = bounds.from ?? bounds.to;
  if (from === null) return 'undated';
  const seen = new Set(courses.flatMap((spans) => statusesBetween(spans, from, bounds.to ?? from)));
  if (seen.has('active') || seen.has('suspended')) return 'counts';
  if (seen.has('not-established')) return 'not-established';
  if (seen.has('ended')) return 'after';
  return seen.size === 0 ? 'not-established' : 'before';
}

function statusesBetween(spans: readonly StatusSpan[], from: Day, to: Day): StatusSpan['status'][] {
  const within = spans.filter((span) => span.from !== null && span.from > from && span.from <= to).map((span) => span.status);
  return [statusOn(spans, from), ...within];
}

/** How many things the effects are: those told twice under one name count once. */
export function countThings(effects: readonly Pick<Effect, 'sameThing'>[]): number {
  const named = new Set(effects.flatMap((effect) => effect.sameThing ?? []));
  return named.size + effects.filter((effect) => effect.sameThing === undefined).length;
}

/** An effect as far as it is counted. */
export type CountedEffect = Pick<Effect, 'area' | 'sameThing'> & { standing: Standing };

/**
 * What effects come to wherever they are counted. A thing that counts does so once, however many records tell it; records beside are counted one by one,
 * for each has its own reason why it does not count, and the pages list them so.
 */
export function tallyOf(effects: readonly Pick<CountedEffect, 'sameThing' | 'standing'>[]): { counted: number; beside: number } {
  const counting = effects.filter((effect) => effect.standing === 'counts');
  return { counted: countThings(counting), beside: effects.length - counting.length };
}
