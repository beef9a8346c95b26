import { ofIndex, type Assessment } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Plane, type PlaneMark } from '#ui/figures/plane.tsx';
import { InLang, textIn } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from '../texts.ts';
import type { CycleFigures, MembershipFigures } from './figures.ts';
import { findingOf } from './sentences.ts';

/** Where the answer of one membership stands on the page. */
export const answerId = (membership: string): string => `m-${membership}`;

/** For how many of the assessed memberships the cash they ask is known: the standing notice says so. */
export function costsKnown({ criteria, memberships }: Assessment): { known: number; of: number } {
  const cash = new Set(ofIndex(criteria, 'asks').flatMap(({ code, indicator }) => (indicator === 'cash' ? [code] : [])));
  return { known: memberships.filter(({ scores }) => scores.some(({ criterion, state }) => cash.has(criterion) && state !== 'unknown')).length, of: memberships.length };
}

export const StandingNotice = ({ body, lang }: { body: Assessment; lang: Lang }) => {
  const { known, of } = costsKnown(body);
  return (
    <div class="kg-notice" role="note">
      <p>{tidy(textsFor(lang).cycle.notice(known, of), lang)}</p>
    </div>
  );
};

/** The plane: benefits against asks, each with what is not known. */
export const PlaneSection = ({ slug, body, figures, all, lang }: { slug: string; body: Assessment; figures: CycleFigures; all: readonly MembershipFigures[]; lang: Lang }) => {
  const { plane } = textsFor(lang);
  const drawn = all.filter(({ result }) => result.indication !== 'tooLittleData');
  const marks = [...drawn, ...all.filter((one) => !drawn.includes(one))].map(({ one, result }, place): PlaneMark => {
    const name = textIn(one.name, lang);
    const of = result.indication === 'tooLittleData' ? null : result.indication;
    return {
      number: result.indication === 'tooLittleData' ? null : place + 1,
      name: name.text,
      nameLang: name.lang === lang ? undefined : name.lang,
      href: `#${answerId(one.membership)}`,
      asks: result.asks,
      benefits: result.benefits,
      of,
    };
  });
  const { low, middle, high } = figures.thresholds;
  const without = all.filter(({ result }) => result.indication === 'tooLittleData');
  return (
    <Section id={plane.id} heading={tidy(plane.heading, lang)} intro={tidy(plane.intro, lang)} wide>
      <StandingNotice body={body} lang={lang} />
      <p class="kg-finding kg-finding--wide">{tidy(findingOf(body.results, lang), lang)}</p>
      <div class="kg-plane">
        <Plane
          id="plane-drawn"
          marks={marks}
          lines={{ limits: body.reference.limits, just: [low.just, middle.just, high.just], clear: [low.clear, middle.clear, high.clear] }}
          lang={lang}
          csvHref={`${addressOf('assessmentCycle', lang, { slug })}.csv`}
        />
        <div>
          <h3>{tidy(plane.marks, lang)}</h3>
          <ol class="kg-marks">
            {drawn.map(({ one, result }, place) => (
              <li>
                <b>{place + 1}</b>
                <a href={`#${answerId(one.membership)}`}>
                  <InLang text={one.name} lang={lang} note={false} />
                </a>
                <small>{wordsFor(lang).indication[result.indication]}</small>
              </li>
            ))}
          </ol>
          {without.length > 0 && (
            <p class="kg-quiet">
              {tidy(plane.notDrawn(without.length), lang)}{' '}
              {without.map(({ one }, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={`#${answerId(one.membership)}`}>
                    <InLang text={one.name} lang={lang} note={false} />
                  </a>
                </>
              ))}
            </p>
          )}
        </div>
      </div>
      <h3>{tidy(plane.read, lang)}</h3>
      <dl class="kg-reading">
        {plane.reading.map(([term, text]) => (
          <div>
            <dt>{term}</dt>
            <dd>{tidy(text, lang)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
