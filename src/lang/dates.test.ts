import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#basics/day.ts';
import { dateAttribute, dateInWords, dayInWords, instantInWords } from './dates.ts';
import { langs } from './lang.ts';

describe('a date in words', () => {
  it.each([
    ['1995', '1995', '1995'],
    ['1995-11', 'listopad 1995', 'November 1995'],
    ['1995-11-22', '22 listopada 1995', '22 November 1995'],
    ['2019-05-01', '1 maja 2019', '1 May 2019'],
    ['2016~', 'około 2016', 'about 2016'],
    ['2019-11~', 'około listopada 2019', 'about November 2019'],
    ['1995-11-22~', 'około 22 listopada 1995', 'about 22 November 1995'],
    ['2016?', 'prawdopodobnie 2016', 'probably 2016'],
    ['2019-11?', 'prawdopodobnie listopad 2019', 'probably November 2019'],
    ['2016%', 'prawdopodobnie około 2016', 'probably about 2016'],
    ['2019-11%', 'prawdopodobnie około listopada 2019', 'probably about November 2019'],
  ])('%s is „%s” and “%s”', (text, pl, en) => {
    expect(dateInWords(text, 'pl')).toBe(pl);
    expect(dateInWords(text, 'en')).toBe(en);
  });
});

describe('an interval in words', () => {
  it.each([
    ['2019-06-02/2019-06-05', '2–5 czerwca 2019', '2–5 June 2019'],
    ['2019-05-28/2019-06-02', '28 maja – 2 czerwca 2019', '28 May – 2 June 2019'],
    ['2018-12-30/2019-01-02', '30 grudnia 2018 – 2 stycznia 2019', '30 December 2018 – 2 January 2019'],
    ['2019-06/2022-09', 'czerwiec 2019 – wrzesień 2022', 'June 2019 – September 2022'],
    ['2019-06/2019-09', 'czerwiec–wrzesień 2019', 'June–September 2019'],
    ['2017/2019', '2017–2019', '2017–2019'],
    ['2019/2019', '2019', '2019'],
    ['2019-06/2019-06', 'czerwiec 2019', 'June 2019'],
    ['1995-11-22/..', 'od 22 listopada 1995', 'since 22 November 1995'],
    ['2019-11/..', 'od listopada 2019', 'since November 2019'],
    ['2015/..', 'od 2015', 'since 2015'],
    ['2004-07-16/', 'od 16 lipca 2004, koniec nieznany', 'from 16 July 2004, end not known'],
    ['/2024-05', 'do maja 2024, początek nieznany', 'until May 2024, start not known'],
    ['../2024-05', 'do maja 2024', 'until May 2024'],
    ['2016~/..', 'od około 2016', 'since about 2016'],
    ['2016-03?/..', 'prawdopodobnie od marca 2016', 'probably since March 2016'],
    ['2016?/', 'prawdopodobnie od 2016, koniec nieznany', 'probably from 2016, end not known'],
    ['/2016-02%', 'prawdopodobnie do około lutego 2016, początek nieznany', 'probably until about February 2016, start not known'],
    ['2019-06/2022', 'od czerwca 2019 do 2022', 'from June 2019 to 2022'],
    ['2016~/2022-09', 'od około 2016 do września 2022', 'from about 2016 to September 2022'],
    ['2016-01?/2022-09', 'od stycznia 2016 (prawdopodobnie) do września 2022', 'from January 2016 (probably) to September 2022'],
    ['2016?/2022-09?', 'prawdopodobnie od 2016 do września 2022', 'probably from 2016 to September 2022'],
  ])('%s is „%s” and “%s”', (text, pl, en) => {
    expect(dateInWords(text, 'pl')).toBe(pl);
    expect(dateInWords(text, 'en')).toBe(en);
  });

  it('refuses text that is no date', () => {
    expect(() => dateInWords('n.d.', 'pl')).toThrow(RangeError);
  });

  it('always names the year of a day, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 0, max: 4000 }), (start, days) => {
        const from = addDays(day('1000-01-01'), start);
        const to = addDays(from, days);
        for (const lang of langs) {
          expect(dateInWords(from, lang)).toBe(dayInWords(from, lang));
          expect(dateInWords(`${from}/${to}`, lang)).toContain(to.slice(0, 4));
          expect(dateInWords(`${from}/${to}`, lang)).toContain(from.slice(0, 4));
        }
      }),
    );
  });
});

describe('a moment in words', () => {
  it('is told by the clock of the place, to the second', () => {
    expect(instantInWords('2026-11-22T13:03:07Z', 'pl', 'Europe/Warsaw')).toBe('22 listopada 2026, 14:03:07');
    expect(instantInWords('2026-11-22T13:03:07Z', 'en', 'Europe/Warsaw')).toBe('22 November 2026, 14:03:07');
    expect(instantInWords('2026-11-22T14:03:07.250+01:00', 'pl', 'Europe/Warsaw')).toBe('22 listopada 2026, 14:03:07');
  });

  it('counts midnight as the first hour of the new day', () => {
    expect(instantInWords('2026-12-31T23:00:00Z', 'pl', 'Europe/Warsaw')).toBe('1 stycznia 2027, 00:00:00');
  });

  it('is refused where the text does not say which clock it means', () => {
    for (const text of ['2026-11-22T13:03:07', '2026-11-22', 'yesterday']) expect(() => instantInWords(text, 'pl', 'Europe/Warsaw'), text).toThrow(/is not an instant/);
  });
});

describe('the machine-readable date', () => {
  it('is given for plain dates', () => {
    for (const text of ['1995', '1995-11', '1995-11-22']) expect(dateAttribute(text)).toBe(text);
  });

  it('is left out where it would claim more than is known', () => {
    for (const text of ['2016~', '2016?', '1995-11%', '2019/2022', '2015/..', '0000', 'n.d.']) expect(dateAttribute(text), text).toBeNull();
  });
});
