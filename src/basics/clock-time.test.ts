import { describe, expect, it } from 'vitest';
import { instantsAt, timeAt } from './clock-time.ts';
import { dayAt } from './day.ts';

const warsaw = 'Europe/Warsaw';
const at = (day: string, time: string, zone = warsaw): string[] => instantsAt(day, time, zone).map((instant) => instant.toISOString());

describe('a day and a time by the city’s clock', () => {
  it('is one instant on nearly every day, in winter and in summer', () => {
    expect(at('2026-11-23', '08:00')).toEqual(['2026-11-23T07:00:00.000Z']);
    expect(at('2026-07-01', '08:00')).toEqual(['2026-07-01T06:00:00.000Z']);
    expect(at('2026-12-31', '23:59')).toEqual(['2026-12-31T22:59:00.000Z']);
  });

  it('does not exist in the hour that is left out in spring', () => {
    expect(at('2027-03-28', '01:59')).toHaveLength(1);
    expect(at('2027-03-28', '02:00')).toEqual([]);
    expect(at('2027-03-28', '02:59')).toEqual([]);
    expect(at('2027-03-28', '03:00')).toEqual(['2027-03-28T01:00:00.000Z']);
  });

  it('exists twice in the hour that comes again in autumn, the earlier first', () => {
    expect(at('2026-10-25', '02:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(at('2026-10-25', '01:59')).toHaveLength(1);
    expect(at('2026-10-25', '03:00')).toHaveLength(1);
  });

  it('knows zones that change by half an hour, and that skipped a whole day', () => {
    expect(at('2026-04-05', '01:45', 'Australia/Lord_Howe')).toHaveLength(2);
    expect(at('2011-12-30', '12:00', 'Pacific/Apia')).toEqual([]);
  });

  it('is told up to the last day that can be written', () => {
    expect(at('9999-12-31', '23:59')).toEqual(['9999-12-31T22:59:00.000Z']);
    expect(at('9999-12-31', '02:30')).toEqual(['9999-12-31T01:30:00.000Z']);
    expect(at('0099-06-01', '12:00', 'UTC')).toEqual(['0099-06-01T12:00:00.000Z']);
    expect(() => dayAt(new Date('+010000-01-01T12:00:00Z'), warsaw)).toThrow(RangeError);
  });

  it('is nothing where the texts are no day or no time', () => {
    for (const [day, time] of [
      ['2026-02-30', '10:00'],
      ['2026-11-23', '24:00'],
      ['2026-11-23', '7:00'],
      ['', ''],
    ] as const)
      expect(at(day, time)).toEqual([]);
  });

  it('is read back from its instant', () => {
    for (const time of ['00:00', '02:30', '14:05']) expect(timeAt(new Date(at('2026-10-25', time)[0] ?? ''), warsaw)).toBe(time);
  });
});
