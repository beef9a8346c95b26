import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedWords, type Stretch } from './changed-words.ts';

const marked = (stretches: readonly Stretch[] = []): string => stretches.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const kept = (stretches: readonly Stretch[]): string =>
  stretches
    .filter((one) => !one.changed)
    .map((one) => one.text)
    .join('');
const both = (before: string, after: string): string[] | null => {
  const found = changedWords(before, after);
  return found && [marked(found.before), marked(found.after)];
};

describe('the words that two texts do not share', () => {
  it('are told on each side, letters beyond ASCII included', () => {
    expect(both('Miasto wstąpiło do sieci w 2008 roku.', 'Miasto przystąpiło do sieci w roku 2008.')).toEqual([
      'Miasto [wstąpiło] do sieci w [2008 ]roku.',
      'Miasto [przystąpiło] do sieci w roku[ 2008].',
    ]);
    expect(both('Sieć miast.', 'Sieć miast i regionów.')).toEqual(['Sieć miast.', 'Sieć miast[ i regionów].']);
  });

  it('hold together: a space between two of them is no island', () => {
    expect(both('Rada przyjęła uchwałę nr 12 jednogłośnie.', 'Rada przyjęła statut Związku jednogłośnie.')).toEqual([
      'Rada przyjęła [uchwałę nr 12 ]jednogłośnie.',
      'Rada przyjęła [statut Związku ]jednogłośnie.',
    ]);
  });

  it('are not told where little is left of the text', () => {
    expect(changedWords('Zupełnie inny opis członkostwa.', 'A new text, in other words.')).toBeNull();
    expect(changedWords(Array.from({ length: 900 }, (_one, index) => `a${index}`).join(' '), Array.from({ length: 900 }, (_one, index) => `b${index}`).join(' '))).toBeNull();
  });

  it('always give both texts back whole', () => {
    const word = fc.constantFrom('Kraków', 'sieć', 'i', '2008', '–', '\n\n', 'ł', 'w', '.', 'a’b');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = changedWords(before, after);
        if (found === null) return;
        expect(found.before.map((one) => one.text).join('')).toBe(before);
        expect(found.after.map((one) => one.text).join('')).toBe(after);
        expect(kept(found.before)).toBe(kept(found.after));
      }),
    );
  });
});
