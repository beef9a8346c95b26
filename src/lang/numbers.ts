import type { Lang } from './lang.ts';

const locales = { pl: 'pl-PL', en: 'en-GB' } as const;

/** Polish counts in `one` (1 miasto), `few` (2 miasta), `many` (5 miast) and, for fractions, `other` (1,5 miasta); English in `one` and `other`. */
export type Forms = { one: string; few: string; many: string; other: string } | { one: string; few?: never; many?: never; other: string };

const rules = { pl: new Intl.PluralRules(locales.pl), en: new Intl.PluralRules(locales.en) };

/** The form that the number asks for, without the number. */
export function plural(n: number, lang: Lang, forms: Forms): string {
  switch (rules[lang].select(n)) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few ?? forms.other;
    case 'many':
      return forms.many ?? forms.other;
    default:
      return forms.other;
  }
}

// Polish would leave four digits together; in tables and beside longer amounts they are read more easily in groups.
const grouping = { useGrouping: 'always' } as const;
const plain = { pl: new Intl.NumberFormat(locales.pl, grouping), en: new Intl.NumberFormat(locales.en, grouping) };

/** Whole numbers below a thousand are written alike everywhere, and most are such: a page asks for hundreds. */
export const numberInWords = (n: number, lang: Lang): string => (n >= 0 && n < 1000 && Number.isInteger(n) ? String(n) : plain[lang].format(n));

/**
 * An amount in the currency it was paid in, by its code, for `$` and `kr` are several currencies: `4 000 USD`, `USD 649.50`. Złotys are `zł` to a Polish
 * reader, who writes them so, and `PLN` to others. Whole amounts have no decimals.
 *
 * @throws RangeError where the amount is not a decimal such as 649.50 or the currency is not a code of three letters.
 */
export function amountInWords(decimal: string, currency: string, lang: Lang): string {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new RangeError(`${JSON.stringify(decimal)} is not an amount such as 4000 or 649.50`);
  const amount = Number(decimal);
  const digits = Number.isInteger(amount) ? 0 : 2;
  return formatOf(lang, currency, digits).format(amount);
}

// To make a format takes a hundred times as long as to use one, and there are no more currencies than countries.
const amounts = new Map<string, Intl.NumberFormat>();

function formatOf(lang: Lang, currency: string, digits: 0 | 2): Intl.NumberFormat {
  const key = `${lang} ${currency} ${digits}`;
  const known = amounts.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[lang], {
    ...grouping,
    style: 'currency',
    currency,
    currencyDisplay: isSigned(currency, lang) ? 'symbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  amounts.set(key, made);
  return made;
}

const isSigned = (currency: string, lang: Lang): boolean => currency === 'PLN' && lang === 'pl';

/** What stands beside an amount in this currency: `zł` in Polish, and otherwise the code. */
export const currencyMark = (currency: string, lang: Lang): string => (isSigned(currency, lang) ? 'zł' : currency);

// The tables of the National Bank of Poland have four decimals, and 4.3 in the record is 4.3000 there.
const rateDecimals = { minimumFractionDigits: 4, maximumFractionDigits: 8 } as const;
const rates = { pl: new Intl.NumberFormat(locales.pl, rateDecimals), en: new Intl.NumberFormat(locales.en, rateDecimals) };

/** What a unit of a currency cost in złotys: `1 EUR = 4,3000 zł`, `EUR 1 = PLN 4.3000`. */
export function rateInWords(currency: string, pln: number, lang: Lang): string {
  const rate = rates[lang].format(pln);
  return lang === 'pl' ? `1\u00a0${currency} = ${rate}\u00a0zł` : `${currency}\u00a01 = PLN\u00a0${rate}`;
}

const lists = { pl: new Intl.ListFormat(locales.pl, { type: 'conjunction' }), en: new Intl.ListFormat(locales.en, { type: 'conjunction' }) };

/** `Kraków, Gdańsk i Toruń`. */
export const listInWords = (items: readonly string[], lang: Lang): string => lists[lang].format(items);

export type CountQualifier = 'exactly' | 'over' | 'almost' | 'about';

const qualifiers: Record<Lang, Record<CountQualifier, string>> = {
  pl: { exactly: '', over: 'ponad ', almost: 'blisko ', about: 'około ' },
  en: { exactly: '', over: 'over ', almost: 'almost ', about: 'about ' },
};

/** A count as exact as its source gives it: `ponad 300`, `almost 200`. */
export const countInWords = (count: number, qualifier: CountQualifier, lang: Lang): string => qualifiers[lang][qualifier] + numberInWords(count, lang);
