import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { currency, edtfText, languageCode, line, link, slug, sourceIds, sources, text } from '#publishing/facts.ts';
import { criteriaShape } from '../criteria/criterion.ts';

export const grades = ['A', 'B', 'C'] as const;

/** Why a record stands beside an indicator and is not counted in it. */
export const asideReasons = [
  'expected',
  'coincident',
  'before',
  'after',
  'undated',
  'not-established',
  'earlier',
  'later',
  'told-elsewhere',
  'share-unknown',
  'amount-unknown',
  'rate-unknown',
  'not-confirmed',
  'no-unit',
  'not-compulsory',
  'not-yearly',
] as const;
export type AsideReason = (typeof asideReasons)[number];

/** A record as it stood when the cycle was closed. Later changes of the register alter nothing here. */
export const evidenceShape = openObject({
  kind: z.string().max(40),
  slug,
  title: text,
  revision: z.int().min(1),
  /** What it adds, as the record has it: `5800 EUR`, `210 h`, `2/6`. */
  amount: z.string().max(60).optional(),
  date: edtfText.optional(),
  grade: z.enum(grades).optional(),
  /** Of a record beside: why it is not counted. */
  because: z.enum(asideReasons).optional(),
});
export type Evidence = z.infer<typeof evidenceShape>;

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

export const exchangeRateShape = openObject({
  currency,
  pln: z.number().positive(),
  on: edtfText,
  /** As sources of other facts are: `lang` is the language of the title. */
  source: openObject({ url: link, title: line(), lang: languageCode.optional() }),
});
export type ExchangeRate = z.infer<typeof exchangeRateShape>;

export const settingsShape = openObject({
  draws: z.int().min(10_000).max(10_000_000),
  seed: line(120),
  threshold: share,
  completeness: share,
  silentMonths: z.int().min(1).max(240),
  widening: openObject({ A: share, B: share, C: share }),
  /** What the indicators were counted with: how many złotys a unit of a currency was, on which day, by which source; and the cities that this one compares itself with. */
  exchangeRates: z.array(exchangeRateShape).max(60).default([]),
  peers: z.array(line(200)).max(100).default([]),
});
export type CycleSettings = z.infer<typeof settingsShape>;

export const assessedShape = openObject({
  membership: slug,
  organisation: slug,
  name: text,
  engagement: line(40),
  scores: z.array(scoreShape).max(80),
  facts: openObject({ asksPaid: z.boolean().nullable(), monthsWithoutEffect: z.int().min(0).nullable(), engagementDeclaredLow: z.boolean() }),
});
export type Assessed = z.infer<typeof assessedShape>;

const spread = openObject({ mean: z.number(), low: z.number(), high: z.number() });
const classShares = openObject({ keepAndUseMore: share, keep: share, reviveOrJustify: share, examine: share });

export const indicationNames = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine', 'uncertain', 'tooLittleData'] as const;

/**
 * What the weights of one profile say of one membership. An index below the least completeness has no spread; shares of draws in each class are there where
 * both indexes are complete.
 */
const viewShape = openObject({
  completeness: openObject({ benefits: share, asks: share }),
  benefits: spread.nullable(),
  asks: spread.nullable(),
  shares: classShares.nullable(),
  indication: z.enum(indicationNames),
});
export type ResultView = z.infer<typeof viewShape>;

/** What came out for one membership, rounded as it is shown; whoever recomputes it finds the same figures. The first profile of weights speaks at the top level. */
export const resultShape = openObject({
  membership: slug,
  completeness: openObject({ benefits: share, asks: share }),
  /** What to collect next: codes of criteria, the heaviest first. */
  missing: z.array(z.string()),
  benefits: spread.nullable(),
  asks: spread.nullable(),
  shares: classShares.nullable(),
  indication: z.enum(indicationNames),
  /** How often it takes each place among the benefits, of those with enough data; empty where it has too little itself. */
  places: z.array(share),
  /** Its chance of bringing more than each other one, in the order of the memberships; null where either of the two has too little data. */
  ahead: z.array(share.nullable()),
  /** The weights of benefits, in the order of the criteria, that put it first on average; null where none do. */
  centralWeights: z.array(share).nullable(),
  /** How often it is first under those weights. */
  confidence: share.nullable(),
  /** The same under the other profiles of weights, in their order: the second and those after it. */
  others: z.array(viewShape),
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
