import { areas, countThings, standings, type Area, type Standing, type StandingEffect } from '#register/index.ts';

/** Everything that stands beside what counts, in the order in which an area tells it. */
export const besideStandings = standings.filter((standing) => standing !== 'counts');

/** What an area, or the whole page, comes to. Things are counted once however many records tell them; records beside are counted one by one. */
export type Sums = { counted: number; measurable: number; immaterial: number; beside: number };
export type AreaEffects = Sums & { area: Area; effects: Map<Standing, StandingEffect[]> };

const bodies = (effects: readonly StandingEffect[]) => effects.map((effect) => effect.body);

/** A thing is measurable where any record of it is, so measurable and immaterial always add up to what is counted. */
export function sumsOf(effects: readonly StandingEffect[]): Sums {
  const counting = effects.filter((effect) => effect.standing === 'counts');
  const counted = countThings(bodies(counting));
  const measurable = countThings(bodies(counting.filter((effect) => effect.body.measurable)));
  return { counted, measurable, immaterial: counted - measurable, beside: effects.length - counting.length };
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
