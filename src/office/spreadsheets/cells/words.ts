import type { Lang } from '#lang/lang.ts';
import { placeInWords } from '../../records/form/problems.ts';
import type { Path } from '../../records/form/spec.ts';

/** A column's field in words: `Siedziba, kraj`. On the sheet of a list the list itself is not named again. */
export function columnWords(kind: string, list: Path, path: Path, lang: Lang): string {
  const whole = placeInWords(kind, [...list, ...path], lang);
  if (list.length === 0) return whole;
  const inner = whole.slice(placeInWords(kind, list, lang).length).replace(/^[\s\d]*, /, '');
  return inner.charAt(0).toLocaleUpperCase(lang) + inner.slice(1);
}
