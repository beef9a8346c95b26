import type { Filter } from '#offers/index.ts';
import { readQuery, type OfferQuery } from '#site/offers/query.ts';

/** A choice is made of the filters of the public list, under the same names; what it does not know counts as absent. */
export function choiceIn(params: URLSearchParams, organisations: ReadonlySet<string>): Filter {
  const { q, type, theme, audience, organisation, apply, state } = readQuery(params, organisations);
  const all = { q, type, theme, audience, organisation, apply, open: state === 'open' ? (true as const) : undefined };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export const queryOf = ({ open, ...filter }: Filter): OfferQuery => ({ ...filter, state: open === true ? 'open' : 'current', page: 1 });
