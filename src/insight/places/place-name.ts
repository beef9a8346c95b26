import { placeNames as en } from '#lang/en/place-names.ts';
import type { Lang } from '#lang/lang.ts';
import { placeNames as pl } from '#lang/pl/place-names.ts';

const names = { pl, en };

/** A place's name in the reader's language; where that language has none of its own, the name that GeoNames gives. */
export const placeName = ({ geonames, place }: { geonames: number; place: string }, lang: Lang): string => names[lang][geonames] ?? place;
