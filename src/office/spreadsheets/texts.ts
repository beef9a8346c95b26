import { officeSpreadsheets as en } from '#lang/en/office-spreadsheets.ts';
import type { Lang } from '#lang/lang.ts';
import { officeSpreadsheets as pl } from '#lang/pl/office-spreadsheets.ts';

export const textsOf = (lang: Lang) => (lang === 'pl' ? pl : en);
