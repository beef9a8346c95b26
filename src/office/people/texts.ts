import type { Lang } from '#lang/lang.ts';
import { people as en } from '#lang/en/office-people.ts';
import { people as pl } from '#lang/pl/office-people.ts';

export const peopleTexts = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);
