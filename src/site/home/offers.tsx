import { tidy } from '#lang/typography.ts';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { OfferLines } from '../offers/lines.tsx';
import { textsFor } from '../offers/texts.ts';
import type { Asked } from '../page.ts';
import type { HomeView } from './read.ts';

/** What can be used now or soon, by its date; nothing where there is nothing. */
export const OpenOffers = ({ view, asked: { lang, city } }: { view: HomeView; asked: Asked }) => {
  const texts = textsFor(lang).ofHome;
  if (view.offers.shown.length === 0) return null;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      <OfferLines offers={view.offers.shown} lang={lang} city={city} />
      <p>
        <a href={addressOf('offers', lang)}>{texts.all}</a> · <a href={addressOf('calendar', lang)}>{texts.calendar}</a>
      </p>
    </Section>
  );
};
