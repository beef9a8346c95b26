import { themes } from '#register/index.ts';
import { audiences, offerTypes, ways, type OfferFilter, type OfferState, type Way } from '#offers/index.ts';
import type { Lang } from '#lang/lang.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';

/** Which offers the list shows: those of use today unless it is asked for others. */
export const choices = ['current', 'open', 'announced', 'not-established', 'archive', 'all'] as const;
export type Choice = (typeof choices)[number];

export const admits: Record<Choice, (state: OfferState) => boolean> = {
  current: (state) => state !== 'closed' && state !== 'decided',
  open: (state) => state === 'open' || state === 'closing-soon',
  announced: (state) => state === 'announced',
  'not-established': (state) => state === 'not-established',
  archive: (state) => state === 'closed' || state === 'decided',
  all: () => true,
};

export type OfferQuery = Omit<OfferFilter, 'intermediary'> & { apply?: Way | undefined; state: Choice; page: number };

/** What a filter is called in the address, in the order in which a canonical address names them. */
export const filterNames = ['q', 'type', 'theme', 'audience', 'organisation', 'apply'] as const satisfies (keyof OfferQuery)[];
export type FilterName = (typeof filterNames)[number];

const longestSearch = 100;

/** Unknown values count as absent; a parameter given twice counts as given first. */
export function readQuery(params: URLSearchParams, organisations: ReadonlySet<string>): OfferQuery {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => values.find((value) => value === params.get(name));
  const q = (params.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestSearch).trim();
  const page = params.get('page') ?? '';
  return {
    q: q === '' ? undefined : q,
    type: oneOf('type', offerTypes),
    theme: oneOf('theme', themes),
    audience: oneOf('audience', audiences),
    organisation: oneOf('organisation', [...organisations]),
    apply: oneOf('apply', ways),
    state: oneOf('state', choices) ?? 'current',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query without what is default, always in the same order. */
export function canonicalQuery(query: Partial<OfferQuery>): string {
  const params = new URLSearchParams();
  for (const name of filterNames) if (query[name] !== undefined) params.set(name, query[name]);
  if (query.state !== undefined && query.state !== 'current') params.set('state', query.state);
  if (query.page !== undefined && query.page > 1) params.set('page', String(query.page));
  return params.toString();
}

/** The one address of a list. */
export function offersAddress(lang: Lang, query: Partial<OfferQuery> = {}, format: '' | '.json' | '.csv' | '.atom' = ''): string {
  const text = canonicalQuery(query);
  return addressOf('offers', lang) + format + (text === '' ? '' : `?${text}`);
}

/** The form for mails about offers, with the filters of a list. Of its states only what is open now can be asked for; what is past is never news. */
export function notifyAddress(lang: Lang, query: Partial<OfferQuery>): string {
  const text = canonicalQuery({ ...query, state: query.state === 'open' ? 'open' : 'current', page: 1 });
  return institutionAddress('notifications', lang) + (text === '' ? '' : `?${text}`);
}

/** The same list asked differently; any change leads back to its first page. */
export const changed = (query: OfferQuery, change: Partial<OfferQuery>): OfferQuery => ({ ...query, page: 1, ...change });

export const filtersIn = (query: OfferQuery): FilterName[] => filterNames.filter((name) => query[name] !== undefined);
