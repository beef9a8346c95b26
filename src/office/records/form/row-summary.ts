import { parseEdtf } from '#basics/edtf.ts';
import { dateInWords } from '#lang/dates.ts';
import { valueName } from '#lang/fields.ts';
import { namesOnly, referredKind } from './references.ts';
import type { Shown } from './shown.ts';
import type { Path, Spec } from './spec.ts';
import { partOf, rowsOf } from './values.ts';

/** What a folded row is about, in a line: `uchwała Rady Miasta · 22 listopada 1995`. */
export function rowSummary(shown: Shown, spec: Spec, path: Path, row: unknown): string {
  if (spec.type !== 'group') return '';
  const words = spec.fields
    .flatMap((field) => (field.name === 'id' ? [] : [inWords(shown, field.spec, [...path, field.name], partOf(row, field.name))]))
    .filter((text) => text !== '');
  return words.slice(0, 3).join(' · ');
}

const longest = 90;
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** A value in a few words; nothing for what only proves or remarks. */
export function inWords(shown: Pick<Shown, 'kind' | 'lang' | 'titles'>, spec: Spec, path: Path, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (spec.type === 'choice') return valueName([shown.kind, ...namesOnly(path)], String(value), shown.lang) ?? String(value);
  if (spec.type === 'number') return String(value);
  if (spec.type === 'pair') return short(String(partOf(value, shown.lang) ?? partOf(value, 'pl') ?? partOf(value, 'en') ?? ''));
  if (spec.type === 'text') {
    const text = String(value);
    if (spec.format === 'date' && parseEdtf(text) !== null) return dateInWords(text, shown.lang);
    const kind = spec.format === 'slug' ? referredKind(shown.kind, path) : undefined;
    return short((kind === undefined ? undefined : shown.titles.get(`${kind} ${text}`)) ?? text);
  }
  if (spec.type === 'rows' && spec.isClaims && spec.item.type === 'group') {
    const [value0] = spec.item.fields;
    return value0 === undefined
      ? ''
      : rowsOf(value)
          .map((row) => inWords(shown, value0.spec, [...path, 'value'], partOf(row, 'value')))
          .join(' / ');
  }
  if (spec.type === 'group' && namesOnly(path).at(-1) !== 'confirmed') {
    const [first] = spec.fields;
    return first === undefined ? '' : inWords(shown, first.spec, [...path, first.name], partOf(value, first.name));
  }
  return '';
}
