import type { Child } from '#markup/markup.ts';

/** A word and what is known under it. */
export type Fact = { term: Child; value: Child };

/** A narrow list of facts, for the side of a title. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="kg-facts">
    {facts.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A wide list of facts, for the body of a section. */
export const SummaryList = ({ rows }: { rows: Fact[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ term, value }) => (
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{term}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
      </div>
    ))}
  </dl>
);

/** A figure, its caption that says exactly what is counted, and the list where it can be counted again. `of` follows it small: "5 z 26". */
export type KeyFigure = { value: Child; caption: string; href?: string; of?: string };

/** Headline figures. grid: beside a lead, two in a row; row: side by side above a page's body. */
export const KeyFigures = ({ figures, layout = 'grid' }: { figures: KeyFigure[]; layout?: 'grid' | 'row' }) => (
  <dl class={layout === 'grid' ? 'kg-figs' : 'kg-sums'}>
    {figures.map(({ value, caption, href, of }) => {
      const figure = (
        <>
          {value}
          {of !== undefined && <small> {of}</small>}
        </>
      );
      return (
        <div>
          <dt>{caption}</dt>
          <dd>
            {href === undefined ? (
              figure
            ) : (
              <a href={href}>
                {figure}
                <span class="kg-vh"> {caption}</span>
              </a>
            )}
          </dd>
        </div>
      );
    })}
  </dl>
);
