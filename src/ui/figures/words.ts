import { figures as en } from '#lang/en/figures.ts';
import type { Lang } from '#lang/lang.ts';
import { figures as pl } from '#lang/pl/figures.ts';

/** The figures' own words in the reader's language. */
export const figureWords = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
