import { search as en } from '#lang/en/search.ts';
import type { Lang } from '#lang/lang.ts';
import { search as pl } from '#lang/pl/search.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** The kinds in the order in which results show them. */
const kindOrder = Object.keys(pl.groups);

export const inOrder = (a: string, b: string): number => kindOrder.indexOf(a) - kindOrder.indexOf(b);

/** Heading and anchor of a kind's results. @throws where the catalogues know no such kind: every kind of record must be named there. */
export function groupOf(kind: string, lang: Lang): { id: string; heading: string } {
  const group = Object.entries(textsFor(lang).groups).find(([name]) => name === kind)?.[1];
  if (group === undefined) throw new Error(`search has no heading for the kind ${kind}`);
  return group;
}
