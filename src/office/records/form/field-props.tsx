import type { Child } from '#markup/markup.ts';
import type { FieldProps } from '#ui/fields.tsx';
import { textsOf } from '../texts.ts';
import { labelOf } from './problems.ts';
import { hintFor, idOf, nameOf, type Shown } from './shown.ts';
import type { Path, Spec } from './spec.ts';

type Placed = { path: Path; value: unknown; shown: Shown; label?: Child };
export type AnyGiven = Placed & { spec: Spec };
export type Given<Type extends Spec['type']> = Placed & { spec: Extract<Spec, { type: Type }> };

/** Label, hint and error of a field. A list's rows bear the list's label unseen. */
export function fieldProps({ spec, path, shown, label }: AnyGiven): FieldProps {
  const { kind, lang } = shown;
  const name = nameOf(path);
  const words = textsOf(lang).form;
  // A row bears the list's label, and the list has given its hint.
  const own = hintFor(kind, path, lang) ?? (spec.empty.when === 'null' && spec.type !== 'choice' ? words.emptyIsUnknown : undefined);
  const hint = label === undefined ? own : undefined;
  const text = label ?? (
    <>
      {labelOf(kind, path, lang)}
      {spec.empty.when === 'required' && shown.isOptional !== true && typeof path.at(-1) === 'string' && <span class="kg-required"> {words.required}</span>}
    </>
  );
  return { name, id: idOf(path), label: text, lang, error: shown.problems.get(name), ...(hint === undefined ? {} : { hint }) };
}

/** What of a value stands in a field to be typed on. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
