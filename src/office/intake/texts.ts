import { officeIntake as en } from '#lang/en/office-intake.ts';
import type { Lang } from '#lang/lang.ts';
import { officeIntake as pl } from '#lang/pl/office-intake.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
