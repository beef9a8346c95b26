import { z } from 'zod';
import { openObject } from '#publishing/fields.ts';
import { text } from '#publishing/facts.ts';

/** What Koga can count in the register by itself; `judgement` is left to the assessor. */
export const indicatorNames = [
  'strategy-fit',
  'current-engagement',
  'projects',
  'adopted-practice',
  'exchange',
  'influence',
  'promotion',
  'solidarity',
  'office-held',
  'company',
  'local-use',
  'cash',
  'travel',
  'staff-hours',
  'reporting',
  'lock-in',
  'judgement',
] as const;
export type IndicatorName = (typeof indicatorNames)[number];

export const indexes = ['benefits', 'asks'] as const;
export type Index = (typeof indexes)[number];

/**
 * A criterion with its value function: corners in rising order of the indicator, values from 0 to 1. Of benefits 1 is the most that is brought, of asks the
 * most that is asked; the two are never netted.
 */
export const criterionShape = openObject({
  code: z.string().regex(/^[VB]\d{1,2}$/, { error: 'a code such as V1 or B6' }),
  index: z.enum(indexes),
  name: text,
  /** What is asked, in words that a resident understands. */
  question: text,
  /** Where the criterion is at home on the city's own page. */
  home: text.optional(),
  indicator: z.enum(indicatorNames),
  unit: text,
  direction: z.enum(['up', 'down']),
  corners: z
    .array(openObject({ at: z.number(), value: z.number().min(0).max(1) }))
    .min(2)
    .max(12),
  /** The words of a constructed scale, from its lower end. */
  levels: z
    .array(openObject({ at: z.number(), says: text }))
    .max(12)
    .default([]),
});
export type Criterion = z.infer<typeof criterionShape>;

/** A version of the criteria. Each change by the office makes a new one. */
export const criteriaShape = openObject({ version: z.int().min(1), criteria: z.array(criterionShape).min(1).max(60) });
export type CriteriaSet = z.infer<typeof criteriaShape>;

export const ofIndex = (set: Pick<CriteriaSet, 'criteria'>, index: Index): Criterion[] => set.criteria.filter((one) => one.index === index);
