import { officeReports as en } from '#lang/en/office-reports.ts';
import type { Lang } from '#lang/lang.ts';
import { officeReports as pl } from '#lang/pl/office-reports.ts';

export const textsOf = (lang: Lang) => (lang === 'pl' ? pl : en);
