import { organisation as en } from '#lang/en/organisation.ts';
import type { Lang } from '#lang/lang.ts';
import { organisation as pl } from '#lang/pl/organisation.ts';
import { wordsFor } from '#lang/words.ts';
import type { Status } from '#register/index.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** „Członkostwo czynne”, as a tag and as a sentence's beginning. */
export const statusInWords = (status: Status, lang: Lang): string => (status === 'not-yet' ? textsFor(lang).notYet : textsFor(lang).membershipIs(wordsFor(lang).status[status]));

export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
