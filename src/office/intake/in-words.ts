import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords } from '#lang/numbers.ts';
import { languageName } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import { deadlineOf, type Finding } from '#offers/index.ts';
import { textsFor } from './texts.ts';

/** What was read, as people say it; `names` are those of organisations by their slug. */
export function valueInWords({ field, value }: Pick<Finding, 'field' | 'value'>, lang: Lang, names: ReadonlyMap<string, string>): string {
  const { values } = textsFor(lang);
  const words = wordsFor(lang);
  const among = (catalogue: object): string => new Map<string, string>(Object.entries(catalogue)).get(value) ?? value;
  switch (field) {
    case 'title':
      return values.title(value.slice(3), value.startsWith('pl:') ? 'pl' : 'en');
    case 'organisation':
      return names.get(value) ?? value;
    case 'type':
      return among(words.offerType);
    case 'deadline': {
      const read = deadlineOf(value);
      return read === undefined ? value : values.deadline(dateInWords(read.date, lang), read.time ?? null, read.zone);
    }
    case 'opens':
    case 'begins':
    case 'ends':
    case 'other':
      return dateInWords(value, lang);
    case 'quota':
      return values.quota(Number(value));
    case 'intermediary':
      return among(words.intermediaryNeeded);
    case 'goodStanding':
      return among(words.goodStanding);
    case 'audiences':
      return among(words.audience);
    case 'languages':
      return languageName(value, lang);
    case 'money': {
      const [amount = '', currency = ''] = value.split(' ');
      return amountInWords(amount, currency, lang);
    }
    case 'url':
      return value;
  }
}
