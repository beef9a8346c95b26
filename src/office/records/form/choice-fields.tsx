import type { Child } from '#markup/markup.ts';
import { valueName } from '#lang/fields.ts';
import { describedBy, Field, Radios, Select, type FieldProps } from '#ui/fields.tsx';
import { textsOf } from '../texts.ts';
import { fieldProps, textOf, type Given } from './field-props.tsx';
import { namesOnly } from './references.ts';
import type { Shown } from './shown.ts';
import type { Path } from './spec.ts';
import { rowsOf } from './values.ts';

const wordOf = (shown: Shown, path: Path, value: string): string => valueName([shown.kind, ...namesOnly(path)], value, shown.lang) ?? value;

export const ChoiceField = (given: Given<'choice'>) => {
  const { spec, path, value, shown } = given;
  const texts = textsOf(shown.lang);
  const current = textOf(value) || (spec.empty.when === 'preset' ? String(spec.empty.preset) : '');
  const blank =
    spec.empty.when === 'preset' ? [] : [{ value: '', text: spec.empty.when === 'null' ? texts.unknown : spec.empty.when === 'absent' ? texts.form.notSaid : texts.choose }];
  return <Select {...fieldProps(given)} value={current} options={[...blank, ...spec.options.map((option) => ({ value: option, text: wordOf(shown, path, option) }))]} />;
};

/** Boxes to tick; the first bears the field's id. An empty field before them tells that the boxes were shown. */
const Boxes = ({
  field,
  options,
  chosen,
  class: className = '',
}: {
  field: FieldProps;
  options: readonly { value: string; text: Child; title?: string }[];
  chosen: readonly unknown[];
  class?: string;
}) => (
  <fieldset class={`kg-boxes ${className}${field.error === undefined ? '' : ' govuk-form-group--error'}`} aria-describedby={describedBy(field)}>
    <legend class="govuk-label">{field.label}</legend>
    {field.hint !== undefined && (
      <p class="govuk-hint" id={`${field.id}-hint`}>
        {field.hint}
      </p>
    )}
    {field.error !== undefined && (
      <p class="govuk-error-message" id={`${field.id}-error`}>
        {field.error}
      </p>
    )}
    <input type="hidden" name={field.name} value="" />
    <div class="kg-boxes__all">
      {options.map(({ value, text, title }, index) => {
        const id = index === 0 ? field.id : `${field.id}-${value}`;
        return (
          <label for={id} title={title}>
            <input type="checkbox" id={id} name={field.name} value={value} checked={chosen.includes(value)} />
            <span>{text}</span>
          </label>
        );
      })}
    </div>
  </fieldset>
);

export const ChoicesField = (given: Given<'choices'>) => {
  const options = given.spec.options.map((option) => ({ value: option, text: wordOf(given.shown, given.path, option) }));
  return <Boxes field={fieldProps(given)} options={options} chosen={rowsOf(given.value)} />;
};

/** More sources than this are named by their numbers in a line, so that a long record stays readable. */
const mostBoxes = 20;

export const SourceIdsField = (given: Given<'sourceIds'>) => {
  const { value, shown } = given;
  const field = fieldProps(given);
  const chosen = rowsOf(value).map(String);
  const strange = chosen.filter((id) => !shown.sources.some((source) => source.value === id));
  if (shown.sources.length > mostBoxes)
    return (
      <Field {...field}>
        <input
          class="govuk-input"
          id={field.id}
          name={field.name}
          type="text"
          value={chosen.join(', ')}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={describedBy(field)}
        />
      </Field>
    );
  const options = [...shown.sources, ...strange.map((id) => ({ value: id, text: '' }))].map((source) => ({
    value: source.value,
    title: source.text,
    text: (
      <>
        {source.value}
        {source.text !== '' && <span class="kg-vh">, {source.text}</span>}
      </>
    ),
  }));
  if (options.length === 0) return <p class="govuk-hint">{textsOf(shown.lang).form.noSources}</p>;
  return <Boxes field={field} options={options} chosen={chosen} class="kg-boxes--dense" />;
};

export const MarkField = (given: Given<'mark' | 'yesNo'>) => {
  const { spec, path, value, shown } = given;
  const field = fieldProps(given);
  const texts = textsOf(shown.lang);
  if (spec.type === 'yesNo' && spec.empty.when !== 'preset') {
    const answers = ['true', 'false'].map((one) => ({
      value: one,
      text: valueName([shown.kind, ...namesOnly(path)], one === 'true', shown.lang) ?? (one === 'true' ? texts.yes : texts.no),
    }));
    return <Radios {...field} value={typeof value === 'boolean' ? String(value) : undefined} options={answers} />;
  }
  const marked = spec.type === 'mark' ? String(spec.value) : 'true';
  const word = spec.type === 'mark' && typeof spec.value !== 'number' ? valueName([shown.kind, ...namesOnly(path)], spec.value, shown.lang) : undefined;
  return (
    <div class="kg-boxes govuk-form-group">
      <input type="hidden" name={field.name} value="" />
      <label for={field.id}>
        <input type="checkbox" id={field.id} name={field.name} value={marked} checked={String(value) === marked} />
        <span>{word ?? field.label}</span>
      </label>
    </div>
  );
};
