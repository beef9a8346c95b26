import { calendar as en } from '#lang/en/calendar.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { calendar as pl } from '#lang/pl/calendar.ts';
import { wordsFor } from '#lang/words.ts';
import type { Entry } from './entries.ts';
import type { ShownEntry } from './read.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** What a date means: an event or a training by its kind, everything else by what happens on it. */
export function entryInWords(what: ShownEntry['what'], { offer }: Entry, lang: Lang): string {
  const { type } = offer.body;
  return what === 'held' && (type === 'event' || type === 'training' || type === 'exchange') ? wordsFor(lang).offerType[type] : textsFor(lang).what[what];
}

/** `2026-11` as a heading: „Listopad 2026”. */
export function monthInWords(month: string, lang: Lang): string {
  const said = dateInWords(month, lang);
  return said.charAt(0).toLocaleUpperCase(lang) + said.slice(1);
}
