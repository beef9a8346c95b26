import { isDay, type Day } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { characters, deciders, holderKinds, periodOrders, scopes, statuses, themes, type PeriodFilter, type PeriodOrder } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

/** What the address of the list asks for. `on` is absent where the list shows today. */
export const listViews = ['table', 'timeline', 'map'] as const;
export type ListQuery = PeriodFilter & { order: PeriodOrder; on?: Day | undefined; view: (typeof listViews)[number]; page: number };

/** What a filter is called in the address, in the order in which a canonical address names them. */
export const filterNames = ['q', 'status', 'decided', 'character', 'scope', 'theme', 'unit', 'holder'] as const satisfies (keyof PeriodFilter)[];
export type FilterName = (typeof filterNames)[number];

/** A membership that is not yet there is not in the list, so the list cannot be narrowed to it. */
export const listedStatuses = statuses.filter((status) => status !== 'not-yet');
export const listedScopes = ['international', ...scopes] as const;

const longestSearch = 100;

/** Unknown values count as absent; a parameter given twice counts as given first. */
export function readQuery(params: URLSearchParams, known: { units: { has(slug: string): boolean }; today: Day }): ListQuery {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => values.find((value) => value === params.get(name));
  const q = (params.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const unit = params.get('unit');
  const on = params.get('on') ?? '';
  const page = params.get('page') ?? '';
  return {
    q: q === '' ? undefined : q.slice(0, longestSearch).trim(),
    status: oneOf('status', listedStatuses),
    decided: oneOf('decided', deciders),
    character: oneOf('character', characters),
    scope: oneOf('scope', listedScopes),
    theme: oneOf('theme', themes),
    unit: unit !== null && known.units.has(unit) ? unit : undefined,
    holder: oneOf('holder', holderKinds),
    order: oneOf('sort', periodOrders) ?? 'name',
    on: isDay(on) && on !== known.today ? on : undefined,
    view: oneOf('view', listViews) ?? 'table',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query without what is default, always in the same order. */
export function canonicalQuery(query: Partial<ListQuery>): string {
  const params = new URLSearchParams();
  for (const name of filterNames) if (query[name] !== undefined) params.set(name, query[name]);
  if (query.order !== undefined && query.order !== 'name') params.set('sort', query.order);
  if (query.on !== undefined) params.set('on', query.on);
  if (query.view !== undefined && query.view !== 'table') params.set('view', query.view);
  if (query.page !== undefined && query.page > 1) params.set('page', String(query.page));
  return params.toString();
}

/** The one address of a list. */
export function listAddress(lang: Lang, query: Partial<ListQuery> = {}, format: '' | '.json' | '.csv' = ''): string {
  const text = canonicalQuery(query);
  return addressOf('organisations', lang) + format + (text === '' ? '' : `?${text}`);
}

/** The same list asked differently; any change leads back to its first page. */
export const changed = (query: ListQuery, change: Partial<ListQuery>): ListQuery => ({ ...query, page: 1, ...change });

/** The query without its filters; order, day and view stay. */
export const unfiltered = (query: ListQuery): ListQuery => ({ order: query.order, on: query.on, view: query.view, page: 1 });
