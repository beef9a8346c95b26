import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsOf } from './words.ts';

/** What every field of a form has. `id` falls back to the name. */
export type FieldProps = { name: string; label: Child; lang: Lang; id?: string; hint?: Child; error?: string | undefined };

const idOf = (field: FieldProps): string => field.id ?? field.name;

/** The ids of hint and error, for `aria-describedby` of a control written by hand. */
export const describedBy = (field: FieldProps): string | undefined =>
  [field.hint === undefined ? '' : `${idOf(field)}-hint`, field.error === undefined ? '' : `${idOf(field)}-error`].filter((id) => id !== '').join(' ') || undefined;

/** Label, hint and error around a control whose id is the field's and whose `aria-describedby` is `describedBy(field)`. */
export const Field = ({ children, ...field }: FieldProps & { children: Child }) => (
  <div class={field.error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
    <label class="govuk-label" for={idOf(field)}>
      {field.label}
    </label>
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
  </div>
);

type TextInputProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'search' | 'email' | 'url' | 'date' | 'number' | 'password' | 'tel';
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'url' | 'search' | 'tel';
  required?: boolean;
  maxlength?: number;
  spellcheck?: boolean;
};

export const TextInput = ({ value, type = 'text', autocomplete, inputmode, required, maxlength, spellcheck, ...field }: TextInputProps) => (
  <Field {...field}>
    <input
      class={field.error === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
      id={idOf(field)}
      name={field.name}
      type={type}
      value={value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      required={required}
      maxlength={maxlength}
      spellcheck={spellcheck}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    />
  </Field>
);

export type Option = { value: string; text: string };

export const Select = ({ value, options, ...field }: FieldProps & { value?: string | undefined; options: Option[] }) => (
  <Field {...field}>
    <select
      class={field.error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
      id={idOf(field)}
      name={field.name}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    >
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.text}
        </option>
      ))}
    </select>
  </Field>
);

export const TextArea = ({ value, rows = 5, maxlength, ...field }: FieldProps & { value?: string | undefined; rows?: number; maxlength?: number }) => (
  <Field {...field}>
    <textarea
      class={field.error === undefined ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
      id={idOf(field)}
      name={field.name}
      rows={rows}
      maxlength={maxlength}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    >
      {value}
    </textarea>
  </Field>
);

/** One of a few answers. The first bears the field's id, so that the error summary leads there. */
export const Radios = ({ value, options, ...field }: FieldProps & { value?: string | undefined; options: Option[] }) => (
  <fieldset class={field.error === undefined ? 'govuk-form-group kg-radios' : 'govuk-form-group govuk-form-group--error kg-radios'} aria-describedby={describedBy(field)}>
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
    <div class="kg-radios__answers">
      {options.map((option, index) => {
        const id = index === 0 ? idOf(field) : `${idOf(field)}-${option.value}`;
        return (
          <label for={id}>
            <input type="radio" id={id} name={field.name} value={option.value} checked={option.value === value} />
            {option.text}
          </label>
        );
      })}
    </div>
  </fieldset>
);

export const Button = ({ children, secondary = false, name, value }: { children: Child; secondary?: boolean; name?: string; value?: string }) => (
  <button class={secondary ? 'govuk-button govuk-button--secondary' : 'govuk-button'} type="submit" name={name} value={value}>
    {children}
  </button>
);

/** Stands first in the form's page and is announced at once; each line leads to its field. */
export const ErrorSummary = ({ errors, lang }: { errors: { field: string; text: string }[]; lang: Lang }) =>
  errors.length === 0 ? null : (
    <div class="govuk-error-summary" role="alert" tabindex={-1} data-error-summary="">
      <h2 class="govuk-error-summary__title">{wordsOf(lang).errorSummary}</h2>
      <ul class="govuk-error-summary__list">
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
