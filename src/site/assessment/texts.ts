import { assessment as en } from '#lang/en/assessment.ts';
import type { Lang } from '#lang/lang.ts';
import { assessment as pl } from '#lang/pl/assessment.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
