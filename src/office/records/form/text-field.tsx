import { parseEdtf } from '#basics/edtf.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName, currencyName, languageName } from '#lang/names.ts';
import { describedBy, Field, type FieldProps } from '#ui/fields.tsx';
import { fieldProps, textOf, type Given } from './field-props.tsx';
import { namesOnly, referredKind } from './references.ts';
import type { Shown } from './shown.ts';
import type { Format, Path } from './spec.ts';

/** What the service has understood of what was typed; null where there is nothing to add. */
function understood(format: Format | 'number', text: string, given: { path: Path; shown: Shown }): string | null {
  const { lang } = given.shown;
  if (text === '') return null;
  switch (format) {
    case 'date':
    case 'day':
      return parseEdtf(text) === null ? null : dateInWords(text, lang);
    case 'country':
      return /^[A-Z]{2}$/.test(text) ? countryName(text, lang) : null;
    case 'currency':
      return /^[A-Z]{3}$/.test(text) ? currencyName(text, lang) : null;
    case 'language':
      return /^[a-z]{2}(-[A-Za-z0-9]+)*$/.test(text) ? languageName(text, lang) : null;
    case 'slug': {
      const kind = referredKind(given.shown.kind, given.path);
      return kind === undefined ? null : (given.shown.titles.get(`${kind} ${text}`) ?? null);
    }
    default:
      return null;
  }
}

const lists: Partial<Record<Format, string>> = { country: 'list-country', currency: 'list-currency', language: 'list-language' };

export const TextField = (given: Given<'text' | 'number'>) => {
  const { spec, path, value, shown } = given;
  const field = fieldProps(given);
  const text = textOf(value);
  const format = spec.type === 'number' ? 'number' : spec.format;
  if (format === 'prose') return <LongText field={field} text={text} lang={undefined} rows={3} />;
  const words = understood(format, text, { path, shown });
  const referred = format === 'slug' ? referredKind(shown.kind, path) : undefined;
  const isNamed = format === 'date' || format === 'day' || format === 'country' || format === 'currency' || format === 'language' || referred !== undefined;
  const place = namesOnly(path).at(-1) === 'place' || (namesOnly(path).at(-1) === 'city' && spec.type === 'text');
  return (
    <Field {...field}>
      <input
        class={`govuk-input kg-input--${format}${field.error === undefined ? '' : ' govuk-input--error'}`}
        id={field.id}
        name={field.name}
        type={format === 'link' ? 'url' : format === 'email' ? 'email' : 'text'}
        inputmode={format === 'number' ? (spec.type === 'number' && spec.isWhole ? 'numeric' : 'decimal') : format === 'amount' ? 'decimal' : undefined}
        value={text}
        readonly={format === 'sourceId'}
        spellcheck={format === 'line' ? undefined : false}
        autocomplete="off"
        list={referred === undefined ? (lists[format === 'number' ? 'line' : format] ?? (place ? 'list-place' : undefined)) : `list-${referred}`}
        data-suggest-records={referred !== undefined && !shown.options.has(referred) ? `/office/suggest/${referred}` : undefined}
        aria-describedby={[describedBy(field), isNamed ? `${field.id}-read` : undefined].filter(Boolean).join(' ') || undefined}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        data-read={format === 'date' || format === 'day' ? 'date' : undefined}
      />
      {isNamed && (
        <p class="kg-read" id={`${field.id}-read`}>
          {words}
        </p>
      )}
    </Field>
  );
};

export const LongText = ({ field, text, lang, rows }: { field: FieldProps; text: string; lang: Lang | undefined; rows: number }) => (
  <Field {...field}>
    <textarea
      class={field.error === undefined ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
      id={field.id}
      name={field.name}
      rows={rows}
      lang={lang}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error === undefined ? undefined : 'true'}
    >
      {`\n${text}`}
    </textarea>
  </Field>
);
