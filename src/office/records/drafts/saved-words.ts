import { dayAt } from '#basics/day.ts';
import { instantInWords } from '#lang/dates.ts';
import type { Asked } from '../../page.ts';

/** The moment as its readers say it: the clock alone today, the day and the clock before. */
export function clockWords({ lang, city, today }: Pick<Asked, 'lang' | 'city' | 'today'>, at: Date): string {
  const words = instantInWords(at.toISOString(), lang, city.timeZone);
  return dayAt(at, city.timeZone) === today ? words.slice(words.lastIndexOf(' ') + 1) : words;
}
