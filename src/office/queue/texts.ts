import { queue as en } from '#lang/en/office-queue.ts';
import type { Lang } from '#lang/lang.ts';
import { queue as pl } from '#lang/pl/office-queue.ts';
import { wordsFor } from '#lang/words.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

export const kindWord = (name: string, lang: Lang): string => new Map<string, string>(Object.entries(wordsFor(lang).kinds)).get(name) ?? name;

/** A reason in the reader's language, where there is one. */
export const reasonIn = (why: { pl: string; en: string | null } | null, lang: Lang): string | null => (why === null ? null : lang === 'en' ? (why.en ?? why.pl) : why.pl);
