import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('text as search sees it', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Kraków', 'krakow'],
    ['Lübeck', 'lubeck'],
    ['Gdańsk', 'gdansk'],
    ['Straßburg', 'strassburg'],
    ['STRASSBURG', 'strassburg'],
    ['świętokrzyskie', 'swietokrzyskie'],
    ['Tromsø', 'tromso'],
    ['Þingeyri', 'thingeyri'],
    ['Đakovo', 'dakovo'],
    ['Næstved', 'naestved'],
    ['Diyarbakır', 'diyarbakir'],
    ['İzmir', 'izmir'],
    ['Lənkəran', 'lenkeran'],
    ['Ħamrun', 'hamrun'],
    ['ΚΟΡΙΝΘΟΣ', 'κορινθοσ'],
  ])('finds %s by %s', (written, typed) => {
    expect(fold(written)).toBe(typed);
    expect(fold(written)).toBe(fold(typed));
  });

  it('finds Lübeck by its Polish beginning', () => {
    expect(fold('Lübeck').startsWith(fold('lub'))).toBe(true);
    expect(fold('lubek')).toBe(fold('Lubek'));
  });

  it('sees composed and decomposed letters as the same', () => {
    expect(fold('Kraków'.normalize('NFD'))).toBe(fold('Kraków'.normalize('NFC')));
  });

  it('turns everything between words into one blank', () => {
    expect(fold('  Bielsko-Biała,\u00a0(Polska) ')).toBe('bielsko biala polska');
    expect(fold("L'Aquila")).toBe('l aquila');
  });

  it('writes signs made of letters in small letters', () => {
    expect(fold('Koga™')).toBe('kogatm');
    expect(fold('Ⅻ Kraków')).toBe('xii krakow');
  });

  it('is the same whether a text is read sign by sign or as a whole, as beside Greek letters it must be', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aZł Łśźćńóéüßæøđ–„”…½™ﬁ'.split(''), '\u0301', '\u00a0', '\u0328', 'İ', 'ı', 'Σ', '한') });
    fc.assert(
      fc.property(fc.oneof(anything, latin), (text) => {
        expect(fold(`${text} σ`)).toBe(`${fold(text)} σ`.trim());
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change when it is done again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('has no marks, no capitals and no blanks at its ends', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const folded = fold(text);
        expect(folded).not.toMatch(/\p{M}/u);
        expect(folded.toLowerCase()).toBe(folded);
        expect(folded.trim()).toBe(folded);
        expect(folded).not.toContain('  ');
      }),
      { numRuns: 500 },
    );
  });
});
