import { applications as en } from '#lang/en/applications.ts';
import type { Lang } from '#lang/lang.ts';
import { applications as pl } from '#lang/pl/applications.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
