import { areas, standings, tallyOf, type Area, type Standing, type StandingEffect } from '#register/index.ts';

/** Everything that stands beside what counts, in the order in which an area tells it. */
export const besideStandings = standings.filter((standing) => standing !== 'counts');

/** What an area, or the whole page, comes to. */
export type Sums = { counted: number; measurable: number; immaterial: number; beside: number };
export type AreaEffects = Sums & { area: Area; effects: Map<Standing, StandingEffect[]> };

/** A thing is measurable where any record of it is, so measurable and immaterial always add up to what is counted. */
export function sumsOf(effects: readonly StandingEffect[]): Sums {
  const told = effects.map(({ standing, body }) => ({ standing, sameThing: body.sameThing, measurable: body.measurable }));
  const { counted, beside } = tallyOf(told);
  const { counted: measurable } = tallyOf(told.filter((one) => one.measurable));
  return { counted, measurable, immaterial: counted - measurable, beside };
}

export const effectsByArea = (effects: readonly StandingEffect[]): AreaEffects[] =>
  areas.map((area) => {
    const its = effects.filter((effect) => effect.body.area === area);
    return { area, ...sumsOf(its), effects: Map.groupBy(its, (effect) => effect.standing) };
  });

/** The three groups of the city's own page. */
export const areaGroups = [
  { name: 'measurable', areas: areas.filter((area) => area === 'projects-innovation') },
  { name: 'immaterial', areas: areas.filter((area) => area !== 'projects-innovation' && area !== 'prestige') },
  { name: 'prestige', areas: areas.filter((area) => area === 'prestige') },
] as const;
