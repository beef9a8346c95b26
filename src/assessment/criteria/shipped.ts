import { criteriaShape, type CriteriaSet } from './criterion.ts';
import shipped from './shipped.json' with { type: 'json' };

/** The criteria that Koga ships: version 1 of every city's set until its office changes them. */
export const shippedCriteria: CriteriaSet = criteriaShape.parse(shipped);
