import { placeName } from '#insight/index.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang, type Concerned } from '#register/index.ts';
import type { FoundCity, FoundRecord } from './read.ts';

/** The city's name in the reader's language, or as the lists have it. */
export const cityName = ({ geonames, name }: Pick<FoundCity, 'geonames' | 'name'>, lang: Lang): string => (geonames === null ? name : placeName({ geonames, place: name }, lang));

/** Kinds whose own title says nothing without the organisation: "membership", "fee 2019". */
const titledByOrganisation = new Set(['membership', 'ask']);

export function titleParts(record: Pick<FoundRecord, 'kind' | 'title' | 'organisations'>): { organisation: Concerned['shortName'] | undefined; title: string } {
  return { organisation: titledByOrganisation.has(record.kind) ? record.organisations[0]?.shortName : undefined, title: record.title };
}

/** The title as one line, for programs and for suggestions. */
export function wholeTitle(record: Pick<FoundRecord, 'kind' | 'title' | 'organisations'>, lang: Lang): string {
  const { organisation, title } = titleParts(record);
  return organisation === undefined ? title : `${inLang(organisation, lang)}: ${title}`;
}
