import type { Child } from '#markup/markup.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { consentFinding, oddities, type Oddity } from '#register/index.ts';
import { SummaryList, type Fact } from '#ui/facts.tsx';
import { Note, Tag, Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Claimed } from '../acts/claimed.tsx';
import { lapseBetween } from './lapse.ts';
import { periodInHead } from './periods.ts';
import type { PeriodHeld, View } from './read.ts';
import { Remarks } from './remarks.tsx';
import { StepChain } from './steps.tsx';
import { sentenceCase, statusInWords, textsFor } from './texts.ts';

type PeriodProps = { view: View; period: PeriodHeld; lang: Lang; notes: SourceNotes };

/** One period of belonging: how it came about, on whose decision, in what character, and what a reader must know of it. */
export const MembershipSection = ({ view, period, lang, notes }: PeriodProps) => {
  const texts = textsFor(lang);
  const { body } = period;
  const heading = view.periods.length > 1 ? texts.join.headingNth(body.period) : texts.join.heading();
  return (
    <Section id={`${texts.anchors.membership}-${body.period}`} heading={tidy(heading, lang)} intro={`${statusInWords(period.status, lang)}.`}>
      <StepChain period={period} acts={view.acts} lang={lang} notes={notes} />
      {oddities(body).map((oddity) => (
        <Note>{tidy(oddityInWords(oddity, lang), lang)}</Note>
      ))}
      <SummaryList rows={rowsOf(view, period, lang, notes)} />
      <Remarks remarks={body.remarks} sources={body.sources} lang={lang} notes={notes} />
    </Section>
  );
};

export function oddityInWords(oddity: Oddity, lang: Lang): string {
  const texts = textsFor(lang).oddity;
  const said = (earlier: string, later: string): string => {
    const lapse = lapseBetween(earlier, later);
    return lapse === null ? textsFor(lang).someTime : textsFor(lang).lapse(lapse);
  };
  if (oddity.kind === 'decided-before-founding') return texts.decidedBeforeFounding(said(oddity.decided, oddity.founded));
  const later = said(oddity.joined, oddity.decided);
  return oddity.kind === 'joined-before-decision' ? texts.joinedBeforeDecision(later) : texts.decidedAfterJoining(later);
}

function rowsOf(view: View, period: PeriodHeld, lang: Lang, notes: SourceNotes): Fact[] {
  const texts = textsFor(lang).join;
  const words = wordsFor(lang);
  const { body } = period;
  const refs = (ids: readonly string[]): Child => <SourceRefs numbers={notes.refs(body.sources, ids)} lang={lang} />;
  const consent = consentFinding(body);
  // The head tells who is in charge of the present period.
  const unit = body.unit === undefined || period === periodInHead(view.periods) ? undefined : view.units.get(body.unit);
  return [
    { term: texts.belonging, value: <Belonging period={period} lang={lang} notes={notes} /> },
    { term: texts.holder, value: <InLang text={body.holder.name} lang={lang} note={false} /> },
    {
      term: texts.decided,
      value: (
        <>
          {body.decidedBy === 'not-established' ? <Unknown lang={lang}>{words.decidedBy[body.decidedBy]}</Unknown> : words.decidedBy[body.decidedBy]}; {words.basis[body.basis]}
          {refs(body.sourceIds)}
          {body.basisNote && (
            <span class="kg-nat">
              <InLang text={body.basisNote} lang={lang} />
            </span>
          )}
        </>
      ),
    },
    { term: texts.character, value: body.character === 'not-established' ? <Unknown lang={lang}>{words.character[body.character]}</Unknown> : words.character[body.character] },
    {
      term: texts.category,
      value: (
        <>
          {body.category === null ? <Unknown lang={lang}>{texts.categoryUnknown}</Unknown> : words.category[body.category]}
          {body.founder && `; ${texts.founder}`}
        </>
      ),
    },
    {
      term: texts.consent,
      value: (
        <>
          {consent === 'required-not-on-file' ? <Tag tone="warn">{texts.flagged}</Tag> : sentenceCase(words.consent[consent])}
          <span class="kg-nat">{tidy(words.consentReason[body.consent.reason], lang)}</span>
          {body.consent.note && (
            <span class="kg-nat">
              <InLang text={body.consent.note} lang={lang} />
            </span>
          )}
        </>
      ),
    },
    {
      term: texts.engagement,
      value: body.engagement.level === 'undeclared' ? <Unknown lang={lang}>{texts.undeclared}</Unknown> : <EngagementWords engagement={body.engagement} lang={lang} />,
    },
    ...(unit ? [{ term: texts.unit, value: <InLang text={unit.body.name} lang={lang} note={false} /> }] : []),
    ...(body.expectations ? [{ term: texts.expectations, value: <InLang text={body.expectations} lang={lang} /> }] : []),
    ...(body.noticePeriod ? [{ term: texts.notice, value: <InLang text={body.noticePeriod} lang={lang} /> }] : []),
    ...(body.noticeBy ? [{ term: texts.noticeBy, value: tidy(dateInWords(body.noticeBy, lang), lang) }] : []),
    ...(body.renewal ? [{ term: texts.renewal, value: tidy(dateInWords(body.renewal, lang), lang) }] : []),
    ...(body.duties.length > 0
      ? [
          {
            term: texts.duties,
            value: body.duties.map((duty) => (
              <p>
                <InLang text={duty.text} lang={lang} />
                {refs(duty.sourceIds)}
              </p>
            )),
          },
        ]
      : []),
    ...(body.objectives.length > 0 ? [{ term: texts.goals, value: <Goals view={view} period={period} lang={lang} /> }] : []),
  ];
}

