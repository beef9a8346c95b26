import { describe, expect, it } from 'vitest';
import { knownDates } from './machine.ts';

describe('the dates of a membership for programs', () => {
  it('are given as exactly as known', () => {
    expect(knownDates(['1995-11-22/..'])).toEqual({ startDate: '1995-11-22' });
    expect(knownDates(['2019-04/2020-09'])).toEqual({ startDate: '2019-04', endDate: '2020-09' });
  });

  it('leave out an end that nobody knows, a date that is only about right, and what sources dispute', () => {
    expect(knownDates(['1992-11-09/'])).toEqual({ startDate: '1992-11-09' });
    expect(knownDates(['2016~/2019?'])).toEqual({});
    expect(knownDates(['2002-06-27/..', '2001/..'])).toEqual({});
    expect(knownDates([])).toEqual({});
  });
});
