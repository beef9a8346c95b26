import type { Lang } from './lang.ts';

export type MonthCase = 'nominative' | 'genitive';

const english = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const months: Record<Lang, Record<MonthCase, readonly string[]>> = {
  pl: {
    nominative: ['styczeń', 'luty', 'marzec', 'kwiecień', 'maj', 'czerwiec', 'lipiec', 'sierpień', 'wrzesień', 'październik', 'listopad', 'grudzień'],
    genitive: ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
  },
  en: { nominative: english, genitive: english },
};

/** @throws RangeError where the number is not 1 to 12. */
export function monthName(month: number, lang: Lang, monthCase: MonthCase): string {
  const name = months[lang][monthCase][month - 1];
  if (name === undefined) throw new RangeError(`${month} is not a month`);
  return name;
}
