import { langs, type Lang } from '#lang/lang.ts';
import type { Shown } from '../page.ts';

const mediaTypes = { json: 'application/json', csv: 'text/csv' } as const;

/** Where programs find the page in the other language and as data, its feeds and, in a list, the pages before and after it (RFC 8288). */
export function linkHeader(baseUrl: string, given: { shown: Shown; alternates: Record<Lang, string>; lang: Lang; formats: readonly ('json' | 'csv')[] }): string {
  const { shown, alternates, lang, formats } = given;
  const { feeds = [], paging } = shown;
  return [
    ...langs.map((one) => `<${baseUrl}${alternates[one]}>; rel="alternate"; hreflang="${one}"`),
    ...formats.map((format) => `<${baseUrl}${withFormat(alternates[lang], format)}>; rel="alternate"; type="${mediaTypes[format]}"`),
    ...feeds.map(({ href }) => `<${baseUrl}${href}>; rel="alternate"; type="application/atom+xml"`),
    ...(paging?.previous === undefined ? [] : [`<${baseUrl}${paging.previous}>; rel="prev"`]),
    ...(paging?.next === undefined ? [] : [`<${baseUrl}${paging.next}>; rel="next"`]),
  ].join(', ');
}

const withFormat = (address: string, format: 'json' | 'csv'): string => address.replace(/^([^?]*)/, `$1.${format}`);
