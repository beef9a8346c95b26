import { expect, it } from 'vitest';
import { monthsInWords } from './months.ts';

it('months of notice are read where the words name one number of them', () => {
  expect(monthsInWords({ pl: 'sześć miesięcy przed końcem roku', en: 'six months before the end of the year' })).toBe(6);
  expect(monthsInWords({ pl: 'dwanaście miesięcy, koniec roku', en: 'twelve months, end of year' })).toBe(12);
  expect(monthsInWords({ pl: 'jeden miesiąc' })).toBe(1);
  expect(monthsInWords({ pl: 'Okres wypowiedzenia: 18 miesięcy', en: '18 months' })).toBe(18);
});

it('where they name none, two, or different ones in the two languages, nothing is read', () => {
  expect(monthsInWords({ pl: 'do końca roku', en: 'until the end of the year' })).toBe(null);
  expect(monthsInWords({ pl: 'trzy miesiące, a zarząd sześć miesięcy' })).toBe(null);
  expect(monthsInWords({ pl: 'trzy miesiące', en: 'six months' })).toBe(null);
  expect(monthsInWords({ pl: 'kilka miesięcy', en: 'several months' })).toBe(null);
});
