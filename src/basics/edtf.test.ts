import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, isDay } from './day.ts';
import { boundsOf, compareEdtf, edtf, parseEdtf } from './edtf.ts';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

const year = fc.integer({ min: 0, max: 9999 }).map((n) => pad(n, 4));
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m)}`);
const wholeDay = fc.integer({ min: 0, max: 3_000_000 }).map((n) => addDays(day('1000-01-01'), n));
const plain = fc.oneof(year, month, wholeDay);
const qualifier = fc.constantFrom('', '~', '?', '%');
const date = fc.tuple(plain, qualifier).map(([text, mark]) => text + mark);
const end = fc.oneof(date, fc.constantFrom('..', ''));
const anyText = fc.oneof(
  date,
  fc.tuple(end, end).map(([a, b]) => `${a}/${b}`),
  fc.string(),
  fc.constant(null),
);

describe('a date', () => {
  it('keeps the text it was written in', () => {
    fc.assert(
      fc.property(date, (text) => {
        const value = edtf(text);
        expect(value.kind === 'date' && value.date.text).toBe(text);
      }),
    );
  });

  it('spans from its first day to its last, both of which exist', () => {
    fc.assert(
      fc.property(date, (text) => {
        const { from, to } = boundsOf(edtf(text));
        expect(from !== null && to !== null && isDay(from) && isDay(to) && from <= to).toBe(true);
      }),
    );
  });

  it('of a year or a month contains every day of it and none beyond', () => {
    fc.assert(
      fc.property(wholeDay, (one) => {
        for (const text of [one.slice(0, 4), one.slice(0, 7), one]) {
          const { from, to } = boundsOf(edtf(text));
          expect(from !== null && to !== null && from <= one && one <= to).toBe(true);
          expect(from?.startsWith(text) && to?.startsWith(text)).toBe(true);
        }
      }),
    );
  });

  it('ends with the last day of its month, also in leap years', () => {
    expect(boundsOf(edtf('2024-02')).to).toBe('2024-02-29');
    expect(boundsOf(edtf('2023-02')).to).toBe('2023-02-28');
    expect(boundsOf(edtf('1900-02')).to).toBe('1900-02-28');
    expect(boundsOf(edtf('2000-02')).to).toBe('2000-02-29');
    expect(boundsOf(edtf('1995-11')).to).toBe('1995-11-30');
  });

  it('says how exact and how sure it is', () => {
    expect(edtf('2016~')).toMatchObject({ date: { precision: 'year', approximate: true, uncertain: false } });
    expect(edtf('2016-05?')).toMatchObject({ date: { precision: 'month', approximate: false, uncertain: true } });
    expect(edtf('1995-11-22%')).toMatchObject({ date: { precision: 'day', approximate: true, uncertain: true } });
    expect(edtf('1995')).toMatchObject({ date: { approximate: false, uncertain: false } });
  });

  it('is refused where the day does not exist', () => {
    for (const text of ['2023-02-29', '1900-02-29', '2024-04-31', '2024-13', '2024-00', '2024-01-00', '2024-01-32']) expect(parseEdtf(text), text).toBeNull();
  });

  it('exists exactly where the calendar has the day', () => {
    fc.assert(
      fc.property(year, fc.nat({ max: 14 }), fc.nat({ max: 33 }), (y, m, d) => {
        const text = `${y}-${pad(m)}-${pad(d)}`;
        expect(parseEdtf(text) !== null).toBe(isDay(text));
      }),
    );
  });
});

describe('an interval', () => {
  it('tells an open end from an unknown one', () => {
    expect(edtf('2015/..')).toMatchObject({ kind: 'interval', end: { kind: 'open' } });
    expect(edtf('2015/')).toMatchObject({ kind: 'interval', end: { kind: 'unknown' } });
    expect(edtf('../2015')).toMatchObject({ kind: 'interval', start: { kind: 'open' } });
    expect(edtf('/2015')).toMatchObject({ kind: 'interval', start: { kind: 'unknown' } });
  });

  it('has no bound on a side that is open or unknown', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('..', ''), (text, side) => {
        expect(boundsOf(edtf(`${text}/${side}`))).toEqual({ from: boundsOf(edtf(text)).from, to: null });
        expect(boundsOf(edtf(`${side}/${text}`))).toEqual({ from: null, to: boundsOf(edtf(text)).to });
      }),
    );
  });

  it('reaches from the first day of its start to the last day of its end', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const value = parseEdtf(`${a}/${b}`);
        const [start, finish] = [boundsOf(edtf(a)), boundsOf(edtf(b))];
        const backwards = start.from !== null && finish.to !== null && finish.to < start.from;
        expect(value === null).toBe(backwards);
        if (value) expect(boundsOf(value)).toEqual({ from: start.from, to: finish.to });
      }),
    );
  });

  it('may end within the year in which it starts', () => {
    expect(boundsOf(edtf('2019-06/2019'))).toEqual({ from: '2019-06-01', to: '2019-12-31' });
  });

  it('is refused where it ends before it starts, has three parts, or names no date', () => {
    for (const text of ['2022/2019', '2019-06-02/2019-06-01', '2019/2020/2021', '/', '../..', '/..', '../', '']) expect(parseEdtf(text), text).toBeNull();
  });
});

describe('text that is no date', () => {
  it('is answered with null and never breaks the page', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/.~?%-]*$/)), (text) => {
        expect(() => parseEdtf(text)).not.toThrow();
      }),
    );
  });

  it('is named in the refusal', () => {
    expect(() => edtf('in autumn')).toThrow(/"in autumn" is not a date/);
    for (const text of ['1995-11-22 ', ' 1995', '1995\n', '95', '1995-1', '22.11.1995', '1995-11-22T10:00', 'n.d.', '199X']) expect(parseEdtf(text), text).toBeNull();
  });
});

describe('a list by date', () => {
  const sorted = (texts: (string | null)[]): (string | null)[] => [...texts].toSorted(compareEdtf);

  it('runs by the first possible day', () => {
    expect(sorted(['2010', '1995-11-22', '2004-07/', '1993/..'])).toEqual(['1993/..', '1995-11-22', '2004-07/', '2010']);
  });

  it('puts the less exact first where the first possible day is the same', () => {
    expect(sorted(['2019-01-01', '2019-01', '2019'])).toEqual(['2019', '2019-01', '2019-01-01']);
  });

  it('puts unknown starts after known ones and missing dates last', () => {
    expect(sorted([null, '/2024', '2026', '/1999'])).toEqual(['2026', '/1999', '/2024', null]);
  });

  it('is the same whatever the order it began with', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        expect(compareEdtf(a, b) + compareEdtf(b, a)).toBe(0);
        expect(compareEdtf(a, a)).toBe(0);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
