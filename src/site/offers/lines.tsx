import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { EffectList } from '#ui/dated-lists.tsx';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import type { StatedOffer } from './read.ts';
import { WhenCell } from './table.tsx';
import { offeredByInWords, stateInWords } from './texts.ts';

/** Offers in few words: the state, the name, the kind and the dates. `by` names whoever offers it. */
export const OfferLines = ({ offers, lang, city, by = true }: { offers: readonly StatedOffer[]; lang: Lang; city: City; by?: boolean }) => (
  <EffectList
    lang={lang}
    items={offers.map((offer) => ({
      when: stateInWords(offer, lang),
      heading: (
        <a href={addressOf('offer', lang, { slug: offer.slug })}>
          <InLang text={offer.body.title} lang={lang} note={false} />
        </a>
      ),
      kind: tidy([wordsFor(lang).offerType[offer.body.type], ...(by ? [offeredByInWords(offer, lang)] : [])].join(' · '), lang),
      text: <WhenCell offer={offer} lang={lang} city={city} />,
    }))}
  />
);
