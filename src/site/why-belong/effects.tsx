import type { Lang } from '#lang/lang.ts';
import { dateInWords } from '#lang/dates.ts';
import { amountInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, type StandingEffect } from '#register/index.ts';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from './texts.ts';

type EffectsProps = { effects: readonly StandingEffect[]; all: readonly StandingEffect[]; notes: SourceNotes; lang: Lang };

/** Effects in a list, each at an anchor of its own: the address of its record leads there. */
export const Effects = ({ effects, all, notes, lang }: EffectsProps) => (
  <ul class="kg-ev">
    {effects.map((effect) => (
      <li id={effect.slug}>
        <span class="when">{effect.body.date === null ? textsFor(lang).noDate : tidy(dateInWords(effect.body.date, lang), lang)}</span>
        <div>
          <p>
            <InLang text={effect.body.title} lang={lang} />{' '}
            <span class="kg-nb">
              <a href={addressOf('organisation', lang, { slug: effect.organisation.slug })}>
                <InLang text={effect.organisation.body.shortName} lang={lang} note={false} />
              </a>
              <SourceRefs numbers={notes.refs(effect.body.sources, effect.body.sourceIds)} lang={lang} />
            </span>
          </p>
          <p class="kg-traits">
            {traitsOf(effect, lang).join(' · ')}
            <Twins effect={effect} all={all} lang={lang} />
          </p>
          {effect.body.note && (
            <p class="kg-traits">
              <InLang text={effect.body.note} lang={lang} />
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
);

function traitsOf({ body }: StandingEffect, lang: Lang): string[] {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const money = (amount: string): string => (body.currency === undefined ? amount : amountInWords(amount, body.currency, lang));
  return [
    words.measurable[body.measurable ? 'true' : 'false'],
    words.effectLevel[body.level],
    words.reportedBy[body.reportedBy],
    ...(body.amount === undefined ? [] : [texts.amount(money(body.amount)), body.cityShare === undefined ? texts.shareUnknown : texts.cityShare(money(body.cityShare))]),
    ...(body.headCount === undefined ? [] : [texts.people(body.headCount)]),
  ].map((trait) => tidy(trait, lang));
}

/** The other records of the same thing, where it is told more than once. */
const Twins = ({ effect, all, lang }: { effect: StandingEffect; all: readonly StandingEffect[]; lang: Lang }) => {
  const twins = effect.body.sameThing === undefined ? [] : all.filter((other) => other.body.sameThing === effect.body.sameThing && other.slug !== effect.slug);
  if (twins.length === 0) return null;
  const nameOf = (twin: StandingEffect): string => {
    const when = twin.body.date === null ? textsFor(lang).noDate : dateInWords(twin.body.date, lang);
    return tidy(`${inLang(twin.organisation.body.shortName, lang)}, ${when}`, lang);
  };
  return (
    <>
      {` · ${textsFor(lang).countedWith} `}
      {twins.map((twin, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${twin.slug}`}>{nameOf(twin)}</a>
        </>
      ))}
    </>
  );
};
