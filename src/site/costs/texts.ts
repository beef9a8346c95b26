import { costs as en } from '#lang/en/costs.ts';
import type { Lang } from '#lang/lang.ts';
import { costs as pl } from '#lang/pl/costs.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
