import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { claims, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const deciders = ['council', 'mayor', 'board', 'unit-head', 'not-established'] as const;
export const characters = ['association', 'network-or-programme', 'declaration', 'not-established'] as const;
export const holderKinds = ['city', 'unit', 'official'] as const;
/** The basis that a source was really seen for. */
export const bases = [
  'council-resolution',
  'programme-adopted-by-council',
  'designation',
  'selection-by-european-commission',
  'admission-by-network',
  'signature-by-mayor',
  'letter-of-intent-and-contract',
  'participation-of-officials',
  'institution-membership',
  'not-stated',
] as const;
export const categories = ['full', 'associate', 'observer'] as const;
export const engagements = ['leading', 'active', 'following', 'dormant-by-choice', 'undeclared'] as const;
export const consentStates = ['required', 'not-required', 'not-examined'] as const;
/** Why consent is or is not required; each reason stands for a rule of law and is explained on the page. */
export const consentReasons = [
  'international-association',
  'joined-before-the-act',
  'national-body',
  'programme-of-eu-or-unesco',
  'declaration-only',
  'holder-is-not-the-city',
  'nobody-has-examined',
] as const;
export const stepKinds = [
  'founding',
  'invitation',
  'application',
  'council-resolution',
  'minister-consent',
  'board-decision',
  'mayor-decision',
  'signature',
  'declaration',
  'contract',
  'selection',
  'designation',
  'acceptance',
  'statute-adopted',
  'associate-membership',
  'full-membership',
  'participation',
  'suspension',
  'resumption',
  'notice',
  'withdrawal',
  'end',
] as const;

const step = z.object({
  kind: open(z.enum(stepKinds)),
  /** Empty where the step is known to have been taken, but not when. */
  date: open(claims(edtfText)),
  /** Who took it, where the act does not say. */
  by: open(claims(text)),
  act: open(slug.optional()),
  /** Not told by a source but concluded from others. */
  inferred: open(z.literal(true).optional()),
  note: open(text.optional()),
  sourceIds,
  caseNumber: line(60).optional(),
});
export type Step = z.infer<typeof step>;
export type StepKind = (typeof stepKinds)[number];

/** One period of belonging. A city may leave and return: then there are two. */
export const membershipShape = z.object({
  organisation: open(slug),
  /** 1 for the first period with this organisation, 2 for the next. */
  period: open(z.int().min(1).max(20).default(1)),
  holder: open(openObject({ kind: z.enum(holderKinds), name: text })),
  decidedBy: open(z.enum(deciders)),
  character: open(z.enum(characters)),
  basis: open(z.enum(bases)),
  basisNote: open(text.optional()),
  category: open(z.enum(categories).nullable()),
  founder: open(z.boolean().default(false)),
  /** An interval: `1995-11-22/..` lasts, `2004-07-16/` has an end that nobody knows, `/..` cannot be written: use null for an unknown beginning. */
  belonging: open(claims(edtfText)),
  /** Where nothing but this is known of the end: it was over by this date (concluded, for example, from a new accession). */
  overBy: open(openObject({ date: edtfText, reason: text, sourceIds: z.array(z.string()).default([]) }).optional()),
  /** For a membership whose beginning is unknown: whether a source shows it as lasting. */
  lasting: open(z.enum(['shown', 'not-shown']).default('not-shown')),
  /** With an unknown beginning: the date of the first source that shows the membership as lasting. */
  shownFrom: open(edtfText.optional()),
  steps: open(z.array(step).max(40).default([])),
  consent: open(openObject({ state: z.enum(consentStates), reason: z.enum(consentReasons), note: text.optional() })),
  engagement: open(openObject({ level: z.enum(engagements), reason: text.optional() })),
  unit: open(slug.optional()),
  unitNote: open(text.optional()),
  expectations: open(text.optional()),
  noticePeriod: open(text.optional()),
  /** The last day on which notice can still be given; the notice period tells why. */
  noticeBy: open(edtfText.optional()),
  renewal: open(edtfText.optional()),
  duties: open(
    z
      .array(openObject({ text, sourceIds: z.array(z.string()).default([]) }))
      .max(10)
      .default([]),
  ),
  /** Links to strategy goals. `suggested` until a person of the office confirms. */
  objectives: open(
    z
      .array(
        openObject({
          objective: slug,
          rank: z.int().min(1).max(9),
          reason: text,
          basis: z.enum(['named-by-strategy', 'class-named-by-strategy', 'themes']),
          state: z.enum(['suggested', 'confirmed']),
        }),
      )
      .max(20)
      .default([]),
  ),
  remarks: open(
    z
      .array(openObject({ text, sourceIds: z.array(z.string()).default([]) }))
      .max(12)
      .default([]),
  ),
  sourceIds,
  sources,
  caseNumber: line(60).optional(),
  contact: z.string().max(300).optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Membership = z.infer<typeof membershipShape>;
