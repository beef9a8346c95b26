import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';
import { criteriaShape } from '../criteria/criterion.ts';

/** A record as it stood when the cycle was closed. Later changes of the register alter nothing here. */
export const evidenceShape = openObject({ kind: z.string().max(40), slug, title: text, revision: z.int().min(1), amount: z.string().max(60).optional() });
export type Evidence = z.infer<typeof evidenceShape>;

export const grades = ['A', 'B', 'C'] as const;

/** What is known of one membership by one criterion: computed from the register, judged with a reason, confirmed to be none, or unknown. */
export const scoreShape = openObject({
  criterion: z.string(),
  state: z.enum(['documented', 'judged', 'confirmed-none', 'unknown']),
  from: z.number().nullable(),
  to: z.number().nullable(),
  grade: z.enum(grades).nullable(),
  /** The day on which somebody looked. */
  seenOn: edtfText.nullable(),
  reason: text.optional(),
  evidence: z.array(evidenceShape).max(200),
  /** Expected, coincident and earlier effects: shown beside, never counted. */
  beside: z.array(evidenceShape).max(200).default([]),
});
export type ScoreSheet = z.infer<typeof scoreShape>;

const share = z.number().min(0).max(1);

const weightingShape = z.discriminatedUnion('by', [
  openObject({ by: z.literal('swing'), ratios: z.array(z.number()) }),
  openObject({ by: z.literal('surrogate'), ranks: z.array(z.number()), rule: z.enum(['centroid', 'sum', 'reciprocal']) }),
  openObject({ by: z.literal('order'), ranks: z.array(z.number()) }),
  openObject({ by: z.literal('between'), least: z.array(z.number()), most: z.array(z.number()) }),
  openObject({ by: z.literal('equal') }),
  openObject({ by: z.literal('open') }),
]);

/** One view of the weights: the office, culture, business, residents. The first profile of a cycle is the one that its classes go by. */
export const weightProfileShape = openObject({ name: text, benefits: weightingShape, asks: weightingShape });

const profileShape = openObject({ justWorthwhile: z.array(share), clearlyWorthwhile: z.array(share) });
export const referenceShape = openObject({ limits: z.tuple([share, share]), low: profileShape, middle: profileShape, high: profileShape });

export const settingsShape = openObject({
  draws: z.int().min(10_000).max(10_000_000),
  seed: line(120),
  threshold: share,
  completeness: share,
  silentMonths: z.int().min(1).max(240),
  widening: openObject({ A: share, B: share, C: share }),
});

export const assessedShape = openObject({
  membership: slug,
  organisation: slug,
  name: text,
  engagement: line(40),
  scores: z.array(scoreShape).max(80),
  facts: openObject({ asksPaid: z.boolean().nullable(), monthsWithoutEffect: z.int().min(0).nullable(), engagementDeclaredLow: z.boolean() }),
});
export type Assessed = z.infer<typeof assessedShape>;

const spread = openObject({ mean: z.number(), low: z.number(), middle: z.number(), high: z.number() });

export const indicationNames = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine', 'uncertain', 'tooLittleData'] as const;

/** What came out for one membership, rounded as it is shown; whoever recomputes it finds the same figures. */
export const resultShape = openObject({
  membership: slug,
  completeness: openObject({ benefits: share, asks: share }),
  /** What to collect next: codes of criteria, the heaviest first. */
  missing: z.array(z.string()),
  benefits: spread.nullable(),
  asks: spread.nullable(),
  shares: openObject({ keepAndUseMore: share, keep: share, reviveOrJustify: share, examine: share }).nullable(),
  indication: z.enum(indicationNames),
  /** How often it takes each place among the benefits, and its chance of bringing more than each other one, in the order of the memberships. */
  places: z.array(share),
  ahead: z.array(share),
});
export type AssessmentResult = z.infer<typeof resultShape>;

/** A cycle as published: everything that its results were made from, and the results. Once published it never changes. */
export const assessmentShape = z.object({
  year: open(z.int().min(2000).max(2200)),
  closedOn: open(edtfText),
  criteria: open(criteriaShape),
  memberships: open(z.array(assessedShape).max(500)),
  weights: open(z.array(weightProfileShape).min(1).max(12)),
  reference: open(referenceShape),
  settings: open(settingsShape),
  results: open(z.array(resultShape).max(500)),
  /** The cycle before, for what changed and why. */
  previous: open(slug.optional()),
  summary: open(text.optional()),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type Assessment = z.infer<typeof assessmentShape>;
