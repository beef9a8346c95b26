import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { figureWords } from './words.ts';

/** One sign of the key and what it means. */
export type KeyItem = { sign: Child; text: string };

type FigureProps = {
  lang: Lang;
  /** The drawing: one `Drawing`, or a wide and a narrow one. */
  children: Child;
  /** How the drawing is to be read, and what it leaves out. */
  caption?: Child;
  signs?: KeyItem[];
  /** The same data as a table; folded under the drawing. */
  table?: Child;
  /** What the fold holds, where it is not simply the data. */
  tableSummary?: string;
  /** Where the data lies as CSV. */
  csvHref?: string | undefined;
};

/** The frame of every figure: key above, drawing, words, and below them the data as table and file. */
export const Figure = ({ lang, children, caption, signs = [], table, tableSummary, csvHref }: FigureProps) => {
  const words = figureWords(lang).frame;
  return (
    <figure class="kg-fig">
      {signs.length > 0 && (
        <ul class="kg-key" aria-label={words.key}>
          {signs.map(({ sign, text }) => (
            <li>
              {sign}
              {tidy(text, lang)}
            </li>
          ))}
        </ul>
      )}
      {children}
      {(caption !== undefined || table !== undefined || csvHref !== undefined) && (
        <figcaption>
          {caption}
          {(table !== undefined || csvHref !== undefined) && (
            <div class="kg-fig__tools">
              {table !== undefined && <Fold summary={tableSummary ?? words.table}>{table}</Fold>}
              {csvHref !== undefined && (
                <a href={csvHref} type="text/csv">
                  {words.csv}
                </a>
              )}
            </div>
          )}
        </figcaption>
      )}
    </figure>
  );
};

/** What not every reader needs, one press away. */
export const Fold = ({ summary, children }: { summary: string; children: Child }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);

type DrawingProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the drawing shows, in one sentence. */
  finding: string;
  viewBox: string;
  children: Child;
};

const pictureNamed = (id: string) => ({ role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-finding` });

/** A drawing that speaks for itself: a picture with a name and a finding. */
export const Drawing = ({ id, title, finding, viewBox, children }: DrawingProps) => (
  <svg viewBox={viewBox} {...pictureNamed(id)}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-finding`}>{finding}</desc>
    {children}
  </svg>
);
