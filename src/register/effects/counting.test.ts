import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { StatusSpan } from '../memberships/membership-status.ts';
import { countThings, standingOf, tallyOf } from './counting.ts';

const eurocities: StatusSpan[][] = [
  [
    { from: null, status: 'not-yet' },
    { from: day('2025-07-02'), status: 'planned' },
    { from: day('2025-10-15'), status: 'active' },
  ],
];
const ended: StatusSpan[][] = [
  [
    { from: null, status: 'not-yet' },
    { from: day('2019-05-01'), status: 'active' },
    { from: day('2020-10-01'), status: 'ended' },
  ],
];

describe('how an effect stands towards the membership', () => {
  it('counts where a source ties it to the membership and it lies within the period', () => {
    expect(standingOf({ attribution: 'explicit', date: '2026-03' }, eurocities)).toBe('counts');
  });
  it('does not count before the period, as the mayors’ summit of 2024', () => {
    expect(standingOf({ attribution: 'explicit', date: '2024-10-21/2024-10-22' }, eurocities)).toBe('before');
  });
  it('does not count after the period', () => {
    expect(standingOf({ attribution: 'explicit', date: '2022' }, ended)).toBe('after');
  });
  it('counts where the year could lie within the period', () => {
    expect(standingOf({ attribution: 'explicit', date: '2020' }, ended)).toBe('counts');
  });
  it('never counts what was only promised or only happened beside', () => {
    expect(standingOf({ attribution: 'expected', date: '2026' }, eurocities)).toBe('expected');
    expect(standingOf({ attribution: 'coincident', date: '2026' }, eurocities)).toBe('coincident');
  });
  it('stands beside where nobody knows when, or whether the city belonged', () => {
    expect(standingOf({ attribution: 'explicit', date: null }, eurocities)).toBe('undated');
    expect(standingOf({ attribution: 'explicit', date: '2021' }, [[{ from: null, status: 'not-established' }]])).toBe('not-established');
    expect(standingOf({ attribution: 'explicit', date: '2021' }, [])).toBe('not-established');
  });
});

describe('counting things', () => {
  it('one thing told twice counts once: the vote of 2017 and the congress of 2019', () => {
    expect(countThings([{ sameThing: 'owhc-congress-2019' }, { sameThing: 'owhc-congress-2019' }, {}, {}])).toBe(3);
  });

  it('records beside are counted one by one, also where another record of the thing counts', () => {
    const told = [
      { sameThing: 'congress', standing: 'counts' },
      { sameThing: 'congress', standing: 'counts' },
      { sameThing: 'congress', standing: 'before' },
      { sameThing: 'fair', standing: 'expected' },
      { sameThing: 'fair', standing: 'expected' },
    ] as const;
    expect(tallyOf(told)).toEqual({ counted: 1, beside: 3 });
  });
});
