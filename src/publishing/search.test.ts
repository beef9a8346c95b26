import { describe, expect, it } from 'vitest';
import { searchDocument } from './search-document.ts';
import { questionOf } from './search-question.ts';

describe('a question as search sees it', () => {
  it('has each word once, without marks and capitals', () => {
    expect(questionOf('  Miasto ŁÓDŹ, miasto ')).toEqual({ words: ['miasto', 'lodz'], whole: 'miastolodzmiasto' });
  });

  it('is bounded, whatever is typed', () => {
    const { words } = questionOf(`${'a'.repeat(5000)} ${Array.from({ length: 50 }, (_, index) => `w${index}`).join(' ')}`);
    expect(words).toHaveLength(20);
    expect(Math.max(...words.map((word) => word.length))).toBe(60);
  });

  it('has no words where nothing but signs was typed', () => {
    expect(questionOf("'); -- & | ! \u0000 :* <->").words).toEqual([]);
  });
});

describe('what search keeps of a record', () => {
  it('knows each name as a whole, with or without what stands between its parts', () => {
    const { exact } = searchDocument({ title: 'LXXVIII/678/01, uchwała', names: ['LXXVIII/678/01'], text: '' });
    expect(exact).toContain(questionOf('lxxviii 678 01').whole);
    expect(exact).toContain(questionOf('LXXVIII67801').whole);
  });

  it('keeps names apart from the text, so that a word of the text is no name', () => {
    const kept = searchDocument({ title: 'Hanza', names: ['Städtebund Die Hanse'], text: 'Zjazd w Gdańsku.' });
    expect(kept.titleFolded).toBe('hanza stadtebund die hanse');
    expect(kept.folded).toBe('hanza stadtebund die hanse zjazd w gdansku');
  });
});
