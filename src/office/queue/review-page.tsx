import type { Child } from '#markup/markup.ts';
import { holds } from '#accounts/index.ts';
import { office as officeEn } from '#lang/en/office.ts';
import { office as officePl } from '#lang/pl/office.ts';
import type { Reference } from '#publishing/kind.ts';
import { DifferenceTable } from '#publishing/shown/difference-table.tsx';
import { recordFacts } from '#publishing/shown/record-facts.tsx';
import { Banner } from '#ui/banner.tsx';
import { SummaryList, type Fact } from '#ui/facts.tsx';
import { ErrorSummary } from '#ui/fields.tsx';
import { Tag } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import type { Asked, Sheet } from '../page.ts';
import { DecisionPanels } from './decision-panels.tsx';
import { Panel, untouched, type Typed } from './parts.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import type { Compared, Review } from './review.ts';
import { kindWord, reasonIn, textsFor } from './texts.ts';

/** Which of the page's forms came back, and what the page has just made. */
export type Shown = { form: 'approve' | 'return' | 'override' | 'preview' | null; typed: Typed; token: string; made?: boolean };

export const isOpen = ({ waiting }: Review): boolean => waiting.state === 'submitted' || waiting.state === 'scheduled';

export function reviewSheet(review: Review, asked: Asked, shown: Shown): Sheet {
  const { lang } = asked;
  const texts = textsFor(lang);
  const { waiting } = review;
  const title = review.title[lang];
  return {
    title,
    rail: 'queue',
    crumbs: [
      { text: texts.title, href: '/office/queue' },
      { text: title, href: `/office/queue/${waiting.id}` },
    ],
    ...(shown.typed.faults.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={shown.typed.faults.map(({ field, text }) => ({ field: idIn(shown.form, field), text }))} lang={lang} />
        <div class="kg-desk__top">
          <h1>{title}</h1>
          <p>
            <Tag tone={waiting.state === 'scheduled' ? 'good' : waiting.state === 'submitted' ? 'brand' : 'plain'}>{stateWord(waiting.state, lang)}</Tag>{' '}
            {texts.version(waiting.number)}
          </p>
        </div>
        <Notes review={review} asked={asked} />
        <section class="kg-panel" aria-label={title}>
          <div class="kg-panel__body">
            <SummaryList rows={factsOf(review, asked)} />
          </div>
        </section>
        <Changes compared={review} number={waiting.number} asked={asked} />
        {isOpen(review) && <DecisionPanels review={review} asked={asked} form={shown.form} typed={shown.typed} />}
        {waiting.state !== 'published' && (holds(asked.person, 'editor') || holds(asked.person, 'publisher')) && review.content !== null && (
          <PreviewPanel review={review} asked={asked} typed={shown.form === 'preview' ? shown.typed : untouched} token={shown.token} made={shown.made === true} />
        )}
      </>
    ),
  };
}

/** Fields of several forms have the same name and ids of their own. */
export const idIn = (form: Shown['form'], field: string): string => (form === 'override' ? `override-${field}` : field);

const stateWord = (state: string, lang: Asked['lang']): string => new Map<string, string>(Object.entries(textsFor(lang).state)).get(state) ?? state;

function factsOf(review: Review, { lang, city, person }: Asked): Fact[] {
  const texts = textsFor(lang).review;
  const { waiting, submitted, current, kind } = review;
  const moment = (at: Date): Child => <Moment at={at.toISOString()} lang={lang} timeZone={city.timeZone} />;
  const own = waiting.authorId === person.actorId ? ` (${textsFor(lang).ownWork})` : '';
  return [
    { term: texts.facts.kind, value: kindWord(kind.name, lang) },
    { term: texts.facts.author, value: (waiting.author ?? waiting.authorRole[lang]) + own },
    ...(submitted ? [{ term: texts.facts.submitted, value: moment(submitted.at) }] : []),
    { term: texts.facts.why, value: reasonIn(submitted?.why ?? null, lang) ?? <span class="kg-unknown">{textsFor(lang).noReason}</span> },
    {
      term: texts.facts.basedOn,
      value: (
        <>
          {review.basedOn === null ? texts.basedOnNothing : waiting.basedOn === current?.id ? texts.basedOn(review.basedOn) : texts.basedOnOlder(review.basedOn)}
          {current !== null && (
            <>
              {' · '}
              <a href={addressOf('history', lang, { kind: kind.plural, slug: waiting.slug })}>{texts.history}</a>
            </>
          )}
        </>
      ),
    },
    ...(waiting.state === 'scheduled' ? [{ term: texts.facts.scheduledBy, value: waiting.by ?? '' }] : []),
    ...(review.job ? [{ term: texts.facts.goesPublic, value: moment(review.job.runAt) }] : []),
  ];
}

