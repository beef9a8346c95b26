import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { currency, decimal, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

/** The areas of benefit: those of the city's own page, in its order, and three that its examples name. */
export const areas = [
  'projects-innovation',
  'tourism-business-promotion',
  'education-sport',
  'lobbying',
  'transport-exchange',
  'clean-energy',
  'environment',
  'social-safety',
  'culture',
  'heritage',
  'know-how',
  'general-exchange',
  'personal-contacts',
  'solidarity',
  'prestige',
] as const;
export type Area = (typeof areas)[number];

/** Something that came of a membership and that a source documents. */
export const effectShape = z
  .object({
    organisation: open(slug),
    date: open(edtfText.nullable()),
    area: open(z.enum(areas)),
    /** *Wymierny*: it can be measured. Not the same as material. */
    measurable: open(z.boolean()),
    level: open(z.enum(['action', 'output', 'outcome'])),
    title: open(text),
    amount: open(decimal.optional()),
    currency: open(currency.optional()),
    /** The city's part of the amount; absent where nobody tells it. */
    cityShare: open(decimal.optional()),
    headCount: open(z.int().min(0).max(10_000_000).optional()),
    /** explicit: a source ties it to the membership; expected: promised at accession; coincident: same time and place only. */
    attribution: open(z.enum(['explicit', 'expected', 'coincident'])),
    /** institution: a local body tells what it had of an offer itself; the office has checked it. */
    reportedBy: open(z.enum(['city', 'organisation', 'independent', 'institution'])),
    /** One thing told in two records counts once: records that share this name are the same thing. */
    sameThing: open(slug.optional()),
    note: open(text.optional()),
    sourceIds,
    sources,
    caseNumber: line(60).optional(),
    officeNotes: z.string().max(5000).optional(),
  })
  .refine((effect) => (effect.amount === undefined) === (effect.currency === undefined), { path: ['currency'], error: 'an amount needs its currency, and the other way round' });
export type Effect = z.infer<typeof effectShape>;
