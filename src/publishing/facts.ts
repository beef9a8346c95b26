import { z } from 'zod';
import { parseEdtf } from '#basics/edtf.ts';
import { slugPattern } from '#basics/slug.ts';
import { open, openObject } from './fields.ts';

export const line = (most = 300) => z.string().trim().min(1).max(most);
const prose = z.string().trim().min(1).max(20_000);

/** Text for people. Polish is always there; where English is missing the page shows the Polish and says so. */
export const text = openObject({ pl: prose, en: prose.optional() });
export type Text = z.infer<typeof text>;

export const slug = z.string().regex(slugPattern, { error: 'an address part: small letters, digits and single hyphens' }).max(120);

/** EDTF text, a date or an interval (see basics/edtf). */
export const edtfText = z.string().refine((value) => parseEdtf(value) !== null, { error: 'a date such as 1995, 1995-11, 1995-11-22, 2016~, 2019-06/2022-09, 2015/.. or 2015/' });

export const link = z.url({ protocol: /^https?$/, error: 'a link that begins with http:// or https://' }).max(2000);

export const countryCode = z.string().regex(/^[A-Z]{2}$/, { error: 'two capital letters, such as PL' });
export const languageCode = z.string().regex(/^[a-z]{2}(-[A-Za-z0-9]+)*$/);

/** Where a fact comes from. `by` tells whether the body itself says it or somebody else does. */
export const source = openObject({
  id: z.string().regex(/^s\d+$/, { error: 's1, s2, …' }),
  url: link,
  title: line().optional(),
  /** The language of the title, where it is words and not only a name. */
  lang: languageCode.optional(),
  seenOn: edtfText.optional(),
  by: z.enum(['city', 'organisation', 'independent']).optional(),
});
export type Source = z.infer<typeof source>;

export const sources = open(z.array(source).max(60).default([]));
export const sourceIds = open(z.array(z.string()).max(20).default([]));

/**
 * A fact as the sources tell it. No claim: not known. One: known. More, with different values: the sources conflict, and the
 * page shows them side by side; the first is the one that lists sort by. `confirmed: false` marks general knowledge without a source seen.
 */
export const claims = <T extends z.ZodType>(value: T) =>
  z
    .array(openObject({ value, sourceIds: z.array(z.string()).max(20).default([]), confirmed: z.literal(false).optional(), note: text.optional() }))
    .max(12)
    .default([]);

export type Claim<T> = { value: T; sourceIds: string[]; confirmed?: false | undefined; note?: Text | undefined };

export const decimal = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, { error: 'an amount such as 4000 or 649.50' });
export const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'three capital letters, such as EUR' });

/** Names every source id that is used in a body but is not in its list of sources. */
export function danglingSources(body: { sources?: Source[] | undefined }): string[] {
  const known = new Set((body.sources ?? []).map((one) => one.id));
  const missing = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value !== null && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) {
        if (name === 'sourceIds' && Array.isArray(part)) for (const id of part) if (typeof id === 'string' && !known.has(id)) missing.add(id);
        if (name !== 'sources') walk(part);
      }
  };
  walk(body);
  return [...missing];
}
