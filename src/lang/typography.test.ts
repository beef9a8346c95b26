import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langs } from './lang.ts';
import { tidy } from './typography.ts';

/** No-break space shown as `_`, word joiner as `+`. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u2060', '+');

describe('Polish type', () => {
  it.each([
    ['Kraków i Gdańsk', 'Kraków i_Gdańsk'],
    ['W Krakowie, a także w domu i o świcie', 'W_Krakowie, a_także w_domu i_o_świcie'],
    ['„Z wizytą” (w Lubece)', '„Z_wizytą” (w_Lubece)'],
    ['od 22 listopada 1995 r.', 'od 22_listopada 1995_r.'],
    ['4 000 zł i 12 tys. osób', '4_000_zł i_12_tys. osób'],
    ['1 250 000 zł', '1_250_000_zł'],
    ['5 % składki, 30 km stąd', '5_% składki, 30_km stąd'],
    ['w 2004 w Lubece', 'w_2004 w_Lubece'],
    ['do 2004 i od 2016 do dziś', 'do 2004 i_od 2016 do dziś'],
    ['2–5 czerwca', '2–+5_czerwca'],
    ['adres e-mail, E-mail i miejsce-mail', 'adres e-+mail, E-+mail i_miejsce-mail'],
    ['maj 2019 – lipiec 2022', 'maj 2019_– lipiec 2022'],
    ['do 3 grudnia, godz. 12:00', 'do 3_grudnia, godz._12:00'],
  ])('%s', (text, tidied) => {
    expect(shown(tidy(text, 'pl'))).toBe(tidied);
  });
});

describe('English type', () => {
  it.each([
    ['a city and I', 'a city and I'],
    ['22 November 1995', '22_November 1995'],
    ['in 2004 and in 2016 the city', 'in 2004 and in 2016 the city'],
    ['30 km away, 12 years', '30_km away, 12 years'],
    ['1991–1994', '1991–+1994'],
    ['an e-mail', 'an e-+mail'],
  ])('%s', (text, tidied) => {
    expect(shown(tidy(text, 'en'))).toBe(tidied);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    'i',
    'w',
    'Z',
    'a',
    '1',
    '25',
    '300',
    '4 000',
    '–',
    ' – ',
    '%',
    'zł',
    'r.',
    'lat',
    'do',
    'and',
    'maja',
    'May',
    '„',
    '(',
    ',',
    '.',
    '\u00a0',
    '\u2060',
    '\n',
  );
  const sentence = fc.array(word, { maxLength: 14 }).chain((words) => fc.constantFrom('', ' ', '  ').map((gap) => words.join(gap)));
  const anything = fc.oneof(sentence, fc.string(), fc.string({ unit: 'grapheme' }));

  it('does not change when it is tidied again', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...langs), (text, lang) => {
        expect(tidy(tidy(text, lang), lang)).toBe(tidy(text, lang));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every letter, sign and gap', () => {
    const bare = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
    fc.assert(
      fc.property(anything, fc.constantFrom(...langs), (text, lang) => {
        expect(bare(tidy(text, lang))).toBe(bare(text));
      }),
    );
  });

  it('leaves markup alone', () => {
    expect(tidy('<a href="/pl">Kraków</a>', 'pl')).toBe('<a href="/pl">Kraków</a>');
  });
});
