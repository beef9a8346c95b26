import { describe, expect, it } from 'vitest';
import { countIn, type PeriodGroup } from './period-filter.ts';

const group = (change: Partial<PeriodGroup>): PeriodGroup => ({
  status: 'active',
  decided: 'council',
  character: 'association',
  scope: 'european',
  holder: 'city',
  unit: null,
  count: 1,
  ...change,
});

describe('counting periods of membership', () => {
  const groups = [
    group({ count: 6 }),
    group({ scope: 'national', count: 3 }),
    group({ decided: 'mayor', count: 1 }),
    group({ status: 'ended', unit: 'culture-office', holder: 'unit', count: 2 }),
  ];

  it('counts all where nothing is asked', () => {
    expect(countIn(groups, {})).toBe(12);
    expect(countIn([], {})).toBe(0);
  });

  it('counts every organisation that is not national as international', () => {
    expect(countIn(groups, { scope: 'international' })).toBe(9);
    expect(countIn(groups, { scope: 'national' })).toBe(3);
  });

  it('counts what fits everything that is asked', () => {
    expect(countIn(groups, { status: 'active', decided: 'council', scope: 'international', holder: 'city' })).toBe(6);
    expect(countIn(groups, { unit: 'culture-office' })).toBe(2);
    expect(countIn(groups, { unit: 'culture-office', status: 'active' })).toBe(0);
  });
});
