import { describe, expect, it } from 'vitest';
import { compareTexts, countryName, languageName } from './names.ts';

describe('the name of a country', () => {
  it('is told in the language of the page', () => {
    expect(countryName('DE', 'pl')).toBe('Niemcy');
    expect(countryName('DE', 'en')).toBe('Germany');
    expect(countryName('GB', 'pl')).toBe('Wielka Brytania');
  });

  it('of NA is Namibia, not a gap', () => {
    expect(countryName('NA', 'pl')).toBe('Namibia');
    expect(countryName('NA', 'en')).toBe('Namibia');
  });

  it('is the code where nobody bears it', () => {
    expect(countryName('QQ', 'pl')).toBe('QQ');
  });
});

describe('the name of a language', () => {
  it('is told in the language of the page', () => {
    expect(languageName('de', 'pl')).toBe('niemiecki');
    expect(languageName('de', 'en')).toBe('German');
  });
});

describe('a list by name', () => {
  it('follows the Polish alphabet', () => {
    expect(['Żory', 'Łódź', 'Zamość', 'Lublin', 'Ćmielów', 'Cieszyn', 'Malbork'].toSorted(compareTexts('pl'))).toEqual([
      'Cieszyn',
      'Ćmielów',
      'Lublin',
      'Łódź',
      'Malbork',
      'Zamość',
      'Żory',
    ]);
  });

  it('sees marks in English only as a tie', () => {
    expect(['Lyon', 'Łódź', 'Lodi', 'Zürich', 'Zug'].toSorted(compareTexts('en'))).toEqual(['Lodi', 'Łódź', 'Lyon', 'Zug', 'Zürich']);
  });

  it('counts numbers by size', () => {
    expect(['uchwała 10', 'uchwała 9'].toSorted(compareTexts('pl'))).toEqual(['uchwała 9', 'uchwała 10']);
  });
});
