import { langs, type Lang } from '#lang/lang.ts';
import type { Paging, Shown } from '../page.ts';

const mediaTypes = { html: 'text/html', json: 'application/json', csv: 'text/csv' } as const;
type Format = keyof typeof mediaTypes;

type Linked = { alternates: Record<Lang, string>; lang: Lang; formats: readonly ('json' | 'csv')[]; paging: Paging | null };

/** Where programs find the page in the other language and as data, its feeds and, in a list, the pages before and after it (RFC 8288). */
export function linkHeader(baseUrl: string, { shown, alternates, lang, formats, paging }: Linked & { shown: Shown }): string {
  return [
    ...langs.map((one) => `<${baseUrl}${alternates[one]}>; rel="alternate"; hreflang="${one}"`),
    ...formats.map((format) => alternate(baseUrl + withFormat(format === 'csv' ? wholeOf(alternates[lang]) : alternates[lang], format), format)),
    ...(shown.feeds ?? []).map(({ href }) => `<${baseUrl}${href}>; rel="alternate"; type="application/atom+xml"`),
    ...pagesOf(baseUrl, paging, 'html'),
  ].join(', ');
}

/** What goes with a file: the page of the same, the description of a table's columns, and the other parts of a list. `asked` is the page with the query as it was asked. */
export function linkHeaderOfFile(baseUrl: string, format: 'json' | 'csv', { alternates, lang, paging, asked }: Omit<Linked, 'formats'> & { asked: string }): string {
  const described = format === 'csv' ? [`<${baseUrl}${withFormat(asked, 'csv-metadata.json')}>; rel="describedby"; type="application/csvm+json"`] : [];
  return [alternate(baseUrl + (format === 'csv' ? wholeOf(alternates[lang]) : alternates[lang]), 'html'), ...described, ...pagesOf(baseUrl, paging, format)].join(', ');
}

const alternate = (address: string, format: Format): string => `<${address}>; rel="alternate"; type="${mediaTypes[format]}"`;

function pagesOf(baseUrl: string, paging: Paging | null, format: Format): string[] {
  if (paging === null || paging.pages === 1) return [];
  const { page, pages, hrefOf } = paging;
  const link = (to: number, rel: string): string => `<${baseUrl}${format === 'html' ? hrefOf(to) : withFormat(hrefOf(to), format)}>; rel="${rel}"`;
  return [link(1, 'first'), ...(page > 1 ? [link(page - 1, 'prev')] : []), ...(page < pages ? [link(page + 1, 'next')] : []), link(pages, 'last')];
}

export const withFormat = (address: string, format: 'json' | 'csv' | 'csv-metadata.json'): string => address.replace(/^([^?]*)/, `$1.${format}`);

/** A file holds the whole list: the page of it that people read is no part of its address. */
const wholeOf = (address: string): string => {
  const [path = '', query = ''] = address.split('?');
  const params = new URLSearchParams(query);
  params.delete('page');
  return path + (params.size === 0 ? '' : `?${params}`);
};
