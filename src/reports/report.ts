import type { Lang } from '#lang/lang.ts';

/** The whole yearly report to the council, or the chapter for the report on the state of the municipality. */
export const reportKinds = ['report', 'chapter'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportFormats = ['pdf', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Words as they are set; `lang` only where they are in another language than the report. */
export type Words = { text: string; lang?: string | undefined };

export type Cell = Words & {
  /** A second, quieter line. */
  under?: Words | undefined;
  /** Nobody knows it: set in italics, never left empty. */
  unknown?: true | undefined;
  strong?: true | undefined;
  /** A part of what the row above counts. */
  part?: true | undefined;
  /** The same as a number for the spreadsheet, with its currency where it is money. */
  value?: number | undefined;
  currency?: string | undefined;
  /** Numbers of sources. */
  notes?: readonly number[] | undefined;
};

/** `share`: how wide the column is beside the others. */
export type Column = { head: string; share: number; numeric?: true | undefined };

export type Paragraph = { kind: 'paragraph'; words: Words; notes?: readonly number[] | undefined; quiet?: true | undefined };
export type List = { kind: 'list'; items: readonly { words: Words; notes?: readonly number[] | undefined }[] };
/** Names set one after the other, in several columns where there is room. */
export type Names = { kind: 'names'; items: readonly Words[] };
export type Subheading = { kind: 'subheading'; text: string };
/** What must not be overlooked: the standing notice of the assessment. */
export type Notice = { kind: 'notice'; text: string };
export type Table = {
  kind: 'table';
  number: number;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  totals?: readonly Cell[] | undefined;
  note?: string | undefined;
};
/** `finding` says in words what the drawing shows; it is read out in its place. */
export type Figure = { kind: 'figure'; number: number; title: string; finding: string; note?: string | undefined; svg: string; width: number; height: number };
export type Block = Paragraph | List | Names | Subheading | Notice | Table | Figure;

/** `newPage`: begins on a page of its own; the others follow where there is room. */
export type Chapter = { title: string; newPage: boolean; blocks: readonly Block[] };

export type NumberedSource = { number: number; url: string; title: Words; seenOn: string | null };

/** A report as three writers render it: the same words and figures in each. */
export type Report = {
  kind: ReportKind;
  lang: Lang;
  year: number;
  /** `Sprawozdanie … za rok 2026`; also the title in the file's own description. */
  title: string;
  subtitle: string;
  documentTitle: string;
  /** The day on which it was made. */
  madeOn: string;
  city: string;
  /** Who it is handed to. */
  council: string;
  /** Who answers for it, as labels name the publishing body. */
  body: string;
  imprint: readonly { term: string; value: string }[];
  /** What an example city says in every file. */
  notice: string | null;
  /** The same words where writers need them. */
  words: { contents: string; table: string; figure: string; page: string; of: string; imprint: string };
  chapters: readonly Chapter[];
  sources: readonly NumberedSource[];
  sourcesTitle: string;
  colours: { deep: string; brand: string; accent: string; soft: string; line: string; quiet: string; ink: string };
  fileName: string;
};
