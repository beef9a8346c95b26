import type { Lang } from '#lang/lang.ts';
import { shell as en } from '#lang/en/shell.ts';
import { shell as pl } from '#lang/pl/shell.ts';

/** The frame's own words in the reader's language. */
export const wordsOf = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
