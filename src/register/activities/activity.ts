import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { claims, countryCode, currency, decimal, edtfText, slug, sourceIds, sources, text } from '#publishing/facts.ts';

/** A congress, meeting or fair that the city hosted or took part in. */
export const eventShape = z.object({
  organisations: open(z.array(slug).min(1).max(5)),
  name: open(text),
  date: open(claims(edtfText)),
  place: open(openObject({ name: text, country: countryCode }).optional()),
  part: open(z.enum(['hosted', 'co-hosted', 'attended'])),
  attendance: open(claims(text)),
  note: open(text.optional()),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type CityEvent = z.infer<typeof eventShape>;

/** A project that came with a membership. A project of five cities is not the city's money: the share is a fact of its own. */
export const projectShape = z.object({
  organisations: open(z.array(slug).min(1).max(5)),
  name: open(text),
  years: open(claims(edtfText)),
  funding: open(openObject({ amount: decimal, currency, whole: z.enum(['whole-consortium', 'city']) }).optional()),
  cityShare: open(openObject({ amount: decimal, currency }).nullable().default(null)),
  partners: open(text.optional()),
  lead: open(z.boolean().default(false)),
  summary: open(text),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type Project = z.infer<typeof projectShape>;

export const awardShape = z.object({
  organisations: open(z.array(slug).min(1).max(5)),
  name: open(text),
  date: open(claims(edtfText)),
  to: open(text),
  note: open(text.optional()),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type Award = z.infer<typeof awardShape>;
