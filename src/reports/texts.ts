import { assessment as enAssessment } from '#lang/en/assessment.ts';
import { report as en } from '#lang/en/report.ts';
import type { Lang } from '#lang/lang.ts';
import { assessment as plAssessment } from '#lang/pl/assessment.ts';
import { report as pl } from '#lang/pl/report.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** What always stands with an assessment, in the words of its page. */
export const standingNotice = (lang: Lang): ((known: number, of: number) => string) => (lang === 'pl' ? plAssessment : enAssessment).cycle.notice;
