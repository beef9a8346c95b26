import { describe, expect, it } from 'vitest';
import type { Told } from './belonging.ts';
import { endsOf } from './belonging.ts';

const claim = (value: string, ...sourceIds: string[]) => ({ value, sourceIds });
const said = (told: Told[]) => told.map(({ end, claims }) => [end.kind === 'date' ? end.date.text : end.kind, ...claims.flatMap((one) => one.sourceIds)]);

describe('since when, and until when', () => {
  it('tells the beginning, and that it lasts', () => {
    const { starts, ends } = endsOf([claim('1995-11-22/..', 's1')]);
    expect(said(starts)).toEqual([['1995-11-22', 's1']]);
    expect(said(ends)).toEqual([['open', 's1']]);
  });

  it('does not take an end that nobody knows for one that is open', () => {
    expect(said(endsOf([claim('2004-07-16/')]).ends)).toEqual([['unknown']]);
  });

  it('says once what sources agree on, and side by side where they differ', () => {
    const { starts, ends } = endsOf([claim('2022-05-09/..', 's1'), claim('2022-05-09/2025', 's2')]);
    expect(said(starts)).toEqual([['2022-05-09', 's1', 's2']]);
    expect(said(ends)).toEqual([
      ['open', 's1'],
      ['2025', 's2'],
    ]);
  });

  it('knows nothing where no source says anything', () => {
    expect(endsOf([])).toEqual({ starts: [], ends: [] });
  });
});
