import { z } from 'zod';
import { parseEdtf } from '#basics/edtf.ts';
import { open, openObject } from '#publishing/fields.ts';
import { countryCode, currency, decimal, edtfText, languageCode, link, slug, sourceIds, sources, text } from '#publishing/facts.ts';
import { themes } from '#register/index.ts';

export const offerTypes = ['call', 'award', 'event', 'programme', 'training', 'exchange', 'project'] as const;

/** Whom an offer is for; what the rules say more exactly stands in a note. */
export const audiences = [
  'residents',
  'young-people',
  'older-people',
  'artists',
  'writers',
  'craftspeople',
  'culture',
  'heritage',
  'schools',
  'research',
  'ngos',
  'businesses',
  'tourism',
  'municipal-units',
  'city',
] as const;

const rhythms = ['yearly', 'every-2-years', 'continuous', 'irregular', 'repeated'] as const;

const date = edtfText.refine((value) => parseEdtf(value)?.kind === 'date', { error: 'one date, not an interval' });

const zones = new Set(Intl.supportedValuesOf('timeZone')).add('UTC');

/** A day, or less where no more is known; without a time it ends with its day in its zone. */
const deadline = openObject({
  date,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time such as 17:00' })
    .optional(),
  zone: z.string().refine((zone) => zones.has(zone), { error: 'a time zone such as Europe/Warsaw' }),
});
export type Deadline = z.infer<typeof deadline>;

/** What an organisation opens to others. */
export const offerShape = z
  .object({
    title: open(text),
    /** Who offers it: an organisation of the register, or a body named in words. */
    organisation: open(slug.optional()),
    organiser: open(text.optional()),
    type: open(z.enum(offerTypes)),
    themes: open(z.array(z.enum(themes)).max(12)),
    audiences: open(z.array(z.enum(audiences)).max(15)),
    audienceNote: open(text.optional()),
    eligibility: open(text.optional()),
    gives: open(text.optional()),
    conditions: open(text.optional()),
    opens: open(date.nullable().default(null)),
    /** Null where none was found, or where there is none. */
    deadline: open(deadline.nullable().default(null)),
    /** The office's own day, before the organiser's, where the city chooses or signs. */
    cityDeadline: open(deadline.nullable().default(null)),
    /** How many entries one city may send. */
    quota: open(z.int().min(1).max(1000).optional()),
    begins: open(date.nullable().default(null)),
    ends: open(date.nullable().default(null)),
    place: open(openObject({ name: text, country: countryCode }).optional()),
    online: open(z.boolean().default(false)),
    money: open(openObject({ amount: decimal.optional(), currency: currency.optional(), says: text }).optional()),
    languages: open(z.array(languageCode).max(12).default([])),
    url: open(link.optional()),
    /** Whether the rules ask for the city between the organiser and whoever applies. */
    intermediary: open(openObject({ needed: z.enum(['yes', 'no', 'unknown']), reason: text.optional(), basis: z.enum(['stated', 'inferred']).optional() })),
    goodStanding: open(z.enum(['needed', 'not-needed', 'unknown']).default('unknown')),
    /** The expected next round is nobody's announcement: it is worked out from the rhythm, and said to be. */
    recurring: open(openObject({ rhythm: z.enum(rhythms), says: text.optional(), expected: date.optional() }).optional()),
    pastRounds: open(
      z
        .array(openObject({ date: edtfText, what: z.enum(['deadline', 'held']), note: text.optional() }))
        .max(30)
        .default([]),
    ),
    decided: open(openObject({ date, says: text }).optional()),
    /** Doubts, and what sources tell differently. */
    remarks: open(
      z
        .array(openObject({ text, sourceIds: z.array(z.string()).default([]) }))
        .max(12)
        .default([]),
    ),
    sourceIds,
    sources,
    caseNumber: z.string().trim().min(1).max(60).optional(),
    officeNotes: z.string().max(5000).optional(),
  })
  .refine((offer) => (offer.organisation === undefined) !== (offer.organiser === undefined), {
    path: ['organisation'],
    error: 'an organisation of the register or an organiser in words, one of them',
  });
export type Offer = z.infer<typeof offerShape>;
