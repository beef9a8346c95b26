import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { figureWords } from '#ui/figures/words.ts';
import type { CoverageCounts } from './shared-places.ts';

export const cityName = (city: City, lang: Lang): string => (lang === 'pl' ? city.name.pl.nominative : city.name.en);
/** "From Kraków": Polish asks for the genitive. */
export const cityOf = (city: City, lang: Lang): string => (lang === 'pl' ? city.name.pl.genitive : city.name.en);

/** Which lists of members are known, and how complete they are. */
export const coverageInWords = ({ organisations, listed, complete, nearComplete, partial }: CoverageCounts, lang: Lang): string =>
  figureWords(lang).coverage.lists(listed, organisations, { complete, nearComplete, partial });
