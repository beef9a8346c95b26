import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { tripShape, tripState } from './trip.ts';

const today = day('2026-11-22');

describe('a trip on the city’s behalf', () => {
  it('waits for approval, then for its day, then for its report', () => {
    expect(tripState({ dates: '2026-12-01/2026-12-03', requestedOn: '2026-11-01' }, today)).toBe('requested');
    expect(tripState({ dates: '2026-12-01/2026-12-03', requestedOn: '2026-11-01', approvedOn: '2026-11-05' }, today)).toBe('approved');
    expect(tripState({ dates: '2026-11-20/2026-11-22', approvedOn: '2026-11-05' }, today)).toBe('under-way');
    expect(tripState({ dates: '2026-11-18/2026-11-21', approvedOn: '2026-11-05' }, today)).toBe('report-missing');
    expect(tripState({ dates: '2026-11-18/2026-11-21', reportedOn: '2026-11-22' }, today)).toBe('reported');
  });

  it('of which only the month is known lacks its report when the month is over', () => {
    expect(tripState({ dates: '2026-11' }, today)).toBe('under-way');
    expect(tripState({ dates: '2026-10' }, today)).toBe('report-missing');
  });

  it('that was refused needs no report', () => {
    expect(tripState({ dates: '2026-10-01', refusedOn: '2026-09-20' }, today)).toBe('refused');
  });

  it('without dates and papers is not established', () => {
    expect(tripState({ dates: null }, today)).toBe('not-established');
    expect(tripState({ dates: null, approvedOn: '2026-11-05' }, today)).toBe('approved');
  });

  it('cannot cost an amount without a currency', () => {
    const read = tripShape.safeParse({ organisation: 'owhc', purpose: { pl: 'Walne zebranie' }, dates: '2026-10-01', amount: '400', currency: null });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['currency']);
  });
});
