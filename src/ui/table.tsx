import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { asMarkup, htmlOf, type Child } from '#markup/markup.ts';

export type Column<Row> = {
  head: Child;
  cell: (row: Row) => Child;
  /** The word before the value on a phone's card; without it the heading, where that is plain text. */
  short?: string;
  numeric?: boolean;
};

type TableProps<Row> = {
  lang: Lang;
  /** Unique on the page; names the caption and the scroll region. */
  id: string;
  caption: string;
  /** Show the caption; otherwise it is only heard. */
  captionShown?: boolean;
  /** The first column is each row's heading. */
  columns: Column<Row>[];
  rows: Row[];
  /** Anchor of a row. */
  rowId?: (row: Row) => string | undefined;
  /** On a phone each row becomes a card. The default. */
  cards?: boolean;
};

/** A table that scrolls inside its own named region where it is too wide, and becomes a list of cards on a phone. Roles are written out, because changing `display` takes them from a table. */
export const Table = <Row,>({ lang, id, caption, captionShown = false, columns, rows, rowId, cards = true }: TableProps<Row>) => {
  const captionId = `${id}-caption`;
  // What scrolls must be reached from the keyboard (WCAG 2.1.1), and then needs a role and a name.
  const region = { role: 'region', tabindex: 0, 'aria-labelledby': captionId };
  const role = (name: string): string | undefined => (cards ? name : undefined);
  return (
    <div class="kg-scroll" {...region}>
      <table class={cards ? 'govuk-table kg-cards' : 'govuk-table'} id={id} role={role('table')}>
        <caption id={captionId} class={captionShown ? 'govuk-table__caption' : 'kg-vh'}>
          {tidy(caption, lang)}
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map((column) => (
              <th scope="col" role={role('columnheader')} class={`govuk-table__header${column.numeric === true ? ' govuk-table__header--numeric' : ''}`}>
                {typeof column.head === 'string' ? tidy(column.head, lang) : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>{asMarkup(rowsOf({ columns, rows, rowId, cards }))}</tbody>
      </table>
    </div>
  );
};

/** Tables are most of many pages, and their rows differ in nothing but the cells: what stands around these is made once for a column. */
function rowsOf<Row>({ columns, rows, rowId, cards }: Pick<TableProps<Row>, 'columns' | 'rows' | 'rowId'> & { cards: boolean }): string {
  const role = (name: string): string | undefined => (cards ? name : undefined);
  const cells = columns.map((column, index) => ({
    cell: column.cell,
    open:
      index === 0
        ? opening(
            <th scope="row" role={role('rowheader')} class="govuk-table__header">
              {content}
            </th>,
          )
        : `${opening(
            <td
              role={role('cell')}
              class={`govuk-table__cell${column.numeric === true ? ' govuk-table__cell--numeric' : ''}`}
              data-l={column.short ?? (typeof column.head === 'string' ? column.head : undefined)}
            >
              {content}
            </td>,
          )}<div>`,
    close: index === 0 ? '</th>' : '</div></td>',
  }));
  const plain = opening(<tr role={role('row')}>{content}</tr>);
  let html = '';
  for (const row of rows) {
    html +=
      rowId === undefined
        ? plain
        : opening(
            <tr role={role('row')} id={rowId(row)}>
              {content}
            </tr>,
          );
    for (const { cell, open, close } of cells) html += open + htmlOf(cell(row)) + close;
    html += '</tr>';
  }
  return html;
}

/** Stands for what an element will hold. */
const content = '…';

/** The tag that opens an element. */
function opening(element: Child): string {
  const html = htmlOf(element);
  return html.slice(0, html.lastIndexOf(`${content}</`));
}

/** A value with a quieter line below it. */
export const TwoLines = ({ first, second }: { first: Child; second?: Child }) => (
  <>
    {first}
    {second !== undefined && second !== null && <span class="kg-nat">{second}</span>}
  </>
);
