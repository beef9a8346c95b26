import type { Lang } from '#lang/lang.ts';
import { officeRecords as en } from '#lang/en/office-records.ts';
import { officeRecords as pl } from '#lang/pl/office-records.ts';

export const textsOf = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
