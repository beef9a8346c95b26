import { report as en } from '#lang/en/report.ts';
import type { Lang } from '#lang/lang.ts';
import { report as pl } from '#lang/pl/report.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
