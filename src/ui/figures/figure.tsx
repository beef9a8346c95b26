import type { Child } from 'hono/jsx';

type FigureProps = {
  /** One entry for each sign of the drawing; only those that occur. */
  keys?: { sign: Child; text: string }[];
  /** How to read it, what is left out; below the drawings. */
  caption?: Child;
  /** The same data in a table, folded. */
  table: { summary: string; content: Child };
  csv?: string | undefined;
  json?: string | undefined;
  /** The drawings: one for each width of the screen. */
  children: Child;
};

/** The frame of every picture: key above, drawings, how to read them, then the data behind them as a table and as files. */
export const Figure = ({ keys = [], caption, table, csv, json, children }: FigureProps) => (
  <figure class="kg-fig">
    {keys.length > 0 && (
      <ul class="kg-key">
        {keys.map(({ sign, text }) => (
          <li>
            {sign}
            {text}
          </li>
        ))}
      </ul>
    )}
    {children}
    {caption !== undefined && caption !== null && <figcaption>{caption}</figcaption>}
    <div class="kg-fig__tools">
      {csv !== undefined && <a href={csv}>CSV</a>}
      {json !== undefined && <a href={json}>JSON</a>}
      <details class="govuk-details">
        <summary class="govuk-details__summary">{table.summary}</summary>
        <div class="govuk-details__text">{table.content}</div>
      </details>
    </div>
  </figure>
);
