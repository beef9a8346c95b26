import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { daysBetweenSteps, type Act, type Kept, type Membership } from '#register/index.ts';
import { Unknown } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Steps, type Step as Shown } from '#ui/steps.tsx';
import { addressOf } from '#web/paths.ts';
import { Claimed } from '../acts/claimed.tsx';
import { lapseBetween } from './lapse.ts';
import type { PeriodHeld } from './read.ts';
import { sentenceCase, textsFor } from './texts.ts';

type ChainProps = { period: PeriodHeld; acts: ReadonlyMap<string, Kept<Act>>; lang: Lang; notes: SourceNotes };
type Step = Membership['steps'][number];

/** The dated chain of steps, in whatever order life took, with the days between them where both are known to the day. */
export const StepChain = ({ period, acts, lang, notes }: ChainProps) => {
  const texts = textsFor(lang);
  const { steps, sources } = period.body;
  if (steps.length === 0) return <p>{texts.join.noSteps}</p>;
  const last = steps.length - 1;
  const shown = steps.map((step, index): Shown => {
    const { lines, title } = wordsOf(step, { act: step.act === undefined ? undefined : acts.get(step.act), sources, lang, notes });
    return {
      date: <StepDate step={step} sources={sources} lang={lang} notes={notes} />,
      title,
      lines,
      gap: gapAfter(step, steps[index + 1], lang),
      state: step.kind === 'founding' && !period.body.founder ? 'pre' : index === last && period.status === 'active' ? 'now' : 'done',
    };
  });
  return <Steps steps={shown} />;
};

const StepDate = ({ step, sources, lang, notes }: { step: Step; sources: Membership['sources']; lang: Lang; notes: SourceNotes }) => (
  <Claimed claims={step.date} show={(date) => <Moment at={date} lang={lang} />} unknown={textsFor(lang).unknown.date} sources={sources} notes={notes} lang={lang} short />
);

/** Only days known as such are counted: a gap between years would claim more than is known. */
function gapAfter(step: Step, next: Step | undefined, lang: Lang): string | undefined {
  if (next === undefined || daysBetweenSteps(step, next) === null) return undefined;
  const lapse = lapseBetween(step.date[0]?.value ?? '', next.date[0]?.value ?? '');
  return lapse === null ? undefined : tidy(textsFor(lang).lapse(lapse), lang);
}

type Around = { act: Kept<Act> | undefined; sources: Membership['sources']; lang: Lang; notes: SourceNotes };

/** What the step was, who took it, by which act, and what is to be said of it; the sources stand after the act, or else after the step's name. */
function wordsOf(step: Step, { act, sources, lang, notes }: Around): { title: Child; lines: Child[] } {
  const texts = textsFor(lang);
  const kind = sentenceCase(wordsFor(lang).step[step.kind]);
  const refs = <SourceRefs numbers={notes.refs(sources, step.sourceIds)} lang={lang} />;
  const common = { notes, lang, short: true };
  const by =
    step.by.length > 0 ? (
      <Claimed claims={step.by} show={(who) => <InLang text={who} lang={lang} note={false} />} unknown="" sources={sources} {...common} />
    ) : (
      act && <Claimed claims={act.body.body} show={(body) => wordsFor(lang).actBody[body]} unknown={texts.unknown.body} sources={act.body.sources} {...common} />
    );
  const lines: (Child | undefined)[] = [
    by,
    act && (
      <>
        <ActLink act={act} lang={lang} />
        {refs}
      </>
    ),
    step.inferred && <Unknown lang={lang}>{texts.join.inferred}</Unknown>,
    step.note && <InLang text={step.note} lang={lang} />,
  ];
  const title = act ? (
    kind
  ) : (
    <>
      {kind}
      {refs}
    </>
  );
  return { title, lines: lines.filter((line) => line !== undefined) };
}

/** Numbers that conflict stand side by side. Declarations and contracts bear none, so none is missed there. */
const ActLink = ({ act, lang }: { act: Kept<Act>; lang: Lang }) => {
  const texts = textsFor(lang);
  const { number, type } = act.body;
  const numbered = type === 'resolution' || type === 'ordinance' || type === 'decision' || type === 'consent';
  return (
    <>
      <a href={addressOf('act', lang, { slug: act.slug })}>{number.length === 0 ? wordsFor(lang).actType[type] : number.map((claim) => claim.value).join(` ${texts.or} `)}</a>
      {number.length === 0 && numbered && (
        <>
          , <Unknown lang={lang}>{texts.unknown.number}</Unknown>
        </>
      )}
    </>
  );
};
