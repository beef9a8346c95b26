import { day, type Day } from './day.ts';

export type StatementDue = {
  /** By this day the statement must be looked through again: 31 March of the year after the last review. */
  by: Day;
  /** `due` from the beginning of that year, `overdue` when the day has passed. */
  state: 'current' | 'due' | 'overdue';
  /** Nobody has looked at it for more than twelve months, whatever the calendar says. */
  olderThanYear: boolean;
};

/**
 * When an accessibility statement is to be looked through again. Each year by 31 March (technical conditions of the statement, v2.0 of
 * 31 July 2024, for the Act of 4 April 2019 on the digital accessibility of public bodies); a service whose statement is older than a year warns its office.
 */
export function statementDue(reviewedOn: Day, today: Day): StatementDue {
  const next = String(Number(reviewedOn.slice(0, 4)) + 1).padStart(4, '0');
  const by = day(`${next}-03-31`);
  return { by, state: today > by ? 'overdue' : today >= `${next}-01-01` ? 'due' : 'current', olderThanYear: today > `${next}${reviewedOn.slice(4)}` };
}
