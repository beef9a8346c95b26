import type { Lang } from '#lang/lang.ts';
import type { Fact } from './facts.tsx';
import { Moment } from './moments.tsx';
import { Section } from './section.tsx';
import { wordsOf } from './words.ts';

/** What the label (metka) says of a published page: Act of 6 September 2001 on access to public information, art. 8(6). Days or instants as ISO text. */
export type LabelFacts = {
  author: string;
  publisher: string;
  publishingBody: string;
  produced: string;
  published: string;
  updated: string;
  /** Absent on pages that are put together from many records and have no revisions of their own. */
  revision?: number | undefined;
  /** Address of the page's own history, or of the change register. */
  history?: string | undefined;
};

export const Label = ({ label, lang, timeZone }: { label: LabelFacts; lang: Lang; timeZone?: string | undefined }) => {
  const words = wordsOf(lang).label;
  const time = (at: string) => <Moment at={at} lang={lang} timeZone={timeZone} />;
  const facts: Fact[] = [
    { term: words.author, value: label.author },
    { term: words.publisher, value: label.publisher },
    { term: words.publishingBody, value: label.publishingBody },
    { term: words.published, value: time(label.published) },
    { term: words.updated, value: time(label.updated) },
    { term: words.produced, value: time(label.produced) },
    ...(label.revision === undefined ? [] : [{ term: words.revision, value: String(label.revision) }]),
  ];
  return (
    <details class="kg-label" id="metka">
      <summary>{words.summary}</summary>
      <dl>
        {facts.map(({ term, value }) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {label.history !== undefined && (
        <p>
          <a href={label.history}>{words.history}</a>
        </p>
      )}
    </details>
  );
};

/** The section "Who answers for this?" that closes every published page. */
export const LabelSection = ({ label, lang, timeZone }: { label: LabelFacts; lang: Lang; timeZone?: string | undefined }) => (
  <Section id={wordsOf(lang).label.headingId} heading={wordsOf(lang).label.heading}>
    <Label label={label} lang={lang} timeZone={timeZone} />
  </Section>
);