const EngagementWords = ({ engagement, lang }: { engagement: PeriodHeld['body']['engagement']; lang: Lang }) => (
  <>
    {wordsFor(lang).engagement[engagement.level]}
    {engagement.reason && (
      <span class="kg-nat">
        <InLang text={engagement.reason} lang={lang} />
      </span>
    )}
  </>
);

const Belonging = ({ period, lang, notes }: { period: PeriodHeld; lang: Lang; notes: SourceNotes }) => {
  const texts = textsFor(lang).join;
  const { belonging, overBy, lasting, shownFrom, sources } = period.body;
  return (
    <>
      {belonging.length === 0 ? (
        <>
          <Unknown lang={lang}>{texts.beginUnknown}</Unknown>
          {lasting === 'shown' && ` ${tidy(shownFrom === undefined ? texts.shown : texts.shownFrom(dateInWords(shownFrom, lang)), lang)}`}
        </>
      ) : (
        <Claimed claims={belonging} show={(date) => tidy(dateInWords(date, lang), lang)} unknown="" sources={sources} notes={notes} lang={lang} />
      )}
      {overBy && (
        <span class="kg-nat">
          {tidy(texts.over(dateInWords(overBy.date, lang)), lang)} <InLang text={overBy.reason} lang={lang} />
          <SourceRefs numbers={notes.refs(sources, overBy.sourceIds)} lang={lang} />
        </span>
      )}
    </>
  );
};

/** Goals of the strategy that the membership serves; what nobody has confirmed is called a suggestion. */
const Goals = ({ view, period, lang }: { view: View; period: PeriodHeld; lang: Lang }) => {
  const objectives = period.body.objectives.toSorted((a, b) => a.rank - b.rank);
  return (
    <ul class="kg-spaced">
      {objectives.map((one) => {
        const objective = view.objectives.get(one.objective);
        return (
          <li>
            {objective && (
              <>
                {objective.body.code}. <InLang text={objective.body.title} lang={lang} />
              </>
            )}
            <span class="kg-nat">
              <InLang text={one.reason} lang={lang} /> ({wordsFor(lang).objectiveBasis[one.basis]}
              {one.state === 'suggested' && `; ${textsFor(lang).join.suggested}`})
            </span>
          </li>
        );
      })}
    </ul>
  );
};
