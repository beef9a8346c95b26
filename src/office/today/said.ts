import type { Said } from '#basics/task.ts';
import { dateInWords } from '#lang/dates.ts';
import { fieldName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, listInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import { textsFor } from './texts.ts';

/** What a rule found, in words. A value for which there is no word stands as it is: better odd than lost. */
export function inWords(said: Said, lang: Lang): string {
  if (typeof said === 'string') return said;
  if ('pl' in said) return lang === 'en' ? (said.en ?? said.pl) : said.pl;
  if ('date' in said) return dateInWords(said.date, lang);
  if ('amount' in said) return amountInWords(said.amount, said.currency, lang);
  if ('group' in said) return wordOf(said.group, said.value, lang);
  if ('field' in said) return fieldName(said.field, lang) ?? said.field.join('.');
  if ('all' in said)
    return listInWords(
      said.all.map((one) => inWords(one, lang)),
      lang,
    );
  return said.either.map((one) => inWords(one, lang)).join(` ${textsFor(lang).or} `);
}

function wordOf(group: string, value: string, lang: Lang): string {
  const groups: Record<string, unknown> = { ...wordsFor(lang), gap: textsFor(lang).gap };
  const words: unknown = groups[group];
  const word: unknown = typeof words === 'object' && words !== null ? Object.entries(words).find(([name]) => name === value)?.[1] : undefined;
  return typeof word === 'string' ? word : value;
}

/** A sentence of the catalogue with the names in braces filled in. */
export const filled = (sentence: string, said: Readonly<Record<string, Said>>, lang: Lang): string => {
  const whole = sentence.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const found = said[name];
    return found === undefined ? '' : inWords(found, lang);
  });
  return whole.charAt(0).toLocaleUpperCase(lang) + whole.slice(1);
};
