import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '#web/paths.ts';
import { langs, type Lang } from '#lang/lang.ts';

const folder = join(import.meta.dirname, '../../src/db/example/krakow');

/** The slugs of a file of the example city. */
export function slugsOf(file: string): string[] {
  const rows = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { slug: string }[];
  return rows.map((row) => row.slug);
}

/** One address of every kind of public page, in one language. */
export const samplePages = (lang: Lang): string[] => [
  addressOf('home', lang),
  addressOf('organisations', lang),
  `${addressOf('organisations', lang)}?status=active&scope=international&on=2010-01-01`,
  `${addressOf('organisations', lang)}?q=nothing-is-called-this`,
  addressOf('organisation', lang, { slug: 'hanse' }),
  addressOf('organisation', lang, { slug: 'eurocities' }),
  addressOf('organisation', lang, { slug: 'aecc-2000' }),
  addressOf('whyBelong', lang),
  addressOf('assessment', lang),
  addressOf('acts', lang),
  addressOf('act', lang, { slug: 'iv-47-90' }),
  addressOf('act', lang, { slug: 'zrzeszenia-2000' }),
  addressOf('offers', lang),
  `${addressOf('offers', lang)}?audience=artists&state=archive`,
  `${addressOf('offers', lang)}?type=award&audience=craftspeople`,
  addressOf('offer', lang, { slug: 'owhc-lallier-prize' }),
  addressOf('offer', lang, { slug: 'hanse-artworks-2026' }),
  addressOf('calendar', lang),
  `${addressOf('calendar', lang)}?month=2025-06`,
  `${addressOf('calendar', lang)}?view=list`,
  addressOf('costs', lang),
  addressOf('search', lang),
  `${addressOf('search', lang)}?q=lodz`,
  addressOf('changes', lang),
  addressOf('history', lang, { kind: 'organisations', slug: 'owhc' }),
  addressOf('revision', lang, { kind: 'organisations', slug: 'owhc', number: 1 }),
  addressOf('about', lang),
  addressOf('data', lang),
  addressOf('accessibility', lang),
  addressOf('privacy', lang),
  addressOf('cookies', lang),
  addressOf('siteMap', lang),
  addressOf('feedback', lang),
];

export const allSamples = (): { lang: Lang; path: string }[] => langs.flatMap((lang) => samplePages(lang).map((path) => ({ lang, path })));

/** Every public address of the example city in a language: what a marker or a dead link could hide on. */
export const everyPage = (lang: Lang): string[] => [
  ...samplePages(lang),
  ...slugsOf('organisations.json').map((slug) => addressOf('organisation', lang, { slug })),
  ...slugsOf('acts.json').map((slug) => addressOf('act', lang, { slug })),
  ...slugsOf('offers.json').map((slug) => addressOf('offer', lang, { slug })),
];
