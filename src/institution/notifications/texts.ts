import { notifications as en } from '#lang/en/notifications.ts';
import type { Lang } from '#lang/lang.ts';
import { notifications as pl } from '#lang/pl/notifications.ts';
import type { Filter, OfferedBy } from '#offers/index.ts';
import { filtersIn } from '#site/offers/query.ts';
import { filterInWords } from '#site/offers/texts.ts';
import { queryOf } from './choice.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** A choice of offers in words: „Temat: kultura, tylko otwarte teraz”. */
export function choiceInWords(filter: Filter, organisations: readonly OfferedBy[], lang: Lang): string {
  const texts = textsFor(lang);
  const query = queryOf(filter);
  const said = filtersIn(query).map((name) => filterInWords(name, query, organisations, lang));
  const all = [...said, ...(filter.open === true ? [texts.form.states.open] : [])];
  return all.length === 0 ? texts.kept.everything : all.join(', ');
}
