import { assessmentWords as en } from '#lang/en/assessment-words.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, numberInWords } from '#lang/numbers.ts';
import { assessmentWords as pl, type CriterionUnit } from '#lang/pl/assessment-words.ts';

/** What a record adds to an indicator, as its evidence keeps it, in the reader's words: `5800 EUR`, `210 h`, `14 m`, `2/6`; a bare number is of deadlines. */
export function addedInWords(kept: string, lang: Lang): string {
  const words = lang === 'pl' ? pl : en;
  const [number = '', unit = ''] = kept.split(' ');
  const [inside, all] = number.split('/');
  if (inside !== undefined && all !== undefined) return words.citiesOf(inside, all);
  if (!/^\d+(\.\d+)?$/.test(number)) return kept;
  const counted = (one: CriterionUnit): string => `${numberInWords(Number(number), lang)} ${words.unit(Number(number), one)}`;
  if (unit === 'h') return counted('hours');
  if (unit === 'm') return counted('lock-in');
  if (/^[A-Z]{3}$/.test(unit)) return amountInWords(number, unit, lang);
  return unit === '' ? counted('reporting') : kept;
}
