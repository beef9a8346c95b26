import { asMarkup } from '#markup/markup.ts';
import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { describedBy, Field } from '#ui/fields.tsx';
import { readArticle } from '#ui/markdown.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import { textsOf } from '../texts.ts';
import { fieldProps, textOf, type Given } from './field-props.tsx';
import { namesOnly } from './references.ts';
import { fitsLine, idOf, nameOf, previewOf, type Shown } from './shown.ts';
import type { Path } from './spec.ts';
import { LongText } from './text-field.tsx';
import { partOf } from './values.ts';

/** Both languages side by side. */
export const PairField = (given: Given<'pair'>) => {
  const { path, value, shown, spec } = given;
  const { lang } = shown;
  const texts = textsOf(lang);
  const whole = fieldProps(given);
  const preview = previewOf(shown.kind, path);
  return (
    <fieldset class="kg-pair" id={whole.id} aria-describedby={whole.hint === undefined ? undefined : `${whole.id}-hint`}>
      <legend>{whole.label}</legend>
      {whole.hint !== undefined && (
        <p class="govuk-hint" id={`${whole.id}-hint`}>
          {whole.hint}
        </p>
      )}
      {(['pl', 'en'] as const).map((one) => {
        const at = [...path, one];
        const text = textOf(partOf(value, one));
        const isMissing = one === 'en' && text === '' && textOf(partOf(value, 'pl')) !== '' && spec.empty.when !== 'null';
        const label = (
          <>
            {texts.languages[one]}
            {isMissing && <span class="kg-required"> {texts.form.noEnglish}</span>}
          </>
        );
        const field = { name: nameOf(at), id: idOf(at), label, lang, error: shown.problems.get(nameOf(at)) };
        const isLong = preview !== undefined || !fitsLine(path) || text.includes('\n');
        const foreign = one === lang ? undefined : one;
        if (isLong) return <LongText field={field} text={text} lang={foreign} rows={preview === undefined ? 2 : 8} />;
        return (
          <Field {...field}>
            <input
              class={field.error === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
              id={field.id}
              name={field.name}
              type="text"
              value={text}
              lang={foreign}
              list={namesOnly(path).at(-1) === 'city' || namesOnly(path).at(-1) === 'foundedPlace' ? 'list-place' : undefined}
              aria-describedby={describedBy(field)}
              aria-invalid={field.error === undefined ? undefined : 'true'}
            />
          </Field>
        );
      })}
      {preview !== undefined && <Preview value={value} path={path} shown={shown} how={preview} />}
    </fieldset>
  );
};

const Preview = ({ value, path, shown, how }: { value: unknown; path: Path; shown: Shown; how: 'markdown' | 'paragraphs' }) => {
  const texts = textsOf(shown.lang).form;
  const name = nameOf(path);
  return (
    <div class="kg-preview">
      <button class="govuk-button govuk-button--secondary" name="do" value={`preview:${name}`}>
        {texts.preview}
      </button>
      {shown.preview === name && (
        <section class="kg-pair" id={`${idOf(path)}-preview`} aria-label={texts.previewLabel}>
          {(['pl', 'en'] as const).map((one) => (
            <div class="kg-prose" lang={one === shown.lang ? undefined : one}>
              <PreviewText text={textOf(partOf(value, one))} lang={one} how={how} empty={<p lang={one === shown.lang ? undefined : shown.lang}>{texts.previewEmpty}</p>} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
};

const PreviewText = ({ text, lang, how, empty }: { text: string; lang: Lang; how: 'markdown' | 'paragraphs'; empty: Child }) => {
  if (text.trim() === '') return <>{empty}</>;
  if (how === 'paragraphs') return <Paragraphs text={text} lang={lang} />;
  const { opening, sections } = readArticle(text, lang);
  return (
    <>
      {asMarkup(opening)}
      {sections.map(({ heading, html }) => (
        <>
          <h3>{asMarkup(heading)}</h3>
          {asMarkup(html)}
        </>
      ))}
    </>
  );
};
