import { describe, expect, it } from 'vitest';
import { day } from './day.ts';
import { statementDue } from './statement-due.ts';

const due = (reviewed: string, today: string) => statementDue(day(reviewed), day(today));

describe('the yearly review of the accessibility statement', () => {
  it('is due from New Year to 31 March after the year of the last one, and overdue on 1 April', () => {
    expect(due('2026-11-22', '2026-11-22')).toEqual({ by: '2027-03-31', state: 'current', olderThanYear: false });
    expect(due('2026-11-22', '2026-12-31').state).toBe('current');
    expect(due('2026-11-22', '2027-01-01').state).toBe('due');
    expect(due('2026-11-22', '2027-03-31').state).toBe('due');
    expect(due('2026-11-22', '2027-04-01').state).toBe('overdue');
  });

  it('made early in the year holds until 31 March of the next, but warns once twelve months have gone by', () => {
    expect(due('2027-02-10', '2027-12-31')).toEqual({ by: '2028-03-31', state: 'current', olderThanYear: false });
    expect(due('2027-02-10', '2028-02-10')).toEqual({ by: '2028-03-31', state: 'due', olderThanYear: false });
    expect(due('2027-02-10', '2028-02-11')).toEqual({ by: '2028-03-31', state: 'due', olderThanYear: true });
  });

  it('counts a review made on a day that the next year lacks', () => {
    expect(due('2028-02-29', '2029-02-28').olderThanYear).toBe(false);
    expect(due('2028-02-29', '2029-03-01').olderThanYear).toBe(true);
  });
});
