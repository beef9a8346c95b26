import type { Child } from '#markup/markup.ts';

export type MatrixColumn = { head: Child; under?: Child };
export type MatrixRow = { head: Child; marks: readonly boolean[]; total: number };

type MatrixProps = {
  /** Unique on the page. */
  id: string;
  caption: string;
  rowsHead: string;
  totalHead: string;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  /** What a mark says to those who do not see it, and what its absence in this column says. */
  words: { mark: string; none: (column: number) => string };
};

/** What scrolls must be reached from the keyboard (WCAG 2.1.1), and then needs a role and a name. */
const regionNamed = (labelledBy: string) => ({ role: 'region', tabindex: 0, 'aria-labelledby': labelledBy });

/** Who is where: an ordered table with a mark where row and column meet. The total orders the rows, so it stands first, where it is seen without scrolling. */
export const Matrix = ({ id, caption, rowsHead, totalHead, columns, rows, words }: MatrixProps) => (
  <div class="kg-scroll kg-scroll--shaded" {...regionNamed(`${id}-caption`)}>
    <table class="kg-matrix" id={id}>
      <caption id={`${id}-caption`} class="kg-vh">
        {caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">{rowsHead}</th>
          <th scope="col">{totalHead}</th>
          {columns.map((column) => (
            <th scope="col">
              {column.head}
              {column.under !== undefined && <small>{column.under}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.head}</th>
            <td>{row.total}</td>
            {row.marks.map((mark, index) => (
              <td>
                {mark && <b></b>}
                <span class="kg-vh">{mark ? words.mark : words.none(index)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
