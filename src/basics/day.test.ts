import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayAt, daysBetween, isDay } from './day.ts';

describe('a day', () => {
  it('exists only where the calendar has it', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of ['2025-02-29', '2026-13-01', '2026-04-31', '2026-1-1', '22.11.2026', '2026-11-22T00:00', '']) expect(isDay(text), text).toBe(false);
  });

  it('is named in the refusal where it does not exist', () => {
    expect(() => day('2025-02-29')).toThrow(/"2025-02-29" is not a day/);
  });
});

describe('the day it is', () => {
  it('depends on the place: late in the evening it is already tomorrow in Kraków', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(dayAt(instant, 'Europe/Warsaw')).toBe('2026-11-23');
    expect(dayAt(instant, 'UTC')).toBe('2026-11-22');
    expect(dayAt(instant, 'America/New_York')).toBe('2026-11-22');
  });

  it('follows summer time', () => {
    expect(dayAt(new Date('2026-07-01T22:00:00Z'), 'Europe/Warsaw')).toBe('2026-07-02');
    expect(dayAt(new Date('2026-01-01T22:59:59Z'), 'Europe/Warsaw')).toBe('2026-01-01');
  });

  it('is the day of the ISO text in UTC', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1600-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (instant) => {
        expect(dayAt(instant, 'UTC')).toBe(instant.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('counting days', () => {
  it('is not thrown off by the change of clocks', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
  });

  it('counts backwards below zero', () => {
    expect(daysBetween(day('2026-11-22'), day('2026-11-20'))).toBe(-2);
  });

  it('comes back to where it started', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: -300_000, max: 300_000 }), (start, days) => {
        const from = addDays(day('1600-01-01'), start);
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(from < to).toBe(days > 0);
      }),
    );
  });
});
