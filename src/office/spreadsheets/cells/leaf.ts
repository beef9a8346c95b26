import { fold } from '#basics/fold.ts';
import { langs } from '#lang/lang.ts';
import { valueName } from '#lang/fields.ts';
import { readBody } from '../../records/form/read-body.ts';
import { namesOnly } from '../../records/form/references.ts';
import type { Path, Spec } from '../../records/form/spec.ts';
import { partOf, rowsOf } from '../../records/form/values.ts';

/** What stands in a cell; numbers and yes or no stay what they are, so that a spreadsheet can reckon with them. */
export type CellValue = string | number | boolean | null;

/** What takes one cell. */
export type Leaf = Exclude<Spec, { type: 'group' | 'rows' | 'pair' }>;

export const isLeaf = (spec: Spec): spec is Leaf => spec.type !== 'group' && spec.type !== 'rows' && spec.type !== 'pair';

// What no cell of an XLSX file can hold (XML 1.0, 2.2), and what the writer leaves out.
const notXml = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** A text as a cell keeps it. */
export const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(notXml, '').trim();

export function cellOf(spec: Leaf, value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (spec.type === 'choices' || spec.type === 'sourceIds') return rowsOf(value).map(String).join(', ');
  if (typeof value === 'number' || (typeof value === 'boolean' && spec.type === 'yesNo')) return value;
  const text = plain(String(value));
  return spec.type === 'text' && spec.format === 'amount' && /^\d{1,12}(\.\d{1,2})?$/.test(text) ? Number(text) : text;
}

export const textOf = (cell: CellValue): string => (cell === null ? '' : String(cell));

const yes = new Set(['true', 'tak', 'yes', 'prawda', 'x', '1']);
const no = new Set(['false', 'nie', 'no', 'falsz', '0']);

/** What a cell says; what cannot be read as its type stays as it was typed, for the schema to refuse. */
export function valueIn(spec: Leaf, text: string, place: { kind: string; path: Path }): unknown {
  if (text === '' && (spec.type === 'text' || spec.type === 'number')) return spec.empty.when === 'null' ? null : undefined;
  if (spec.type === 'mark') return text === '' ? undefined : text === String(spec.value) || yes.has(fold(text)) ? spec.value : text;
  if (spec.type === 'yesNo' && text !== '') return yes.has(fold(text)) ? true : no.has(fold(text)) ? false : text;
  if (spec.type === 'choice') return typed(spec, [codeOf(spec.options, text, place)]);
  if (spec.type === 'choices')
    return typed(
      spec,
      text
        .split(/[,;\n]/)
        .map((part) => codeOf(spec.options, part.trim(), place))
        .filter((part) => part !== ''),
    );
  return typed(spec, [text]);
}

/** As the form of the record reads it. */
const typed = (spec: Leaf, values: string[]): unknown =>
  partOf(readBody({ type: 'group', empty: { when: 'required' }, fields: [{ name: 'cell', spec, isPublic: true }] }, new Map([['cell', values]]), {}), 'cell');

// The words of a choice never change while the service runs.
const codes = new Map<string, ReadonlyMap<string, string>>();

/** One of the fixed values, written as it is kept or in words. */
function codeOf(options: readonly string[], text: string, { kind, path }: { kind: string; path: Path }): string {
  if (text === '' || options.includes(text)) return text;
  const names = [kind, ...namesOnly(path)];
  const key = names.join('.');
  let known = codes.get(key);
  if (known === undefined) {
    known = new Map(options.flatMap((option) => langs.map((lang): [string, string] => [fold(valueName(names, option, lang) ?? option), option])));
    codes.set(key, known);
  }
  return known.get(fold(text)) ?? text;
}
