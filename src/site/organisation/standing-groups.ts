import { standings, type Standing, type StandingEffect } from '#register/index.ts';

type Told = Pick<StandingEffect, 'slug' | 'standing'> & { body: Pick<StandingEffect['body'], 'sameThing'> };

export type StandingGroups<Effect> = { counted: Effect[]; beside: { standing: Exclude<Standing, 'counts'>; effects: Effect[] }[] };

/** What counts as a result, and beside it each other standing that has any effect, in the register's order. The order within a group stays. */
export function byStanding<Effect extends Told>(effects: readonly Effect[]): StandingGroups<Effect> {
  const of = (standing: Standing): Effect[] => effects.filter((effect) => effect.standing === standing);
  const beside = standings.flatMap((standing) => {
    const its = of(standing);
    return standing === 'counts' || its.length === 0 ? [] : [{ standing, effects: its }];
  });
  return { counted: of('counts'), beside };
}

/** Whether another record on the page tells of the same thing. */
export const isToldTwice = (effect: Told, all: readonly Told[]): boolean =>
  effect.body.sameThing !== undefined && all.some((other) => other.slug !== effect.slug && other.body.sameThing === effect.body.sameThing);
