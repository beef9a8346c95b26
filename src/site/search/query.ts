import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';

/** What the address of the search asks for; without a kind, the best of every kind. */
export type SearchQuery = { q: string; kind?: string | undefined; page: number };

export const longestQuery = 200;

/** Cities are no records: they stand on the lists of members. */
export const cityKind = 'city';

/** Unknown values count as absent. */
export function readQuery(params: URLSearchParams, isKind: (name: string) => boolean): SearchQuery {
  const typed = (params.get('q') ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const kind = params.get('kind') ?? '';
  const page = params.get('page') ?? '';
  return {
    q: Array.from(typed).slice(0, longestQuery).join('').trim(),
    kind: kind === cityKind || isKind(kind) ? kind : undefined,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

export function canonicalQuery({ q = '', kind, page = 1 }: Partial<SearchQuery>): string {
  const params = new URLSearchParams();
  if (q !== '') params.set('q', q);
  if (q !== '' && kind !== undefined) params.set('kind', kind);
  if (q !== '' && kind !== undefined && page > 1) params.set('page', String(page));
  return params.toString();
}

export function searchAddress(lang: Lang, query: Partial<SearchQuery> = {}, format: '' | '.json' = ''): string {
  const text = canonicalQuery(query);
  return addressOf('search', lang) + format + (text === '' ? '' : `?${text}`);
}
