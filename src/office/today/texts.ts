import { officeToday as en } from '#lang/en/office-today.ts';
import type { Lang } from '#lang/lang.ts';
import { officeToday as pl } from '#lang/pl/office-today.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
export type Texts = typeof pl;
