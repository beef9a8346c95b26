import type { Child } from '#markup/markup.ts';
import type { Decision, MembershipSummary } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { Kept } from '#register/index.ts';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { effectsOf } from '../addresses.ts';
import type { CycleView } from '../read.ts';
import { textsFor } from '../texts.ts';
import { IndicationTag } from './classes-section.tsx';
import type { MembershipFigures } from './figures.ts';
import { answerId } from './plane-section.tsx';
import { sayings } from './reading.ts';
import { aliveInWords, changeInWords, existsInWords, sinceInWords, worthInWords } from './sentences.ts';

type AnswersProps = {
  cycle: CycleView;
  all: readonly MembershipFigures[];
  /** What the register says today, where the page shows it. */
  today?: readonly MembershipSummary[];
  notes: SourceNotes;
  lang: Lang;
  /** What follows each membership: its indicators, or the way to them. */
  more: (one: MembershipFigures) => Child;
};

/** Per membership the three answers, kept apart, each with its reason; then what would change them, and what was decided. */
export const Answers = ({ cycle, all, today, notes, lang, more }: AnswersProps) => {
  const { answers } = textsFor(lang);
  return (
    <Section id={answers.id} heading={tidy(answers.heading, lang)} intro={tidy(answers.intro, lang)} wide>
      {all.map((figures) => {
        const { one, result } = figures;
        const decisions = cycle.decisions.filter(({ body }) => body.membership === one.membership);
        const change = changeInWords(figures, lang);
        const now = today?.find(({ membership }) => membership === one.membership);
        const isOther = now !== undefined && now.status !== 'active' && now.status !== 'suspended';
        return (
          <article class="kg-answer" id={answerId(one.membership)} aria-labelledby={`${answerId(one.membership)}-name`}>
            <header>
              <h3 id={`${answerId(one.membership)}-name`}>
                <InLang text={one.name} lang={lang} note={false} />
              </h3>
              <IndicationTag indication={result.indication} lang={lang} />
            </header>
            <div class="kg-answer__three">
              <Answer heading={answers.exists} lines={[existsInWords(cycle.body, lang), ...(isOther ? [sayings(lang).now(wordsFor(lang).status[now.status])] : [])]} lang={lang} />
              <Answer heading={answers.alive} lines={aliveInWords(figures, cycle.body, lang)} lang={lang} />
              <Answer heading={answers.worth} lines={worthInWords(figures, cycle.body, lang)} lang={lang} />
            </div>
            <div class="kg-answer__three">
              {change.length > 0 && <Answer heading={answers.change} lines={change} lang={lang} />}
              {cycle.before !== null && <Answer heading={answers.since} lines={sinceInWords(figures, cycle.body, cycle.before.body, lang)} lang={lang} />}
              {decisions.length > 0 && (
                <div>
                  <h4>{tidy(answers.decided, lang)}</h4>
                  {decisions.map((decision) => (
                    <Decided decision={decision} notes={notes} lang={lang} />
                  ))}
                </div>
              )}
            </div>
            <p class="kg-answer__links">
              <a href={effectsOf(one.organisation, lang)}>
                {answers.effects}
                <span class="kg-vh">
                  : <InLang text={one.name} lang={lang} note={false} />
                </span>
              </a>
              {more(figures)}
            </p>
          </article>
        );
      })}
    </Section>
  );
};

const Answer = ({ heading, lines, lang }: { heading: string; lines: readonly string[]; lang: Lang }) => (
  <div>
    <h4>{tidy(heading, lang)}</h4>
    {lines.map((line) => (
      <p>{tidy(line, lang)}</p>
    ))}
  </div>
);

/** The tool only proposes: what people decided stands beside, with its reason and its act. */
const Decided = ({ decision: { slug, body }, notes, lang }: { decision: Kept<Decision>; notes: SourceNotes; lang: Lang }) => {
  const words = sayings(lang);
  const { course, decidedBy } = wordsFor(lang);
  const said = words.decided(course[body.course], decidedBy[body.decidedBy], dateInWords(body.date, lang));
  return (
    <div id={slug}>
      <p>
        <b>{tidy(said.charAt(0).toLocaleUpperCase(lang) + said.slice(1), lang)}</b>
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
      </p>
      <p>
        <InLang text={body.reason} lang={lang} />
      </p>
      {(body.followUp !== undefined || body.due !== undefined) && (
        <p>
          {body.followUp && <InLang text={body.followUp} lang={lang} />} {body.due !== undefined && tidy(words.due(dateInWords(body.due, lang)), lang)}
        </p>
      )}
      {body.act !== undefined && (
        <p>
          <a href={addressOf('act', lang, { slug: body.act })}>{words.act}</a>
        </p>
      )}
    </div>
  );
};
