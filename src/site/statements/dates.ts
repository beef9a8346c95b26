import { day } from '#basics/day.ts';

/** When the statements were written and last checked. Raise `updated` and `drawnUp` with every change to the service that touches accessibility, and each year by 31 March. */
export const statementDates = { published: day('2026-11-22'), updated: day('2026-11-22'), drawnUp: day('2026-11-22') };
