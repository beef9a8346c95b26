import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from './figures.ts';
import type { HomeView } from './read.ts';

/** The areas of benefit, each with what counts in it out of what was recorded. */
export const WhyBelong = ({ view, lang }: { view: HomeView; lang: Lang }) => {
  const { why } = textsFor(lang);
  const words = wordsFor(lang);
  const address = addressOf('whyBelong', lang);
  return (
    <Section id={lang === 'pl' ? 'dlaczego' : 'why'} heading={tidy(why.heading, lang)} intro={tidy(why.intro, lang)}>
      {view.effects.byArea.length === 0 ? (
        <p>{why.none}</p>
      ) : (
        <ul class="kg-tally">
          {view.effects.byArea.map(({ area, counting, recorded }) => (
            <li>
              <a href={`${address}#${area}`}>{words.area[area]}</a>
              <span>
                <b>{numberInWords(counting, lang)}</b>
                {recorded > counting && <small> {why.of(recorded)}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={address}>{why.all}</a>
      </p>
    </Section>
  );
};
