import { organisation as en } from '#lang/en/organisation.ts';
import type { Lang } from '#lang/lang.ts';
import { organisation as pl } from '#lang/pl/organisation.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
