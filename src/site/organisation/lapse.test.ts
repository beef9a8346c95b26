import { describe, expect, it } from 'vitest';
import { lapseBetween } from './lapse.ts';
import { textsFor } from './texts.ts';

const inWords = (earlier: string, later: string): (string | null)[] => {
  const lapse = lapseBetween(earlier, later);
  return lapse === null ? [null] : [textsFor('pl').lapse(lapse), textsFor('en').lapse(lapse)];
};

describe('how long it was between two dates', () => {
  it.each([
    ['the resolution on the Hanse and the consent', '2001-05-23', '2001-10-15', '145 dni', '145 days'],
    ['the resolution and the first day of a founding meeting', '2007-06-13', '2007-06-25/2007-06-26', '12 dni', '12 days'],
    ['the founding of the Union of Polish Metropolises and the resolution, three and a half years', '1990-10-11', '1994-04-22', 'ponad 3 lata', 'over 3 years'],
    ['the application to Eurocities and associate membership', '1990-09-08', '1992-11-09', 'ponad 2 lata', 'over 2 years'],
    ['a year known alone, the League of Historical Cities', '1994', '1997-04-16', 'około 3 lata', 'about 3 years'],
    ['two months', '2019-06', '2020-01', 'około 7 miesięcy', 'about 7 months'],
    ['a day that is only about right', '2011-12-01~', '2013-10-21', 'około 22 miesiące', 'about 22 months'],
    ['full years', '2000-05-01', '2005-05-01', '5 lat', '5 years'],
    ['a single day', '2024-02-28', '2024-02-29', '1 dzień', '1 day'],
  ])('%s', (_what, earlier, later, pl, en) => {
    expect(inWords(earlier, later)).toEqual([pl, en]);
  });

  it('is not told where the two could be one', () => {
    expect(inWords('1994', '1994-11-03')).toEqual([null]);
    expect(inWords('2002-06-27', '2002-06-27')).toEqual([null]);
  });

  it('is not told where the beginning is unknown', () => {
    expect(inWords('/2004', '2011')).toEqual([null]);
  });
});
