import { feedback as en } from '#lang/en/feedback.ts';
import type { Lang } from '#lang/lang.ts';
import { feedback as pl } from '#lang/pl/feedback.ts';

export const feedbackTexts = (lang: Lang) => (lang === 'pl' ? pl : en);
