import { acts as en } from '#lang/en/acts.ts';
import type { Lang } from '#lang/lang.ts';
import { acts as pl } from '#lang/pl/acts.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
