import { tidy } from '#lang/typography.ts';
import { Section } from '#ui/section.tsx';
import type { Asked } from '../page.ts';
import { OfferLines } from '../offers/lines.tsx';
import { offersAddress } from '../offers/query.ts';
import { textsFor } from '../offers/texts.ts';
import type { View } from './read.ts';

/** More are left to the list. */
const shownAtMost = 8;

/** What the organisation opens to others: what can be used now first. */
export const OffersSection = ({ view, asked: { lang, city } }: { view: View; asked: Asked }) => {
  const texts = textsFor(lang).ofOrganisation;
  const { offers, record } = view;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      {offers.length === 0 ? <p class="kg-quiet">{tidy(texts.none, lang)}</p> : <OfferLines offers={offers.slice(0, shownAtMost)} lang={lang} city={city} by={false} />}
      {offers.length > 0 && (
        <p>
          <a href={offersAddress(lang, { organisation: record.slug, state: 'all' })}>{texts.all(offers.length)}</a>
        </p>
      )}
    </Section>
  );
};
