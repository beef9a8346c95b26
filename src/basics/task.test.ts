import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { dueDayOf, urgencyOf } from './task.ts';

describe('when something is due', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-02', '2026-02-28'],
    ['2026', '2026-12-31'],
    ['2026~', '2026-12-31'],
    ['2026-01/2026-03', '2026-03-31'],
    ['2024/..', null],
    ['2024/', null],
    ['nothing', null],
    [null, null],
    [undefined, null],
  ])('%s is due on %s', (dueOn, expected) => {
    expect(dueDayOf(dueOn)).toBe(expected);
  });

  it('presses the more the nearer it comes', () => {
    const horizon = { days: 60, soonDays: 21 };
    const on = (due: string) => urgencyOf(day(due), day('2026-11-22'), horizon);
    expect([on('2026-11-21'), on('2026-11-22'), on('2026-12-13'), on('2026-12-14'), on('2027-01-21'), on('2027-01-22')]).toEqual([
      'overdue',
      'soon',
      'soon',
      'later',
      'later',
      null,
    ]);
  });
});
