import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { freshMonths, isFresh, ofStanding } from './summary-groups.ts';
import type { View } from './read.ts';
import { textsFor } from './texts.ts';

/** Does a membership exist, is it alive, and what did it bring: never one answer for the three. */
export const ThreeQuestions = ({ view, lang }: { view: View; lang: Lang }) => {
  const { three } = textsFor(lang);
  const { lasting, unclear, ended } = ofStanding(view.summary);
  const fresh = lasting.filter((one) => isFresh(one, view.summary.on));
  const list = addressOf('organisations', lang);
  return (
    <Section id={three.id} heading={tidy(three.heading, lang)} intro={tidy(three.intro, lang)} wide>
      <ol class="kg-three">
        <li>
          <h3>{tidy(three.exists, lang)}</h3>
          <p class="kg-big">
            <a href={`${list}?status=active`}>{tidy(three.existsFigure(lasting.length, unclear.length), lang)}</a>
          </p>
          <p>{tidy(three.existsText(ended.length), lang)}</p>
          {unclear.length > 0 && (
            <p>
              {three.unclear}{' '}
              {unclear.map((one, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={addressOf('organisation', lang, { slug: one.organisation })}>
                    <InLang text={one.name} lang={lang} note={false} />
                  </a>
                </>
              ))}
              .
            </p>
          )}
        </li>
        <li>
          <h3>{tidy(three.alive, lang)}</h3>
          <p class="kg-big">{tidy(three.aliveFigure(fresh.length, lasting.length), lang)}</p>
          <p>{tidy(three.aliveText(freshMonths), lang)}</p>
        </li>
        <li>
          <h3>{tidy(three.worth, lang)}</h3>
          <p class="kg-big">{view.cycle === null ? three.worthNone : three.worthFigure(view.cycle.body.year)}</p>
          <p>{tidy(view.cycle === null ? three.worthNoneText : three.worthText, lang)}</p>
          {view.cycle !== null && (
            <p>
              <a href={`#${textsFor(lang).plane.id}`}>{three.worthLink}</a>
            </p>
          )}
        </li>
      </ol>
    </Section>
  );
};
