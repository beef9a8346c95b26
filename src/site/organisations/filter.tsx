import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import { characters, deciders, holderKinds, inLang, periodOrders, themes } from '#register/index.ts';
import { Select, TextInput, type Option } from '#ui/fields.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { listAddress, listedScopes, listedStatuses } from './query.ts';
import { filtersIn, type ListView } from './read.ts';
import { textsFor } from './texts.ts';

/** Every filter of the list, the usual ones first and the others folded, all in one plain form. */
export const ListFilter = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const { query, units } = view;
  const any: Option = { value: '', text: texts.any };
  const options = <T extends string>(values: readonly T[], said: Record<T, string>): Option[] => [any, ...values.map((value) => ({ value, text: said[value] }))];
  const byText = (a: Option, b: Option): number => compareTexts(lang)(a.text, b.text);
  const used = new Set([...view.groups.map((group) => group.unit), query.unit]);
  const unitOptions = [...units].filter(([slug]) => used.has(slug)).map(([slug, unit]) => ({ value: slug, text: inLang(unit.body.name, lang) }));
  const themeOptions = themes.map((theme) => ({ value: theme, text: words.theme[theme] }));
  const rare = [query.decided, query.character, query.scope, query.unit, query.holder, query.on].some((value) => value !== undefined);
  const field = (name: keyof typeof texts.filters) => ({ name, label: texts.filters[name], lang });
  return (
    <FilterForm
      lang={lang}
      action={listAddress(lang)}
      keep={query.view === 'table' ? {} : { view: query.view }}
      sorts
      open={filtersIn(query).length > 0 || query.on !== undefined}
      below={
        <details class="kg-more" open={rare}>
          <summary>{texts.more}</summary>
          <div class="kg-more__fields">
            <Select {...field('decided')} value={query.decided ?? ''} options={options(deciders, words.decidedBy)} />
            <Select {...field('character')} value={query.character ?? ''} options={options(characters, words.character)} />
            <Select {...field('scope')} value={query.scope ?? ''} options={options(listedScopes, words.scope)} />
            <Select {...field('holder')} value={query.holder ?? ''} options={options(holderKinds, words.holder)} />
            <Select {...field('unit')} value={query.unit ?? ''} options={[any, ...unitOptions.toSorted(byText)]} />
            <TextInput {...field('on')} type="date" value={view.on} />
          </div>
        </details>
      }
    >
      <TextInput {...field('q')} type="search" value={query.q} maxlength={100} />
      <Select {...field('status')} value={query.status ?? ''} options={options(listedStatuses, words.status)} />
      <Select {...field('theme')} value={query.theme ?? ''} options={[any, ...themeOptions.toSorted(byText)]} />
      <Select {...field('sort')} value={query.order} options={periodOrders.map((value) => ({ value, text: texts.sorts[value] }))} />
    </FilterForm>
  );
};
