import { countryName, currencyName, languageName } from '#lang/names.ts';
import type { Lang } from '#lang/lang.ts';
import type { Option, Shown } from './shown.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

// What the language knows no name for is nobody's code.
const countries = (lang: Lang): Option[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => (countryName(code, lang) === code || code === 'ZZ' ? [] : [{ value: code, text: countryName(code, lang) }]));

const kept = new Map<Lang, Option[]>();
const countriesOf = (lang: Lang): Option[] => kept.get(lang) ?? kept.set(lang, countries(lang)).get(lang) ?? [];

const currencies = ['PLN', 'EUR', 'USD', 'CHF', 'GBP', 'NOK', 'SEK', 'DKK', 'CZK', 'HUF', 'JPY', 'CAD'];
const languages = ['pl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'cs', 'sk', 'uk', 'lt', 'hu', 'sv', 'no', 'fi', 'da', 'el', 'hr', 'ro', 'ja'];

const List = ({ id, options }: { id: string; options: readonly Option[] }) => (
  <datalist id={id}>
    {options.map(({ value, text }) => (
      <option value={value}>{text}</option>
    ))}
  </datalist>
);

/** What can be chosen while one types; every field takes the value by hand too, so nothing here is needed. */
export const Datalists = ({ shown, places }: { shown: Shown; places: readonly string[] }) => (
  <>
    {[...shown.options].map(([kind, options]) => (
      <List id={`list-${kind}`} options={options} />
    ))}
    <List id="list-country" options={countriesOf(shown.lang)} />
    <List id="list-currency" options={currencies.map((value) => ({ value, text: currencyName(value, shown.lang) }))} />
    <List id="list-language" options={languages.map((value) => ({ value, text: languageName(value, shown.lang) }))} />
    <datalist id="list-place">
      {places.map((place) => (
        <option value={place}>{place}</option>
      ))}
    </datalist>
  </>
);
