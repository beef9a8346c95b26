import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { sourceNotes, type Source, type SourceNotes } from '#ui/source-notes.ts';
import { textIn, type Text } from '#ui/prose.tsx';
import type { Cell, Column, Figure, List, Names, Notice, Paragraph, Subheading, Table, Words } from './report.ts';

type Sourced = { sources?: readonly Source[] | undefined; sourceIds?: readonly string[] | undefined };
type FigureDrawn = Pick<Figure, 'svg' | 'width' | 'height' | 'title' | 'finding' | 'note'>;

/** Numbers tables, figures and sources in the order in which a report is written, and sets its words. */
export type Writing = ReturnType<typeof writing>;

export function writing(lang: Lang) {
  const notes: SourceNotes = sourceNotes();
  const numbers = { table: 0, figure: 0 };
  const set = (text: string): string => tidy(text, lang);

  const words = (text: Text): Words => {
    const shown = textIn(text, lang);
    return { text: tidy(shown.text, shown.lang), ...(shown.lang === lang ? {} : { lang: shown.lang }) };
  };
  const refs = (of: Sourced): number[] => notes.refs(of.sources, of.sourceIds);

  return {
    lang,
    words,
    refs,
    set,
    sources: () => notes.list(),

    paragraph: (text: string | Text, from?: Sourced, quiet?: true): Paragraph => ({
      kind: 'paragraph',
      words: typeof text === 'string' ? { text: set(text) } : words(text),
      ...(from === undefined ? {} : { notes: refs(from) }),
      ...(quiet === undefined ? {} : { quiet }),
    }),
    list: (items: readonly (string | Words)[]): List => ({ kind: 'list', items: items.map((item) => ({ words: typeof item === 'string' ? { text: set(item) } : item })) }),
    /** Names one after the other, each in its own language. */
    names: (items: readonly Words[]): Names => ({ kind: 'names', items }),
    subheading: (text: string): Subheading => ({ kind: 'subheading', text: set(text) }),
    notice: (text: string): Notice => ({ kind: 'notice', text: set(text) }),

    /** No table without rows: the caller says in words that there is nothing. */
    table(title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], more: { totals?: readonly Cell[]; note?: string } = {}): Table {
      numbers.table += 1;
      return { kind: 'table', number: numbers.table, title: set(title), columns, rows, totals: more.totals, note: more.note === undefined ? undefined : set(more.note) };
    },
    figure(drawn: FigureDrawn): Figure {
      numbers.figure += 1;
      return {
        kind: 'figure',
        number: numbers.figure,
        ...drawn,
        title: set(drawn.title),
        finding: set(drawn.finding),
        note: drawn.note === undefined ? undefined : set(drawn.note),
      };
    },

    cell: (text: string, more: Omit<Cell, 'text'> = {}): Cell => ({ text: set(text), ...more }),
    text: (text: Text, from?: Sourced, more: Partial<Cell> = {}): Cell => ({ ...words(text), ...(from === undefined ? {} : { notes: refs(from) }), ...more }),
    count: (n: number): Cell => ({ text: set(numberInWords(n, lang)), value: n }),
    money: (amount: string, currency: string, more: Omit<Cell, 'text'> = {}): Cell => ({
      text: set(amountInWords(amount, currency, lang)),
      value: Number(amount),
      currency,
      ...more,
    }),
    unknown: (text: string): Cell => ({ text: set(text), unknown: true }),
    /** The claims of a date, each in words; what nobody knows is said. */
    dates: (claims: readonly { value: string }[], unknown: string, or: string): Cell =>
      claims.length === 0 ? { text: set(unknown), unknown: true } : { text: set(claims.map(({ value }) => dateInWords(value, lang)).join(` ${or} `)) },
    date: (value: string | null | undefined, unknown: string): Cell =>
      value === null || value === undefined ? { text: set(unknown), unknown: true } : { text: set(dateInWords(value, lang)) },
  };
}
