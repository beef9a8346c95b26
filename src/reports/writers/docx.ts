import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { Block, Cell, Figure, Report, Table, Words } from '../report.ts';

/** Fonts that Word brings: those of the service would be replaced by others where they are not installed, and the page numbers of the contents with them. */
const [sans, serif] = ['Calibri', 'Georgia'];

/** Widths in twentieths of a point: A4 between its margins. */
const textWidth = 9350;

const tagOf = (lang: string): string => (lang === 'pl' ? 'pl-PL' : lang === 'en' ? 'en-GB' : lang);
const plain = (colour: string): string => colour.replace('#', '');

type Setting = { report: Report; pictures: ReadonlyMap<number, Uint8Array> };

const run = ({ text, lang }: Words, more: IRunOptions = {}): TextRun => new TextRun({ ...more, text, ...(lang === undefined ? {} : { language: { value: tagOf(lang) } }) });

const refs = (notes: readonly number[] | undefined, { report }: Setting): TextRun[] =>
  notes === undefined || notes.length === 0 ? [] : [new TextRun({ text: ` [${notes.join(', ')}]`, size: 16, color: plain(report.colours.quiet) })];

/** The report for Word: headings by their styles, tables with repeated header rows, every language marked, every picture with its words. */
export async function docxOf(report: Report, pictures: ReadonlyMap<number, Uint8Array>): Promise<Buffer> {
  const setting: Setting = { report, pictures };
  const whole = report.kind === 'report';
  const document = new Document({
    title: report.documentTitle,
    creator: report.body,
    lastModifiedBy: report.body,
    description: report.notice ?? report.subtitle,
    subject: report.subtitle,
    pageNumbers: estimatePageNumbers,
    styles: stylesFor(report),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 260 } } } }],
        },
      ],
    },
    sections: [
      ...(whole ? [{ properties: { page: pageFormat }, children: coverOf(setting) }] : []),
      {
        properties: { page: pageFormat },
        headers: { default: headerOf(report) },
        footers: { default: footerOf(report) },
        children: [
          ...(whole
            ? [
                new Paragraph({ style: 'ContentsTitle', text: report.words.contents }),
                new TableOfContents(report.words.contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
              ]
            : [new Paragraph({ style: 'Quiet', children: [run({ text: `${report.council} · ${report.subtitle}` })] }), ...noticeOf(setting)]),
          ...report.chapters.flatMap((chapter) => [
            new Paragraph({ text: chapter.title, heading: HeadingLevel.HEADING_1, pageBreakBefore: whole && chapter.newPage }),
            ...chapter.blocks.flatMap((block, at) => blockOf(block, chapter.blocks[at + 1], setting)),
          ]),
          ...sourcesOf(setting),
          ...(whole ? [] : [new Paragraph({ text: report.words.imprint, heading: HeadingLevel.HEADING_2 }), ...imprintOf(setting)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageFormat = { size: { width: 11906, height: 16838 }, margin: { top: 1420, bottom: 1300, left: 1360, right: 1190 } };

function stylesFor({ colours, lang }: Report) {
  const [deep, ink, quiet] = [plain(colours.deep), plain(colours.ink), plain(colours.quiet)];
  const heading = { font: serif, bold: true, color: deep };
  return {
    default: {
      document: { run: { font: sans, size: 20, color: ink, language: { value: tagOf(lang) } }, paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } } },
      title: { run: { ...heading, size: 60 }, paragraph: { spacing: { before: 2400, after: 200 } } },
      heading1: { run: { ...heading, size: 38 }, paragraph: { spacing: { before: 240, after: 240 }, keepNext: true } },
      heading2: { run: { ...heading, size: 26 }, paragraph: { spacing: { before: 340, after: 140 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: 'ContentsTitle', name: 'Contents title', basedOn: 'Normal', run: { ...heading, size: 38 }, paragraph: { spacing: { after: 240 } } },
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: quiet, size: 18 } },
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { size: 19, color: ink }, paragraph: { keepNext: true, spacing: { before: 240, after: 90 } } },
      { id: 'FigureCaption', name: 'Figure caption', basedOn: 'Normal', run: { size: 19, color: ink }, paragraph: { spacing: { before: 90, after: 240 } } },
      { id: 'Cell', name: 'Table text', basedOn: 'Normal', run: { size: 17 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
    ],
  };
}

function coverOf(setting: Setting): Paragraph[] {
  const { report } = setting;
  return [
    new Paragraph({ style: 'Quiet', children: [run({ text: report.council }, { bold: true, size: 24 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run({ text: report.title })] }),
    new Paragraph({ spacing: { after: 900 }, children: [run({ text: report.subtitle }, { font: serif, size: 36, color: plain(report.colours.deep) })] }),
    ...imprintOf(setting),
    ...noticeOf(setting),
  ];
}

const imprintOf = ({ report }: Setting): Paragraph[] =>
  report.imprint.map(
    ({ term, value }) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: 2900 }],
        spacing: { after: 60 },
        children: [run({ text: `${term}\t` }, { color: plain(report.colours.quiet) }), run({ text: value }, { bold: true })],
      }),
  );

const noticeOf = ({ report }: Setting): Paragraph[] => (report.notice === null ? [] : [marked(report.notice, report)]);

const marked = (text: string, { colours }: Report): Paragraph =>
  new Paragraph({
    spacing: { before: 240, after: 240 },
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: plain(colours.accent) } },
    shading: { type: ShadingType.CLEAR, fill: plain(colours.soft), color: 'auto' },
    children: [run({ text })],
  });

const headerOf = ({ title, subtitle, colours }: Report): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Quiet',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: plain(colours.line) } },
        children: [run({ text: `${title}\t${subtitle}` })],
      }),
    ],
  });

