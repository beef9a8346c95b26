import { reconciliation as en } from '#lang/en/office-reconciliation.ts';
import type { Lang } from '#lang/lang.ts';
import { reconciliation as pl } from '#lang/pl/office-reconciliation.ts';

export const textsOf = (lang: Lang) => (lang === 'pl' ? pl : en);
