import { institutionForm as en } from '#lang/en/institution-form.ts';
import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import { institutionForm as pl } from '#lang/pl/institution-form.ts';
import { wordsFor } from '#lang/words.ts';
import { Boxes } from './boxes.tsx';
import { Select, TextArea, TextInput } from './fields.tsx';

export const institutionFormTexts = (lang: Lang) => (lang === 'pl' ? pl : en);

type Words = ReturnType<typeof wordsFor>;
type Given = {
  typed: { name: string; kind: string; themes: readonly string[]; description: string; url: string; address: string };
  kinds: readonly (keyof Words['institutionKind'])[];
  themes: readonly (keyof Words['theme'])[];
  errorIn: (field: 'name' | 'kind' | 'themes' | 'description' | 'url' | 'address') => string | undefined;
  lang: Lang;
  /** Only what cannot wait: the rest is asked when there is time for it. */
  brief?: boolean;
};

/** What is told of an institution, by itself and by the office alike. */
export function InstitutionFields({ typed, kinds, themes, errorIn, lang, brief = false }: Given) {
  const texts = institutionFormTexts(lang);
  const words = wordsFor(lang);
  const inOrder = themes.map((theme) => ({ value: theme, text: words.theme[theme] })).toSorted((a, b) => compareTexts(lang)(a.text, b.text));
  return (
    <>
      <TextInput name="name" label={texts.name} hint={texts.nameHint} lang={lang} value={typed.name} autocomplete="organization" error={errorIn('name')} />
      <Select
        name="kind"
        label={texts.kind}
        lang={lang}
        value={typed.kind}
        options={[{ value: '', text: texts.kindChoose }, ...kinds.map((kind) => ({ value: kind, text: words.institutionKind[kind] }))]}
        error={errorIn('kind')}
      />
      <Boxes name="themes" label={texts.themes} hint={texts.themesHint} lang={lang} chosen={typed.themes} options={inOrder} error={errorIn('themes')} />
      {!brief && (
        <>
          <TextArea name="description" label={texts.description} hint={texts.descriptionHint} lang={lang} value={typed.description} rows={4} error={errorIn('description')} />
          <TextInput name="url" label={texts.url} hint={texts.urlHint} lang={lang} type="url" value={typed.url} autocomplete="url" spellcheck={false} error={errorIn('url')} />
          <TextInput name="address" label={texts.address} lang={lang} value={typed.address} autocomplete="street-address" error={errorIn('address')} />
        </>
      )}
    </>
  );
}
