import { words as en } from './en/words.ts';
import type { Lang } from './lang.ts';
import { words as pl } from './pl/words.ts';

/** The words for the values that records hold, in the reader's language. */
export const wordsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
