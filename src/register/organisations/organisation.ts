import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { claims, countryCode, edtfText, languageCode, line, link, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const organisationKinds = ['association', 'union', 'network', 'programme', 'initiative', 'federation'] as const;
export const scopes = ['global', 'european', 'regional', 'national'] as const;
export const themes = [
  'business',
  'climate',
  'culture',
  'digital',
  'education',
  'energy',
  'environment',
  'equality',
  'film',
  'governance',
  'health',
  'heritage',
  'human-rights',
  'literature',
  'lobbying',
  'migration',
  'peace',
  'safety',
  'social',
  'tourism',
  'transport',
] as const;
export const countQualifiers = ['exactly', 'over', 'almost', 'about'] as const;

const count = openObject({ count: z.int().min(0).max(1_000_000), qualifier: z.enum(countQualifiers).default('exactly') });

const seat = openObject({
  city: text.nullable(),
  country: countryCode,
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});
export type Seat = z.infer<typeof seat>;

/** A body that the city belongs to, belonged to, or works with. */
export const organisationShape = z.object({
  name: open(text),
  /** As menus and tables call it; at most a few words. */
  shortName: open(text),
  nativeName: open(openObject({ name: line(), lang: languageCode, confirmed: z.literal(false).optional() }).optional()),
  acronym: open(line(20).optional()),
  /** Other names in use today, each as its sources write it. */
  nameVariants: open(claims(text)),
  formerNames: open(z.array(text).max(10).default([])),
  kind: open(z.enum(organisationKinds)),
  scope: open(z.enum(scopes)),
  themes: open(z.array(z.enum(themes)).max(12)),
  founded: open(claims(edtfText)),
  foundedPlace: open(text.optional()),
  seat: open(claims(seat)),
  website: open(claims(link)),
  /** Every count that a source gives, newest first: they differ by date, which is no conflict. */
  memberCounts: open(
    z
      .array(openObject({ members: count, countries: count.optional(), asOf: edtfText.nullable(), sourceIds: z.array(z.string()).default([]), note: text.optional() }))
      .max(12)
      .default([]),
  ),
  predecessors: open(z.array(text).max(10).default([])),
  successor: open(text.optional()),
  organs: open(text.optional()),
  /** How the body sets its fees, where a source tells. */
  feeRule: open(openObject({ text, sourceIds: z.array(z.string()).default([]) }).optional()),
  identifiers: open(openObject({ wikidata: line(20).optional(), ror: line(30).optional(), transparencyRegister: line(30).optional() }).optional()),
  /** The same body in the directory of networks, where its id differs or is the same. */
  network: open(slug.optional()),
  summary: open(text),
  description: open(text),
  /** What a reader must know about these facts: odd names, doubts, what was not found. */
  remarks: open(
    z
      .array(openObject({ text, sourceIds: z.array(z.string()).default([]) }))
      .max(12)
      .default([]),
  ),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type Organisation = z.infer<typeof organisationShape>;
