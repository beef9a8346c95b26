import type { Lang } from './lang.ts';
import { months } from './months.ts';

const noBreakSpace = '\u00a0';
const wordJoiner = '\u2060';

/** Polish type does not leave a one-letter word at the end of a line. */
const oneLetterWord = /(?<=^|[\s([„”"'–-])([aiouwz]) (?=\S)/giu;

/** `e-mail`, `e-usługa`: one letter and a hyphen do not stay behind at the end of a line. */
const letterAndHyphen = /(?<=^|[\s([„”"'])(e)-(?=\p{L})/giu;

/** `4 000`, `1 250 000`. */
const groupedNumber = /(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)/gu;

/** `2–5`: a line may break after the dash unless a word joiner forbids it (Unicode, UAX 14, class BA). */
const rangeDash = /(?<=\d)–(?=\d)/gu;

/** A line does not begin with a dash. */
const spacedDash = /(?<=\S) (?=– )/gu;

const linkWords: Record<Lang, readonly string[]> = {
  pl: ['ale', 'bez', 'dla', 'do', 'ku', 'lub', 'na', 'nad', 'nie', 'od', 'oraz', 'po', 'pod', 'przy', 'są', 'się', 'to', 'we', 'za', 'ze', 'że'],
  en: [
    'also',
    'and',
    'are',
    'as',
    'at',
    'but',
    'by',
    'for',
    'from',
    'has',
    'have',
    'in',
    'is',
    'it',
    'of',
    'on',
    'or',
    'that',
    'the',
    'they',
    'this',
    'to',
    'was',
    'were',
    'when',
    'with',
  ],
};

/** What stays with the number before it: signs, units, words of up to four letters (`zł`, `r.`, `tys.`, `lat`, `km`) that are not mere link words, and months. */
function afterNumber(lang: Lang): RegExp {
  const month = months[lang].genitive.join('|');
  const linking = linkWords[lang].join('|');
  return new RegExp(`(?<=\\d) (?=(?:[%‰°€$]|(?:${month})(?!\\p{L})|[mglh](?![\\p{L}\\p{N}])|[rw]\\.|(?!(?:${linking})(?!\\p{L}))\\p{L}{2,4}(?!\\p{L})))`, 'gu');
}

const numberAndUnit: Record<Lang, RegExp> = { pl: afterNumber('pl'), en: afterNumber('en') };

/** Plain text as a typesetter would leave it: no-break spaces and word joiners where a line must not break. Doing it twice changes nothing. */
export function tidy(text: string, lang: Lang): string {
  // A page asks hundreds of times, and mostly for what pages before it have asked for.
  const known = tidied[lang].get(text);
  if (known !== undefined) return known;
  const made = tidiedAnew(text, lang);
  if (text.length > longestKept) return made;
  if (tidied[lang].size >= mostKept) tidied[lang].clear();
  tidied[lang].set(text, made);
  return made;
}

// At most, a megabyte or so for each language.
const tidied: Record<Lang, Map<string, string>> = { pl: new Map(), en: new Map() };
const mostKept = 2_000;
const longestKept = 300;

function tidiedAnew(text: string, lang: Lang): string {
  // Each pattern that cannot match is left out.
  const hasDigit = digit.test(text);
  const whole = text.includes('-') ? text.replace(letterAndHyphen, `$1-${wordJoiner}`) : text;
  if (!text.includes(' ')) return hasDigit ? whole.replace(rangeDash, `–${wordJoiner}`) : whole;
  const words = lang === 'pl' ? whole.replace(oneLetterWord, `$1${noBreakSpace}`) : whole;
  const numbers = hasDigit
    ? words
        .replace(groupedNumber, (number) => number.replaceAll(' ', noBreakSpace))
        .replace(numberAndUnit[lang], noBreakSpace)
        .replace(hourAhead, noBreakSpace)
        .replace(rangeDash, `–${wordJoiner}`)
    : words;
  return numbers.includes('– ') ? numbers.replace(spacedDash, noBreakSpace) : numbers;
}

/** `godz. 12:00` */
const hourAhead = /(?<=(?:^|[^\p{L}])godz\.) (?=\d)/gu;
const digit = /\d/;
