import type { City } from '#basics/city.ts';
import { day, type Day } from '#basics/day.ts';

/** When the statements were written and last checked. Raise `updated` and `drawnUp` with every change to the service that touches accessibility, and each year by 31 March. */
export const statementDates = { published: day('2026-11-22'), updated: day('2026-11-22'), drawnUp: day('2026-11-22') };

/** When the statement was last looked through: by whoever made this version, or by the office since. */
export const updatedFor = ({ statementReviewed: reviewed }: Pick<City, 'statementReviewed'>): Day =>
  reviewed !== null && reviewed > statementDates.updated ? reviewed : statementDates.updated;
