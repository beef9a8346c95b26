import type { Lang } from '#lang/lang.ts';
import { account as en } from '#lang/en/office-account.ts';
import { account as pl } from '#lang/pl/office-account.ts';

export const accountTexts = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
