import type { Lang } from './lang.ts';

const locales = { pl: 'pl-PL', en: 'en-GB' } as const;

const countries = { pl: new Intl.DisplayNames(locales.pl, { type: 'region' }), en: new Intl.DisplayNames(locales.en, { type: 'region' }) };
const languages = { pl: new Intl.DisplayNames(locales.pl, { type: 'language' }), en: new Intl.DisplayNames(locales.en, { type: 'language' }) };

/** The country's name by its two letters (`NA` is Namibia); the letters themselves where nobody bears them. */
export function countryName(code: string, lang: Lang): string {
  const known = countriesSaid[lang].get(code);
  if (known !== undefined) return known;
  const name = countries[lang].of(code) ?? code;
  countriesSaid[lang].set(code, name);
  return name;
}

// There are a few hundred codes of two letters or three digits, and no others are taken.
const countriesSaid: Record<Lang, Map<string, string>> = { pl: new Map(), en: new Map() };

/** The language's name by its BCP 47 tag: `de` is `niemiecki`. */
export const languageName = (code: string, lang: Lang): string => languages[lang].of(code) ?? code;

const currencies = { pl: new Intl.DisplayNames(locales.pl, { type: 'currency' }), en: new Intl.DisplayNames(locales.en, { type: 'currency' }) };

/** The currency's name by its three letters: `NOK` is `korona norweska`. */
export const currencyName = (code: string, lang: Lang): string => currencies[lang].of(code) ?? code;

const collators = { pl: new Intl.Collator(locales.pl, { numeric: true }), en: new Intl.Collator(locales.en, { numeric: true }) };

/** Order of the language's dictionary, for `sort`: in Polish `Łódź` comes after `Lublin`, not after `Żory`. Numbers go by size: `act 9` before `act 10`. */
export const compareTexts = (lang: Lang): ((a: string, b: string) => number) => collators[lang].compare;
