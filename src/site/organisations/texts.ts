import { organisations as en } from '#lang/en/organisations.ts';
import type { Lang } from '#lang/lang.ts';
import { organisations as pl } from '#lang/pl/organisations.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import type { FilterName } from './query.ts';
import type { ListView } from './read.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** A filter in use, in words: `Stan: czynne`. */
export function filterInWords(name: FilterName, { query, units }: Pick<ListView, 'query' | 'units'>, lang: Lang): string {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const unit = query.unit === undefined ? undefined : units.get(query.unit);
  const values: Record<FilterName, string | undefined> = {
    q: query.q,
    status: query.status && words.status[query.status],
    decided: query.decided && words.decidedBy[query.decided],
    character: query.character && words.character[query.character],
    scope: query.scope && words.scope[query.scope],
    theme: themeInWords(query.theme, lang),
    unit: unit && inLang(unit.body.name, lang),
    holder: query.holder && words.holder[query.holder],
  };
  const value = values[name] ?? '';
  return name === 'q' ? texts.searched(value) : texts.applied(texts.filters[name], value);
}

const themeInWords = (theme: string | undefined, lang: Lang): string | undefined => Object.entries(wordsFor(lang).theme).find(([name]) => name === theme)?.[1];
