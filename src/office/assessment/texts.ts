import { officeAssessment as en } from '#lang/en/office-assessment.ts';
import type { Lang } from '#lang/lang.ts';
import { officeAssessment as pl } from '#lang/pl/office-assessment.ts';

export const textsFor = (lang: Lang): typeof en => (lang === 'pl' ? pl : en);
