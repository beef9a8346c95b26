import { history as en } from '#lang/en/history.ts';
import type { Lang } from '#lang/lang.ts';
import { history as pl } from '#lang/pl/history.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
