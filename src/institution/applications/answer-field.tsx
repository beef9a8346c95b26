import { numberInWords } from '#lang/numbers.ts';
import type { Lang } from '#lang/lang.ts';
import { attributesOf, type FormField, type Paper } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { describedBy, Field, type FieldProps } from '#ui/fields.tsx';
import { FileLink } from '#ui/file-link.tsx';
import { textIn } from '#ui/prose.tsx';
import { textsFor } from './texts.ts';

type Props = { field: FormField; value: string; paper: Paper | undefined; paperHref: string; error: string | undefined; lang: Lang };

/** One question of the composed form, with the rules of its kind as a browser knows them. */
export const AnswerField = ({ field, value, paper, paperHref, error, lang }: Props) => {
  const texts = textsFor(lang).one;
  const shown = textIn(field.label, lang);
  const label = (
    <>
      <span lang={shown.lang === lang ? undefined : shown.lang}>{shown.text}</span> <span class="kg-quiet">({field.required ? texts.required : texts.optional})</span>
    </>
  );
  const limits = limitsOf(field, lang);
  const hint = field.hint === undefined ? undefined : textIn(field.hint, lang);
  const hints = (hint !== undefined || limits !== '') && (
    <>
      {hint !== undefined && <span lang={hint.lang === lang ? undefined : hint.lang}>{hint.text} </span>}
      {limits}
    </>
  );
  const props: FieldProps = { name: field.key, label, lang, ...(hints === false ? {} : { hint: hints }), error };
  const { required, ...attributes } = attributesOf(field);
  const described = { 'aria-describedby': describedBy(props), 'aria-invalid': error === undefined ? undefined : ('true' as const) };
  if (field.kind === 'declaration')
    return (
      <div class={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
        {error !== undefined && (
          <p class="govuk-error-message" id={`${field.key}-error`}>
            {error}
          </p>
        )}
        <label class="kg-check" for={field.key}>
          <input type="checkbox" id={field.key} name={field.key} value="yes" checked={value === 'yes'} required={required} {...described} />
          <span>{label}</span>
        </label>
        {hints !== false && (
          <div class="govuk-hint" id={`${field.key}-hint`}>
            {hints}
          </div>
        )}
      </div>
    );
  return (
    <Field {...props}>
      {field.kind === 'text' && field.maxLength > 200 && (
        <textarea
          class="govuk-textarea"
          id={field.key}
          name={field.key}
          rows={Math.min(12, 3 + Math.ceil(field.maxLength / 400))}
          required={required}
          {...attributes}
          {...described}
        >
          {value}
        </textarea>
      )}
      {((field.kind === 'text' && field.maxLength <= 200) || field.kind === 'number') && (
        <input
          class={field.kind === 'number' ? 'govuk-input govuk-input--width-10' : 'govuk-input'}
          type="text"
          id={field.key}
          name={field.key}
          value={value}
          required={required}
          {...attributes}
          {...described}
        />
      )}
      {field.kind === 'choice' && (
        <select class="govuk-select" id={field.key} name={field.key} required={required} {...described}>
          <option value="">{texts.choose}</option>
          {field.options.map((option) => (
            <option value={option.key} selected={option.key === value} lang={textIn(option.label, lang).lang}>
              {inLang(option.label, lang)}
            </option>
          ))}
        </select>
      )}
      {field.kind === 'file' && (
        <>
          {paper !== undefined && (
            <div class="kg-filed">
              <div>
                <FileLink href={paperHref} format={formatOf(paper)} size={paper.size} lang={lang}>
                  {paper.name}
                </FileLink>
              </div>
              <label class="kg-check" for={`${field.key}-remove`}>
                <input type="checkbox" id={`${field.key}-remove`} name="remove" value={field.key} />
                <span>{texts.removeFile}</span>
              </label>
            </div>
          )}
          <input class="govuk-file-upload" type="file" id={field.key} name={field.key} required={required === true && paper === undefined} {...attributes} {...described} />
        </>
      )}
    </Field>
  );
};

export const formatOf = (paper: Pick<Paper, 'name'>): string => (paper.name.split('.').at(-1) ?? '').toUpperCase();

function limitsOf(field: FormField, lang: Lang): string {
  const texts = textsFor(lang).one;
  if (field.kind === 'text') return texts.atMost(field.maxLength);
  if (field.kind === 'file') return texts.fileHint(String(field.megabytes));
  if (field.kind !== 'number') return '';
  const [min, max] = [field.min, field.max].map((one) => (one === undefined ? undefined : numberInWords(one, lang)));
  if (min !== undefined && max !== undefined) return texts.range.both(min, max);
  return min !== undefined ? texts.range.min(min) : max !== undefined ? texts.range.max(max) : '';
}
