import type { Lang } from '#lang/lang.ts';

/** The picture that stands beside links to the service, in each language. */
export const cardAddress = (lang: Lang): string => (lang === 'pl' ? '/pl/karta.png' : '/en/card.png');
