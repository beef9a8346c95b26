import { siteMap as en } from '#lang/en/site-map.ts';
import type { Lang } from '#lang/lang.ts';
import { siteMap as pl } from '#lang/pl/site-map.ts';
import { pages, type PageName } from '#web/paths.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** A page that needs no parameter: there is one of it. */
export type PlainPage = { [Name in PageName]: (typeof pages)[Name]['pl'] extends `${string}:${string}` ? never : Name }[PageName];

const isPlain = (name: string): name is PlainPage => Object.entries(pages).some(([one, paths]) => one === name && !paths.pl.includes(':'));

/** In the order of the menu, which is that of src/web/paths.ts. */
export const plainPages: readonly PlainPage[] = Object.keys(pages).filter(isPlain);

/** What the site map calls a page. A page without a text here does not compile. */
export const pageTitle = (name: PlainPage, lang: Lang): string => textsFor(lang).pages[name];
