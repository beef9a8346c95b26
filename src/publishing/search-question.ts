import { sql, type RawBuilder } from 'kysely';
import { fold } from '#basics/fold.ts';
import { asOneWord } from './search-document.ts';

/** What was typed, as search sees it. */
export type Question = {
  /** Folded words, each once; every one of them must be found. */
  words: readonly string[];
  /** The whole as one word, for names and numbers. */
  whole: string;
};

/** PostgreSQL refuses a word of more than 2,046 bytes in a query, and nobody types so many words. */
const longestWord = 60;
const mostWords = 20;

export function questionOf(typed: string): Question {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => Array.from(word).slice(0, longestWord).join(''));
  return { words: [...new Set(words)].slice(0, mostWords), whole: asOneWord(typed) };
}

// A folded word holds letters and digits only, so the quotes cannot be left.
export const everyWordBegun = (words: readonly string[]): RawBuilder<unknown> => sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`;
export const everyWordWhole = (words: readonly string[]): RawBuilder<unknown> => sql`to_tsquery('simple', ${words.map((word) => `'${word}'`).join(' & ')})`;
