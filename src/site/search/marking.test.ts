import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#basics/fold.ts';
import { markWords, snippetOf } from './marking.ts';

const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('Łódź', 'lodz', ' ', '™', 'Straßburg', ', ', 'Koga™', '½', 'k', '\u0301')).map((parts) => parts.join('')),
);
const sought = fc.array(
  anything.map(fold).filter((word) => word !== '' && !word.includes(' ')),
  { maxLength: 4 },
);

const marked = (text: string, words: string[]): string[] =>
  markWords(text, words)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('marking the words that were searched for', () => {
  it.each([
    ['Łódź i Kraków', ['lodz'], ['Łódź']],
    ['Kraków'.normalize('NFD'), ['krak'], ['Kraków'.normalize('NFD')]],
    ['Straßburg, Strassburg', ['strassburg'], ['Straßburg', 'Strassburg']],
    ['Uchwała nr LXXVIII/678/01', ['lxxviii', '678', '01'], ['LXXVIII', '678', '01']],
    ['Bielsko-Biała', ['biala'], ['Biała']],
    ['Hanza, na przykład', ['an'], []],
    ['Koga™', ['kogatm'], ['Koga™']],
  ])('in %s finds %j', (text, words, found) => {
    expect(marked(text, words)).toEqual(found);
  });

  it('never loses or changes the text', () => {
    fc.assert(
      fc.property(anything, sought, (text, words) => {
        expect(
          markWords(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('marks nothing but what begins with a word that was searched for', () => {
    fc.assert(
      fc.property(anything, sought, (text, words) => {
        const begins = (piece: string): boolean =>
          fold(piece)
            .split(' ')
            .some((part) => words.some((word) => part.startsWith(word)));
        expect(marked(text, words).filter((piece) => !begins(piece))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the piece of text that a result quotes', () => {
  it('is the line that holds the most of what was searched for', () => {
    expect(snippetOf('Pierwsza linia.\nKongres w Łodzi.\nKongres w Gdańsku.', ['kongres', 'gdansku'])?.text).toBe('Kongres w Gdańsku.');
  });

  it('is the first line where the text holds none of the words', () => {
    expect(snippetOf('\nPierwsza linia.\nDruga.', ['hanza'])).toEqual({ text: 'Pierwsza linia.', before: false, after: false });
  });

  it('is not there where there is no text', () => {
    expect(snippetOf(' \n ', ['hanza'])).toBeUndefined();
  });

  it('is short, holds the word and cuts no other', () => {
    const long = `${'przed słowem '.repeat(30)}Łódź${' po słowie'.repeat(30)}`;
    const snippet = snippetOf(long, ['lodz']);
    expect(snippet?.before).toBe(true);
    expect(snippet?.after).toBe(true);
    expect(snippet?.text).toMatch(/^(?:przed|słowem) .*Łódź.* (?:po|słowie)$/);
    expect(snippet?.text.length).toBeLessThan(200);
  });

  it('is always a part of the text', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), sought, (lines, words) => {
        const text = lines.join('\n');
        expect(text).toContain(snippetOf(text, words)?.text ?? '');
      }),
      { numRuns: 300 },
    );
  });
});
