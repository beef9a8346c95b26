import type { Area, Effect } from '#register/index.ts';
import type { IndicatorName } from '../criteria/criterion.ts';

/** What a membership brought, each thing in one of these and in no other: the order says which asks first. */
export const yields = ['projects', 'adopted-practice', 'exchange', 'influence', 'promotion', 'solidarity'] as const satisfies readonly IndicatorName[];
export type Yield = (typeof yields)[number];

/** Years up to the close of the cycle in which a thing has to lie; null counts the whole membership. */
export const windowYears: Readonly<Record<Yield, number | null>> = { projects: 3, 'adopted-practice': null, exchange: 3, influence: 3, promotion: 3, solidarity: 3 };

/** How far back a yearly figure (fee, travel, hours) may lie to stand for the year of the cycle. */
export const yearlyFigureYears = 3;

/** The immaterial areas of the city's own page in which practice is exchanged and adopted. */
const practiceAreas: ReadonlySet<Area> = new Set([
  'projects-innovation',
  'transport-exchange',
  'clean-energy',
  'environment',
  'social-safety',
  'culture',
  'heritage',
  'education-sport',
  'know-how',
  'general-exchange',
]);

/**
 * Which indicator a documented effect belongs to; null to none. Levels stay apart: where practice is exchanged, an outcome here is adopted practice, an
 * action or a product is exchange. Money speaks before both. Prestige is measured by offices held and by company alone.
 */
export function yieldOf(effect: Pick<Effect, 'area' | 'level' | 'amount' | 'cityShare'>): Yield | null {
  if (effect.area === 'projects-innovation' && (effect.amount !== undefined || effect.cityShare !== undefined)) return 'projects';
  if (practiceAreas.has(effect.area)) return effect.level === 'outcome' ? 'adopted-practice' : 'exchange';
  if (effect.area === 'lobbying') return 'influence';
  if (effect.area === 'tourism-business-promotion') return 'promotion';
  if (effect.area === 'solidarity' || effect.area === 'personal-contacts') return 'solidarity';
  return null;
}

/** The steps of V9, which the criterion puts in words. */
export const officeSteps: Readonly<Record<string, number>> = { member: 1, board: 2, 'group-lead': 2, presidency: 3 };
