import type { Child } from '#markup/markup.ts';
import { describedBy, type FieldProps, type Option } from './fields.tsx';
import { wordsOf } from './words.ts';

const idOf = (field: FieldProps): string => field.id ?? field.name;

const Around = ({ children, ...field }: FieldProps & { children: Child }) => (
  <fieldset class={field.error === undefined ? 'govuk-form-group kg-boxes' : 'govuk-form-group govuk-form-group--error kg-boxes'} aria-describedby={describedBy(field)}>
    <legend class="govuk-label">{field.label}</legend>
    {field.hint !== undefined && (
      <div class="govuk-hint" id={`${idOf(field)}-hint`}>
        {field.hint}
      </div>
    )}
    {field.error !== undefined && (
      <p class="govuk-error-message" id={`${idOf(field)}-error`}>
        <span class="kg-vh">{wordsOf(field.lang).errorInField} </span>
        {field.error}
      </p>
    )}
    {children}
  </fieldset>
);

/** Any number of a few answers, or none. The first bears the field's id, so that the error summary leads there. */
export const Boxes = ({ chosen, options, ...field }: FieldProps & { chosen: readonly string[]; options: Option[] }) => (
  <Around {...field}>
    <div class="kg-boxes__answers">
      {options.map((option, index) => {
        const id = index === 0 ? idOf(field) : `${idOf(field)}-${option.value}`;
        return (
          <label for={id}>
            <input type="checkbox" id={id} name={field.name} value={option.value} checked={chosen.includes(option.value)} />
            <span>{option.text}</span>
          </label>
        );
      })}
    </div>
  </Around>
);

/** One yes, said aloud; what is said yes to stands beside the box. */
export const YesBox = ({ checked, text, ...field }: FieldProps & { checked: boolean; text: Child }) => (
  <Around {...field}>
    <div class="kg-boxes__answers kg-boxes__answers--one">
      <label for={idOf(field)}>
        <input type="checkbox" id={idOf(field)} name={field.name} value="yes" checked={checked} aria-invalid={field.error === undefined ? undefined : 'true'} />
        <span>{text}</span>
      </label>
    </div>
  </Around>
);
