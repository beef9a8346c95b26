import { describe, expect, it } from 'vitest';
import { axisOf, labelledYears, yearOf } from './timeline.ts';

describe('the axis of effects', () => {
  it('gives every year between two records its place, and those without a date a place in front', () => {
    const axis = axisOf([2014, null, 2012]);
    expect(axis.years).toEqual([2012, 2013, 2014]);
    expect([axis.xOf(null), axis.xOf(2012), axis.xOf(2014)]).toEqual([24, 72, 136]);
  });

  it('breaks where there is nothing for more than three years', () => {
    const axis = axisOf([1998, 2010, 2011]);
    expect(axis.years).toEqual([1998, 2010, 2011]);
    expect(axis.breaks).toEqual([{ x: 48, from: 1999, to: 2009 }]);
    expect(labelledYears(axis)).toEqual([1998, 2010, 2011]);
  });

  it('holds nothing where there is nothing', () => {
    expect(axisOf([]).years).toEqual([]);
    expect(labelledYears(axisOf([]))).toEqual([]);
    expect(axisOf([null]).xOf(null)).toBe(24);
  });

  it('puts what took years at its first', () => {
    expect(yearOf({ date: '2011/2014' })).toBe(2011);
    expect(yearOf({ date: '2011/' })).toBe(2011);
    expect(yearOf({ date: '2025-06-16' })).toBe(2025);
    expect(yearOf({ date: null })).toBeNull();
  });

  it('labels every fifth year, unless it would touch the first or the last', () => {
    expect(labelledYears(axisOf([2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026]))).toEqual([2010, 2015, 2020, 2026]);
  });
});
