import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { countryCode, edtfText, line, link, sourceIds, text } from '#publishing/facts.ts';
import { countQualifiers, themes } from '../organisations/organisation.ts';

export const networkKinds = ['association', 'union', 'network', 'coalition', 'programme', 'campaign', 'platform', 'designation', 'partnership'] as const;
export const memberRoles = [
  'full',
  'board',
  'founder',
  'host',
  'label',
  'pilot',
  'candidate',
  'observer',
  'partner',
  'regional-secretariat',
  'conference-host',
  'associate',
] as const;

/** One row of a network's member list. A place is no key: several members can sit on one place, and some members are no cities. */
export const memberShape = openObject({
  name: line(200),
  country: countryCode,
  joined: edtfText.nullable().default(null),
  role: z.enum(memberRoles).default('full'),
  field: line(80).optional(),
  asOf: edtfText.nullable().default(null),
  sourceId: z.string().optional(),
  /** GeoNames id and the place's own name there (CC BY 4.0). */
  geonames: z.int().positive().optional(),
  place: line(200).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  population: z.int().min(0).optional(),
});
export type Member = z.infer<typeof memberShape>;

/** A body of the reference directory, with what is known of its members and how complete that is. */
export const networkShape = z.object({
  name: open(text),
  acronym: open(line(40).optional()),
  nativeName: open(line().optional()),
  kind: open(z.enum(networkKinds)),
  scope: open(z.enum(['global', 'european', 'regional', 'national'])),
  /** Of a regional network: its region, in words. */
  region: open(text.optional()),
  themes: open(z.array(z.enum(themes)).max(12)),
  founded: open(edtfText.nullable()),
  seat: open(openObject({ city: line(120).nullable(), country: countryCode }).nullable()),
  website: open(link.nullable()),
  memberCount: open(openObject({ count: z.int().min(0), qualifier: z.enum(countQualifiers).default('exactly'), asOf: edtfText.nullable() }).nullable()),
  memberUnit: open(z.enum(['city', 'metro', 'region', 'mixed'])),
  /** How complete the list of members below is, in words; null where there is no list. */
  coverage: open(openObject({ completeness: z.enum(['complete', 'near-complete', 'partial']), says: text }).nullable()),
  members: open(z.array(memberShape).max(20_000).default([])),
  note: open(text.optional()),
  sourceIds,
  sources: open(
    z
      .array(openObject({ id: z.string().regex(/^s\d+$/), url: link, title: line().optional() }))
      .max(500)
      .default([]),
  ),
  officeNotes: z.string().max(5000).optional(),
});
export type Network = z.infer<typeof networkShape>;
