import type { Reader } from '#db/handles.ts';
import { langs, type Lang } from '#lang/lang.ts';
import { listAddresses } from '#publishing/addresses.ts';
import { labelOfLatest } from '#publishing/history.ts';
import { addressOf } from '#web/paths.ts';
import { plainPages, type PlainPage } from '../site-map/plain-pages.ts';
import { statementDates } from '../statements/dates.ts';

/** What a page shows, by kind of record, so that its date is that of the record updated last; the others show the whole register. */
const shownKinds: Partial<Record<PlainPage, readonly string[]>> = {
  organisations: ['organisation', 'membership'],
  acts: ['act'],
  offers: ['offer', 'organisation'],
  offerFigures: ['offer', 'organisation'],
  calendar: ['offer', 'organisation'],
  costs: ['ask', 'membership', 'organisation'],
  whyBelong: ['effect', 'organisation'],
  assessment: ['effect', 'ask', 'membership', 'organisation', 'assessment', 'decision'],
  about: ['article'],
};
const statements: ReadonlySet<string> = new Set<PlainPage>(['accessibility', 'privacy', 'cookies']);
/** Pages that hold nothing until they are asked something. */
const unlisted: ReadonlySet<string> = new Set<PlainPage>(['search', 'feedback']);

type Place = { path: Record<Lang, string>; updated: string | undefined };

/** Every page in both languages, each naming the other (https://www.sitemaps.org, with xhtml:link for languages). */
export async function sitemapXml(reader: Reader, baseUrl: string): Promise<string> {
  const places: Place[] = [];
  for (const name of plainPages) {
    if (unlisted.has(name)) continue;
    const updated = statements.has(name) ? statementDates.updated : (await labelOfLatest(reader, shownKinds[name]))?.updatedAt.toISOString();
    places.push({ path: { pl: addressOf(name, 'pl'), en: addressOf(name, 'en') }, updated });
  }
  for (const { path, updatedAt } of await listAddresses(reader, ['organisation', 'act', 'offer', 'assessment'])) places.push({ path, updated: updatedAt.toISOString() });
  const urls = places.flatMap((place) => langs.map((lang) => urlOf(place, lang, baseUrl)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function urlOf({ path, updated }: Place, lang: Lang, baseUrl: string): string {
  const address = (one: Lang): string => escaped(baseUrl + path[one]);
  const alternate = (hreflang: string, one: Lang): string => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${address(one)}"/>`;
  const lastmod = updated === undefined ? '' : `<lastmod>${updated}</lastmod>`;
  return `<url><loc>${address(lang)}</loc>${lastmod}${langs.map((one) => alternate(one, one)).join('')}${alternate('x-default', 'pl')}</url>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
