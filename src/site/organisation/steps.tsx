import type { Child } from 'hono/jsx';
import type { Lang } from '#lang/lang.ts';
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
    const next = steps[index + 1];
    const days = next ? daysBetweenSteps(step, next) : null;
    return {
      date: <StepDate step={step} sources={sources} lang={lang} notes={notes} />,
      title: sentenceCase(wordsFor(lang).step[step.kind]),
      lines: linesOf(step, { act: step.act === undefined ? undefined : acts.get(step.act), sources, lang, notes }),
      gap: days === null || days < 1 ? undefined : texts.join.gap(days),
      state: step.kind === 'founding' && !period.body.founder ? 'pre' : index === last && period.status === 'active' ? 'now' : 'done',
    };
  });
  return <Steps steps={shown} />;
};

const StepDate = ({ step, sources, lang, notes }: { step: Step; sources: Membership['sources']; lang: Lang; notes: SourceNotes }) => (
  <Claimed claims={step.date} show={(date) => <Moment at={date} lang={lang} />} unknown={textsFor(lang).unknown.date} sources={sources} notes={notes} lang={lang} short />
);

type Around = { act: Kept<Act> | undefined; sources: Membership['sources']; lang: Lang; notes: SourceNotes };

function linesOf(step: Step, { act, sources, lang, notes }: Around): Child[] {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const refs = <SourceRefs numbers={notes.refs(sources, step.sourceIds)} lang={lang} />;
  const lines: Child[] = [];
  if (act) {
    const common = { sources: act.body.sources, notes, lang, short: true };
    lines.push(
      <>
        {step.by.length === 0 && (
          <>
            <Claimed claims={act.body.body} show={(body) => words.actBody[body]} unknown={texts.unknown.body} {...common} />
            <br />
          </>
        )}
        <a href={addressOf('act', lang, { slug: act.slug })}>
          {act.body.number.length === 0 ? (
            <Unknown lang={lang}>{texts.unknown.number}</Unknown>
          ) : (
            act.body.number.map((claim) => claim.value).join(lang === 'pl' ? ' albo ' : ' or ')
          )}
        </a>
        {refs}
      </>,
    );
  }
  if (step.by.length > 0)
    lines.push(<Claimed claims={step.by} show={(by) => <InLang text={by} lang={lang} note={false} />} unknown="" sources={sources} notes={notes} lang={lang} short />);
  if (step.inferred) lines.push(<Unknown lang={lang}>{texts.join.inferred}</Unknown>);
  if (step.note || !act)
    lines.push(
      <>
        {step.note && <InLang text={step.note} lang={lang} />}
        {!act && refs}
      </>,
    );
  return lines;
}
