import { numberInWords } from '#lang/numbers.ts';
import type { Lang } from '#lang/lang.ts';

/** A number as people write it, with a comma or a point, spaces between thousands; null where it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** For a field: what `readNumber` reads back. */
export const typedNumber = (value: number, lang: Lang): string => (lang === 'pl' ? String(value).replace('.', ',') : String(value));

/** A number of the unit of a criterion, to the hundredth. */
export const inWords = (value: number, lang: Lang): string => numberInWords(Math.round(value * 100) / 100, lang);

/** A part of 1 as a whole number of 100. */
export const ofHundred = (share: number): number => Math.round(share * 100);
