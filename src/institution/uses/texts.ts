import { offerUses as en } from '#lang/en/offer-uses.ts';
import type { Lang } from '#lang/lang.ts';
import { offerUses as pl } from '#lang/pl/offer-uses.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
