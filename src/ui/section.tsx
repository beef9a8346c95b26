import type { Child } from '#markup/markup.ts';

type SectionProps = {
  id: string;
  heading: Child;
  /** One or two quiet sentences under the heading, or beside it where the section is wide. */
  intro?: Child;
  /** Beside the heading of a wide section: a count, a choice of views. Stands in place of the intro's paragraph. */
  aside?: Child;
  /** wide: heading above, the body takes all twelve columns. */
  wide?: boolean;
  /** first: no rule above. */
  first?: boolean;
  children: Child;
};

/** A question in the left margin, its answer to the right, a thin rule above. */
export const Section = ({ id, heading, intro, aside, wide, first, children }: SectionProps) => (
  <section class={['kg-sec', wide && 'kg-sec--wide', first && 'kg-sec--first'].filter(Boolean).join(' ')} aria-labelledby={id}>
    <div class="kg-sec__head">
      <h2 id={id}>{heading}</h2>
      {intro !== undefined && intro !== null && <p>{intro}</p>}
      {aside}
    </div>
    <div class="kg-sec__body">{children}</div>
  </section>
);

/** The head of a list or an article: the page's one `h1` and its lead. */
export const PageTitle = ({ title, lead, children }: { title: Child; lead?: Child; children?: Child }) => (
  <div class="kg-title">
    <h1>{title}</h1>
    {lead !== undefined && lead !== null && <p class="kg-lead">{lead}</p>}
    {children}
  </div>
);

type RecordHeadProps = {
  title: Child;
  /** Other names under the title: native, English, acronym; a note where a source is missing. */
  names?: { text: string; lang?: string | undefined; note?: Child }[];
  /** Tags in a row: state, who decided, scope. */
  tags?: Child[];
  lead?: Child;
  /** `<Facts/>` beside the title. */
  facts?: Child;
};

/** The head of one record: title with its other names, tags and lead on the left, facts on the right. */
export const RecordHead = ({ title, names = [], tags = [], lead, facts }: RecordHeadProps) => (
  <div class="kg-org">
    <div class="kg-org__text">
      <h1>{title}</h1>
      {names.length > 0 && (
        <p class="kg-org__names">
          {names.map((name) => (
            <span>
              <span lang={name.lang}>{name.text}</span>
              {name.note !== undefined && name.note !== null && <small> ({name.note})</small>}
            </span>
          ))}
        </p>
      )}
      {tags.length > 0 && (
        <ul class="kg-org__tags">
          {tags.map((tag) => (
            <li>{tag}</li>
          ))}
        </ul>
      )}
      {lead !== undefined && lead !== null && <p class="kg-lead">{lead}</p>}
    </div>
    {facts !== undefined && facts !== null && <div class="kg-org__facts">{facts}</div>}
  </div>
);

/** Two columns of lists side by side: what is ahead, what has changed. `label` names the whole. */
export const TwoColumns = ({ label, children }: { label: string; children: Child }) => (
  <section class="kg-sec kg-sec--flat" aria-label={label}>
    <div class="kg-sec__all kg-two">{children}</div>
  </section>
);

/** Nothing to show: says so, and says what to do next. */
export const Empty = ({ title, children }: { title: Child; children?: Child }) => (
  <div class="kg-empty">
    <p class="kg-empty__title">{title}</p>
    {children}
  </div>
);
