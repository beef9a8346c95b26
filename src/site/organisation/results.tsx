import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { countThings, type StandingEffect } from '#register/index.ts';
import { EffectList, type EffectItem } from '#ui/dated-lists.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import type { View } from './read.ts';
import { byStanding, isToldTwice } from './standing-groups.ts';
import { sentenceCase, textsFor } from './texts.ts';

/** What counts as a result, and beside it, each under its own name, what does not. */
export const ResultsSection = ({ view, lang, notes }: { view: View; lang: Lang; notes: SourceNotes }) => {
  const texts = textsFor(lang);
  const { counted, beside } = byStanding(view.effects);
  const items = (effects: readonly StandingEffect[]) => effects.map((effect) => item(effect, view.effects, lang, notes));
  return (
    <Section id={texts.anchors.results} heading={tidy(texts.results.heading, lang)} intro={tidy(texts.results.counted(countThings(counted.map((effect) => effect.body))), lang)}>
      {counted.length > 0 && <EffectList lang={lang} items={items(counted)} />}
      {beside.map(({ standing, effects }) => (
        <div>
          <h3>{tidy(texts.results.beside[standing], lang)}</h3>
          <p class="kg-quiet">{tidy(texts.results.meaning[standing], lang)}</p>
          <EffectList lang={lang} items={items(effects)} />
        </div>
      ))}
      <p>
        <a href={addressOf('whyBelong', lang)}>{texts.results.all}</a>
      </p>
    </Section>
  );
};

function item(effect: StandingEffect, all: readonly StandingEffect[], lang: Lang, notes: SourceNotes): EffectItem {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const { body } = effect;
  const money = (amount: string): string => (body.currency === undefined ? amount : amountInWords(amount, body.currency, lang));
  const traits = [
    words.effectLevel[body.level],
    words.reportedBy[body.reportedBy],
    ...(body.amount === undefined ? [] : [money(body.amount), body.cityShare === undefined ? texts.happenings.shareUnknown : texts.happenings.share(money(body.cityShare))]),
    ...(body.headCount === undefined ? [] : [texts.results.people(body.headCount)]),
    ...(isToldTwice(effect, all) ? [texts.results.sameThing] : []),
  ];
  return {
    when: body.date === null ? texts.undated : tidy(dateInWords(body.date, lang), lang),
    heading: sentenceCase(words.area[body.area]),
    kind: words.measurable[body.measurable ? 'true' : 'false'],
    text: (
      <>
        <InLang text={body.title} lang={lang} />
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
        <span class="kg-nat">{tidy(traits.join(' · '), lang)}</span>
        {body.note && (
          <span class="kg-nat">
            <InLang text={body.note} lang={lang} />
          </span>
        )}
      </>
    ),
  };
}
