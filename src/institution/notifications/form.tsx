import { compareTexts } from '#lang/names.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { audiences, offerTypes, rhythms, ways, type Filter, type OfferedBy } from '#offers/index.ts';
import { inLang, themes } from '#register/index.ts';
import { textsFor as offerTexts } from '#site/offers/texts.ts';
import { Radios, Select, TextInput, type Option } from '#ui/fields.tsx';
import { textsFor } from './texts.ts';

/** The filters of the public list as fields of a form that is sent. */
export const ChoiceFields = ({
  filter,
  rhythm,
  error,
  organisations,
  lang,
}: {
  filter: Filter;
  rhythm: string;
  error?: string | undefined;
  organisations: readonly OfferedBy[];
  lang: Lang;
}) => {
  const texts = textsFor(lang).form;
  const { filters, any: anyText } = offerTexts(lang);
  const words = wordsFor(lang);
  const any: Option = { value: '', text: anyText };
  const byText = (a: Option, b: Option): number => compareTexts(lang)(a.text, b.text);
  const options = <T extends string>(values: readonly T[], said: Record<T, string>): Option[] => [any, ...values.map((value) => ({ value, text: said[value] })).toSorted(byText)];
  const bodies = organisations.map((one) => ({ value: one.slug, text: inLang(one.shortName, lang) })).toSorted(byText);
  const field = (name: keyof typeof filters) => ({ name, label: filters[name], lang });
  return (
    <>
      <fieldset class="govuk-form-group kg-choice">
        <legend class="govuk-label">{texts.which}</legend>
        <p class="govuk-hint">{tidy(texts.whichHint, lang)}</p>
        <div class="kg-choice__fields">
          <Select {...field('audience')} value={filter.audience ?? ''} options={options(audiences, words.audience)} />
          <Select {...field('theme')} value={filter.theme ?? ''} options={options(themes, words.theme)} />
          <Select {...field('type')} value={filter.type ?? ''} options={options(offerTypes, words.offerType)} />
          <Select {...field('organisation')} value={filter.organisation ?? ''} options={[any, ...bodies]} />
          <Select {...field('apply')} value={filter.apply ?? ''} options={[any, ...ways.map((way) => ({ value: way, text: words.way[way] }))]} />
          <Select
            name="state"
            label={texts.state}
            lang={lang}
            value={filter.open === true ? 'open' : ''}
            options={[
              { value: '', text: texts.states.current },
              { value: 'open', text: texts.states.open },
            ]}
          />
          <TextInput {...field('q')} value={filter.q} maxlength={100} />
        </div>
      </fieldset>
      <Radios name="rhythm" label={texts.rhythm} lang={lang} value={rhythm} error={error} options={rhythms.map((value) => ({ value, text: texts.rhythms[value] }))} />
    </>
  );
};
