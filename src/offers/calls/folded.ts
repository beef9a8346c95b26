import { fold } from '#basics/fold.ts';
import { langs } from '#lang/lang.ts';
import { inLang } from '#register/index.ts';
import type { Offer } from './offer.ts';

/** The words by which lists of offers are searched, in both languages. */
export const foldedOf = (body: Pick<Offer, 'title' | 'organiser' | 'audienceNote'>): string =>
  fold(langs.flatMap((lang) => [body.title, body.organiser, body.audienceNote].flatMap((one) => (one ? [inLang(one, lang)] : []))).join(' '));
