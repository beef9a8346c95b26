import { describe, expect, it } from 'vitest';
import { touchesYear } from './year.ts';

describe('what belongs to the year of a report', () => {
  it('is what lies in it, in part or in whole', () => {
    expect(touchesYear('2026', 2026)).toBe(true);
    expect(touchesYear('2026-11-22', 2026)).toBe(true);
    expect(touchesYear('2025-12/2026-01', 2026)).toBe(true);
    expect(touchesYear('2024/2027', 2026)).toBe(true);
    expect(touchesYear('2025', 2026)).toBe(false);
    expect(touchesYear('2027-01-01', 2026)).toBe(false);
  });

  it('is what lasts, but not what nobody knows to have lasted', () => {
    expect(touchesYear('2019/..', 2026)).toBe(true);
    expect(touchesYear('2019/', 2026)).toBe(false);
    expect(touchesYear('2026-03/', 2026)).toBe(true);
    expect(touchesYear('/2027', 2026)).toBe(false);
    expect(touchesYear('/2026-05', 2026)).toBe(true);
    expect(touchesYear('../2027', 2026)).toBe(true);
  });
});
