import { openData as en } from '#lang/en/open-data.ts';
import type { Lang } from '#lang/lang.ts';
import { openData as pl } from '#lang/pl/open-data.ts';
import type { Dataset } from './datasets.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** `example` is the name of the organisation that stands for all. */
export function datasetInWords({ name }: Dataset, example: string, lang: Lang): { name: string; text: string } {
  const { sets } = textsFor(lang);
  return name === 'organisation' ? { name: sets.organisation(example), text: sets.organisationText } : sets[name];
}
