import { describe, expect, it } from 'vitest';
import { amountInWords, countInWords, currencyMark, listInWords, numberInWords, plural, rateInWords } from './numbers.ts';

const nbsp = '\u00a0';

describe('a word beside a number', () => {
  const cities = { one: 'miasto', few: 'miasta', many: 'miast', other: 'miasta' };

  it.each([
    [0, 'miast'],
    [1, 'miasto'],
    [2, 'miasta'],
    [4, 'miasta'],
    [5, 'miast'],
    [12, 'miast'],
    [14, 'miast'],
    [21, 'miast'],
    [22, 'miasta'],
    [112, 'miast'],
    [1.5, 'miasta'],
  ])('after %d is „%s” in Polish', (n, form) => {
    expect(plural(n, 'pl', cities)).toBe(form);
  });

  it('is singular in English after one alone', () => {
    const forms = { one: 'city', other: 'cities' };
    expect([0, 1, 2, 21].map((n) => plural(n, 'en', forms))).toEqual(['cities', 'city', 'cities', 'cities']);
  });
});

describe('an amount', () => {
  it('stands in the currency it was paid in', () => {
    expect(amountInWords('4000', 'USD', 'pl')).toBe(`4${nbsp}000${nbsp}USD`);
    expect(amountInWords('4000', 'USD', 'en')).toBe(`USD${nbsp}4,000`);
  });

  it('has decimals only where it is not whole', () => {
    expect(amountInWords('649.5', 'EUR', 'pl')).toBe(`649,50${nbsp}EUR`);
    expect(amountInWords('649.50', 'EUR', 'en')).toBe(`EUR${nbsp}649.50`);
    expect(amountInWords('1250000.00', 'NOK', 'pl')).toBe(`1${nbsp}250${nbsp}000${nbsp}NOK`);
    expect(amountInWords('0', 'NOK', 'pl')).toBe(`0${nbsp}NOK`);
    expect(amountInWords('2000', 'JPY', 'en')).toBe(`JPY${nbsp}2,000`);
  });

  it('in złotys is written as its reader writes it', () => {
    expect(amountInWords('132000', 'PLN', 'pl')).toBe(`132${nbsp}000${nbsp}zł`);
    expect(amountInWords('1912.5', 'PLN', 'pl')).toBe(`1${nbsp}912,50${nbsp}zł`);
    expect(amountInWords('132000', 'PLN', 'en')).toBe(`PLN${nbsp}132,000`);
    expect([currencyMark('PLN', 'pl'), currencyMark('PLN', 'en'), currencyMark('EUR', 'pl')]).toEqual(['zł', 'PLN', 'EUR']);
  });

  it('keeps every grosz of the largest amounts', () => {
    expect(amountInWords('999999999999.99', 'PLN', 'en')).toBe(`PLN${nbsp}999,999,999,999.99`);
  });

  it('is refused where it is no number', () => {
    for (const text of ['', '4 000', '1e3', '4,5', 'NaN']) expect(() => amountInWords(text, 'PLN', 'pl'), text).toThrow(RangeError);
  });
});

describe('a rate of exchange', () => {
  it('has the four decimals of the bank’s table, and more where it has more', () => {
    expect(rateInWords('EUR', 4.3, 'pl')).toBe(`1${nbsp}EUR = 4,3000${nbsp}zł`);
    expect(rateInWords('EUR', 4.2537, 'en')).toBe(`EUR${nbsp}1 = PLN${nbsp}4.2537`);
    expect(rateInWords('JPY', 0.023518, 'pl')).toBe(`1${nbsp}JPY = 0,023518${nbsp}zł`);
  });
});

describe('a number', () => {
  it('is grouped by thousands', () => {
    expect(numberInWords(1582, 'pl')).toBe(`1${nbsp}582`);
    expect(numberInWords(1582, 'en')).toBe('1,582');
    expect(numberInWords(2.5, 'pl')).toBe('2,5');
  });

  it('says how exact its source is', () => {
    expect(countInWords(300, 'over', 'pl')).toBe('ponad 300');
    expect(countInWords(300, 'over', 'en')).toBe('over 300');
    expect(countInWords(200, 'almost', 'pl')).toBe('blisko 200');
    expect(countInWords(200, 'almost', 'en')).toBe('almost 200');
    expect(countInWords(280, 'about', 'pl')).toBe('około 280');
    expect(countInWords(12600, 'exactly', 'en')).toBe('12,600');
  });
});

describe('a list in a sentence', () => {
  it('joins its last two with a word', () => {
    expect(listInWords(['Kraków', 'Gdańsk', 'Toruń'], 'pl')).toBe('Kraków, Gdańsk i Toruń');
    expect(listInWords(['Kraków', 'Gdańsk', 'Toruń'], 'en')).toBe('Kraków, Gdańsk and Toruń');
    expect(listInWords(['Kraków'], 'pl')).toBe('Kraków');
    expect(listInWords([], 'en')).toBe('');
  });
});
