import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Claim, Text } from '#publishing/facts.ts';
import type { Lang } from '#lang/lang.ts';

/** A text in the language asked for, or in Polish where there is no other; for sorting and searching, where a view would say so. */
export const inLang = (text: Text, lang: Lang): string => (lang === 'en' ? (text.en ?? text.pl) : text.pl);

/** The first and last day that a date can touch, as columns. */
export function daysOf(text: string | null | undefined): { begins: string | null; ends: string | null } {
  if (text === null || text === undefined) return { begins: null, ends: null };
  const { from, to } = boundsOf(edtf(text));
  return { begins: from, ends: to };
}

/** The claim that lists go by. */
export const leading = <T>(claims: readonly Claim<T>[]): T | undefined => claims[0]?.value;

/**
 * The body of a public row as its type. The row was written from a body that had passed this kind's schema, in the same
 * transaction as the publication, and only publishing writes rows: reading it through the schema again would find nothing new.
 */
export function bodyOf<Body>(row: { body: unknown }): Body {
  return row.body as Body;
}

/** A row of a kind with its slug: what every read of the register gives. */
export type Kept<Body> = { id: string; slug: string; body: Body };
