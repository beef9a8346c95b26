import { officeFees as en } from '#lang/en/office-fees.ts';
import type { Lang } from '#lang/lang.ts';
import { officeFees as pl } from '#lang/pl/office-fees.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
