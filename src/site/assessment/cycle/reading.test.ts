import { describe, expect, it } from 'vitest';
import { addedInWords, ofIndex, shippedCriteria, type Criterion, type ScoreSheet } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { readingInWords, stepInWords } from './reading.ts';

const criterion = (code: string): Criterion => {
  const found = shippedCriteria.criteria.find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};
const sheet = (from: number, to = from): Pick<ScoreSheet, 'state' | 'from' | 'to'> => ({ state: 'judged', from, to });
const said = (code: string, from: number, to = from, lang: Lang = 'pl'): string => plain(readingInWords(sheet(from, to), criterion(code), lang));
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('what a sheet says of a criterion', () => {
  it('has the unit of the criterion, in the form that its number asks for', () => {
    expect([said('V4', 1), said('V4', 2), said('V4', 5), said('V4', 1.5)]).toEqual(['1 rozwiązanie', '2 rozwiązania', '5 rozwiązań', '1,5 rozwiązania']);
    expect([said('V4', 1, 2), said('V11', 0, 1), said('B4', 1, 2)]).toEqual(['od 1 do 2 rozwiązań', 'od 0 do 1 instytucji', 'od 1 do 2 terminów rocznie']);
    expect([said('V2', 1, 1, 'en'), said('V2', 1, 3, 'en'), said('B5', 14, 14, 'en')]).toEqual(['1 project or group', 'from 1 to 3 projects or groups', '14 months']);
  });

  it('tells money a year and money once apart', () => {
    expect([said('V3', 1785000), said('B1', 1912.5), said('B2', 2000, 4000)]).toEqual(['1 785 000 zł', '1 912,50 zł rocznie', 'od 2 000 zł do 4 000 zł rocznie']);
    expect(said('B1', 13600, 13600, 'en')).toBe('PLN 13,600 a year');
  });

  it('tells a step of how many, and what the step means', () => {
    expect([said('V1', 2), said('B6', 1, 2), said('V9', 3, 3, 'en')]).toEqual(['stopień 2 z 4', 'stopień od 1 do 2 z 4', 'step 3 of 3']);
    expect(stepInWords(sheet(3), criterion('V9'))?.en).toBe('presidency');
    expect([stepInWords(sheet(1, 2), criterion('V9')), stepInWords(sheet(2), criterion('V4'))]).toEqual([undefined, undefined]);
    expect(plain(readingInWords(sheet(7), { ...criterion('B6'), levels: [], unit: { pl: 'skargi' } }, 'pl'))).toBe('7, skargi');
  });

  it('tells a share of cities in hundredths', () => {
    expect([said('V10', 1 / 3), said('V10', 0.5, 1, 'en')]).toEqual(['33% miast', 'from 50 to 100% of cities']);
  });

  it('leaves no shipped criterion without a unit', () => {
    for (const one of [...ofIndex(shippedCriteria, 'benefits'), ...ofIndex(shippedCriteria, 'asks')])
      for (const lang of ['pl', 'en'] as const) expect([one.code, readingInWords(sheet(1), one, lang)]).not.toEqual([one.code, expect.stringMatching(/^[\d.,]+$/)]);
  });
});

describe('what a record adds', () => {
  it('is said in the words of the reader', () => {
    expect(['5800 EUR', '0 PLN', '210 h', '14 m', '2/6', '1'].map((one) => plain(addedInWords(one, 'pl')))).toEqual([
      '5 800 EUR',
      '0 zł',
      '210 godz.',
      '14 mies.',
      '2 z 6 miast',
      '1 termin rocznie',
    ]);
    expect(['1 h', '14 m', '2/6', '2', '16200 PLN'].map((one) => plain(addedInWords(one, 'en')))).toEqual([
      '1 hour',
      '14 months',
      '2 of 6 cities',
      '2 deadlines a year',
      'PLN 16,200',
    ]);
  });

  it('stays as it was kept where nobody knows the form', () => {
    expect(addedInWords('a few', 'en')).toBe('a few');
  });
});