const footerOf = ({ notice, body, words }: Report): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Quiet',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [run({ text: `${notice ?? body}\t${words.page} ` }), new TextRun({ children: [PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });

/** Words that lead to a table stay with it. */
function blockOf(block: Block, next: Block | undefined, setting: Setting): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ keepNext: next?.kind === 'table', children: [run(block.words), ...refs(block.notes, setting)] })];
    case 'list':
      return block.items.map((item) => new Paragraph({ numbering: { reference: 'points', level: 0 }, children: [run(item.words), ...refs(item.notes, setting)] }));
    case 'names':
      return [new Paragraph({ children: block.items.flatMap((item, index) => [...(index === 0 ? [] : [run({ text: '; ' })]), run(item)]) })];
    case 'subheading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case 'notice':
      return [marked(block.text, setting.report)];
    case 'table':
      return tableOf(block, setting);
    case 'figure':
      return figureOf(block, setting);
  }
}

const caption = (style: string, label: string, title: string, rest: string, { report }: Setting): Paragraph =>
  new Paragraph({
    style,
    children: [run({ text: `${label} ` }, { bold: true, color: plain(report.colours.deep) }), run({ text: title }), ...(rest === '' ? [] : [run({ text: ` ${rest}` })])],
  });

function tableOf(table: Table, setting: Setting): (Paragraph | WordTable)[] {
  const { report } = setting;
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => Math.round((share / shares) * textWidth));
  const line = { style: BorderStyle.SINGLE, size: 4, color: plain(report.colours.line) };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const alignment = (index: number) => (table.columns[index]?.numeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const margins = { top: 50, bottom: 50, left: 80, right: 80 };
  const cellOf = (cell: Cell, index: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins,
      verticalAlign: VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          style: 'Cell',
          alignment: alignment(index),
          ...(cell.part === true ? { indent: { left: 240 } } : {}),
          children: [
            run(cell, { bold: bold || cell.strong === true, ...(cell.unknown === true ? { italics: true, color: plain(report.colours.quiet) } : {}) }),
            ...refs(cell.notes, setting),
          ],
        }),
        ...(cell.under === undefined
          ? []
          : [new Paragraph({ style: 'Cell', alignment: alignment(index), children: [run(cell.under, { size: 16, color: plain(report.colours.quiet) })] })]),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins,
          shading: { type: ShadingType.CLEAR, fill: plain(report.colours.soft), color: 'auto' },
          children: [
            new Paragraph({
              style: 'Cell',
              keepNext: true,
              alignment: alignment(index),
              children: [run({ text: column.head }, { bold: true, color: plain(report.colours.deep) })],
            }),
          ],
        }),
    ),
  });
  const rowOf = (row: readonly Cell[], bold = false): TableRow => new TableRow({ cantSplit: true, children: row.map((cell, index) => cellOf(cell, index, bold)) });
  return [
    caption('Caption', `${report.words.table} ${table.number}.`, table.title, '', setting),
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: line, bottom: line },
      rows: [head, ...table.rows.map((row) => rowOf(row)), ...(table.totals === undefined ? [] : [rowOf(table.totals, true)])],
    }),
    ...(table.note === undefined
      ? [new Paragraph({ spacing: { after: 120 }, children: [] })]
      : [new Paragraph({ style: 'Quiet', spacing: { before: 90, after: 240 }, children: [run({ text: table.note })] })]),
  ];
}

function figureOf(figure: Figure, setting: Setting): Paragraph[] {
  const { report, pictures } = setting;
  const picture = pictures.get(figure.number);
  if (picture === undefined) throw new Error(`figure ${figure.number} was not drawn`);
  // Pixels of Word: 96 to the inch.
  const width = Math.round((textWidth / 1440) * 96);
  const drawing = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width, height: Math.round((width * figure.height) / figure.width) },
    altText: { name: `${report.words.figure} ${figure.number}`, title: figure.title, description: figure.finding },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 240, after: 0 }, children: [drawing] }),
    caption('FigureCaption', `${report.words.figure} ${figure.number}.`, `${figure.title}.`, [figure.finding, figure.note ?? ''].join(' ').trim(), setting),
  ];
}

function sourcesOf({ report }: Setting): Paragraph[] {
  if (report.sources.length === 0) return [];
  const whole = report.kind === 'report';
  return [
    new Paragraph({ text: report.sourcesTitle, heading: whole ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, pageBreakBefore: whole }),
    ...report.sources.map(
      ({ number, title, url, seenOn }) =>
        new Paragraph({
          style: 'Cell',
          spacing: { after: 90 },
          indent: { left: 500, hanging: 500 },
          children: [
            run({ text: `${number}. ` }),
            run(title),
            ...(seenOn === null ? [] : [run({ text: `, ${seenOn}` }, { color: plain(report.colours.quiet) })]),
            new TextRun({ break: 1 }),
            new ExternalHyperlink({ link: url, children: [new TextRun({ text: url, color: plain(report.colours.brand), noProof: true })] }),
          ],
        }),
    ),
  ];
}
