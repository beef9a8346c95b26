import { institution as en } from '#lang/en/institution.ts';
import { institutionPages as pagesEn } from '#lang/en/institution-pages.ts';
import type { Lang } from '#lang/lang.ts';
import { institution as pl } from '#lang/pl/institution.ts';
import { institutionPages as pagesPl } from '#lang/pl/institution-pages.ts';

/** What stands around each page of the zone. */
export const institutionTexts = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

/** The pages about the institution itself and its people. */
export const pageTexts = (lang: Lang): typeof pagesPl => (lang === 'pl' ? pagesPl : pagesEn);
