import { langs } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import type { Text } from '#publishing/facts.ts';

const numbers = new Map(
  langs.flatMap((lang) =>
    wordsFor(lang)
      .numbersToTwelve.split(' ')
      .map((word, index) => [word, index + 1] as const),
  ),
);

function monthsIn(text: string, unit: RegExp): number | null {
  const found = [...text.toLowerCase().matchAll(/(\p{L}+|\d{1,3})\s+(\p{L}+)/gu)].filter(([, , word]) => unit.test(word ?? ''));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const written = only[1] ?? '';
  return numbers.get(written) ?? (/^\d+$/.test(written) ? Number(written) : null);
}

/** The months that a notice period names. It is written in words for people: where they name no one number of months, or the languages differ, an assessor judges. */
export function monthsInWords(notice: Text): number | null {
  const pl = monthsIn(notice.pl, /^miesi[ąę]c/u);
  const en = notice.en === undefined ? pl : monthsIn(notice.en, /^months?$/);
  return pl === en ? pl : null;
}
