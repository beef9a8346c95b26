import { parseEdtf } from '#basics/edtf.ts';
import { dateAttribute, dateInWords, instantInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';

/** A date as exact as known (EDTF) or an instant, in words: `2026-11-22` is "22 listopada 2026". */
export const momentInWords = (at: string, lang: Lang, timeZone = 'Europe/Warsaw'): string => (parseEdtf(at) ? dateInWords(at, lang) : instantInWords(at, lang, timeZone));

/** A date or an instant in words, with the exact value for machines where there is one. */
export const Moment = ({ at, lang, timeZone }: { at: string; lang: Lang; timeZone?: string | undefined }) => {
  const exact = parseEdtf(at) ? dateAttribute(at) : at;
  const words = momentInWords(at, lang, timeZone);
  return exact === null ? <span>{words}</span> : <time datetime={exact}>{words}</time>;
};
