import { timeAt } from '#basics/clock-time.ts';
import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';

/** „22 listopada 2026, 14:30”, by the city's clock. */
export const dateTimeInWords = (at: Date, zone: string, lang: Lang): string => `${dateInWords(dayAt(at, zone), lang)}, ${timeAt(at, zone)}`;