const inWords = (references: readonly Reference[], lang: Asked['lang']): string => [...new Set(references.map((one) => `${kindWord(one.kind, lang)} ${one.slug}`))].join(', ');

/** What stands in the way, said before anybody presses a button. */
const Notes = ({ review, asked }: { review: Review; asked: Asked }) => {
  const { lang, person } = asked;
  const texts = textsFor(lang);
  const { refusal, missing, unpublished, waiting, job } = review;
  if (!isOpen(review))
    return (
      <Banner heading={texts.review.decided} tone="plain">
        {waiting.state === 'returned' && <p>{texts.review.returnedBecause(reasonIn(waiting.why, lang) ?? texts.noReason)}</p>}
        {waiting.state === 'published' && review.content !== null && (
          <p class="kg-banner__ways">
            <a href={review.content.address(waiting.slug, lang)}>{texts.review.seePublic}</a>
          </p>
        )}
      </Banner>
    );
  return (
    <>
      {refusal === 'stale' && (
        <Banner heading={texts.notes.stale}>
          <p>{texts.notes.staleMeans}</p>
        </Banner>
      )}
      {refusal === 'ownWork' && (
        <Banner heading={texts.notes.ownWork} tone="plain">
          <p>{texts.notes.ownWorkMeans}</p>
        </Banner>
      )}
      {refusal === 'missingReference' && (
        <Banner heading={texts.notes.missingReference}>
          <p>{inWords(missing, lang)}</p>
        </Banner>
      )}
      {refusal === 'badBody' && (
        <Banner heading={texts.notes.badBody}>
          <p>{texts.notes.badBodyMeans}</p>
        </Banner>
      )}
      {unpublished.length > 0 && refusal !== 'missingReference' && (
        <Banner heading={texts.notes.unpublished}>
          <p>
            {inWords(unpublished, lang)}. {texts.notes.unpublishedMeans}
          </p>
        </Banner>
      )}
      {job && job.attempts > 0 && (
        <Banner heading={texts.notes.job}>
          <p>{texts.notes.jobMeans(job.attempts, job.lastError ?? '')}</p>
        </Banner>
      )}
      {holds(person, 'publisher') && !person.hasSecondFactor && (
        <Banner heading={texts.notes.secondFactor}>
          <p>{(lang === 'pl' ? officePl : officeEn).forbidden.secondFactor}</p>
          <p class="kg-banner__ways">
            <a href="/office/account">{texts.notes.secondFactorLink}</a>
          </p>
        </Banner>
      )}
    </>
  );
};

/** Field by field against what is public, office fields among them; a new record as a whole. */
export const Changes = ({ compared, number, asked }: { compared: Compared; number: number; asked: Pick<Asked, 'lang'> }) => {
  const { lang } = asked;
  const texts = textsFor(lang).review;
  const { kind, content, current, found, references, sources } = compared;
  if (content === null) return null;
  const notes = sourceNotes();
  const around = { lang, notes, references, inOffice: true };
  return (
    <>
      <Panel id="changes" heading={current === null ? texts.newRecord : texts.differences} aside={current === null ? null : <p>{texts.count(found.length)}</p>}>
        {current === null ? (
          <div class="kg-panel__body">
            <SummaryList rows={recordFacts(kind, content.body, { ...around, sources })} />
          </div>
        ) : found.length === 0 ? (
          <div class="kg-panel__body">
            <p>{texts.same}</p>
          </div>
        ) : (
          <DifferenceTable
            kind={kind}
            found={found}
            from={{ head: texts.published(current.number), short: texts.published(current.number), sources: current.sources }}
            to={{ head: texts.proposed(number), short: texts.proposed(number), sources }}
            around={around}
          />
        )}
      </Panel>
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
