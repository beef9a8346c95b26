import type { Lang } from '#lang/lang.ts';
import { valueName } from '#lang/fields.ts';
import { csvLines } from '#web/csv.ts';
import { hintFor } from '../records/form/shown.ts';
import { namesOnly } from '../records/form/references.ts';
import { specAt, type Group, type Path } from '../records/form/spec.ts';
import { layoutOf, type Column, type ListSheet } from './cells/columns.ts';
import { encode, type Cells, type Encoded } from './cells/encode.ts';
import type { CellValue } from './cells/leaf.ts';
import { columnWords } from './cells/words.ts';
import { textsOf } from './texts.ts';
import { bounds, type FileRefusal } from './files/bounds.ts';
import { writeXlsx, type OutCell, type OutSheet } from './files/write-xlsx.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';

/** The columns that every main sheet begins with: the record's address, and the version that was exported. */
export const [slugColumn, versionColumn] = ['slug', 'version'] as const;
/** The columns that the sheet of a list begins with: whose entry it is, and where it stands. */
export const [recordColumn, positionColumn] = ['record', 'position'] as const;

export type Exported = { slug: string; version: number | null; body: unknown };
export type Export = { kind: { name: string; plural: string }; spec: Group; records: readonly Exported[]; office: boolean; lang: Lang };

/** One kind of record as CSV: a line a record, long lists as JSON in their cell. */
export function csvOf({ spec, records, office }: Omit<Export, 'kind' | 'lang'>): string {
  const shape = { lists: 'cells', office } as const;
  const encoded = records.map(({ body }) => encode(spec, body, shape));
  const { main } = layoutOf(spec, encoded, shape);
  const rows = encoded.map(({ cells }, index) => [records[index]?.slug ?? '', records[index]?.version ?? null, ...main.map(({ name }) => cells.get(name) ?? null)]);
  return csvLines([[slugColumn, versionColumn, ...main.map(({ name }) => name)], ...rows]);
}

/** One kind of record as a workbook: the records, each long list on a sheet of its own, and what the columns mean. */
export async function xlsxOf({ kind, spec, records, office, lang }: Export): Promise<Outcome<Buffer<ArrayBuffer>, Extract<FileRefusal, 'tooLongCell' | 'tooManyRows'>>> {
  const shape = { lists: 'sheets', office } as const;
  const encoded = records.map(({ body }) => encode(spec, body, shape));
  const layout = layoutOf(spec, encoded, shape);
  const texts = textsOf(lang).file;
  const main = sheetOf(
    kind.plural,
    [{ name: slugColumn, words: texts.slug, isPublic: true }, { name: versionColumn, words: texts.version, isPublic: true }, ...inWords(kind.name, [], layout.main, lang)],
    encoded.map(({ cells }, index) => [records[index]?.slug ?? '', records[index]?.version ?? null, ...rowOf(layout.main, cells)]),
  );
  const lists = layout.lists.map((list) =>
    sheetOf(
      list.name,
      [
        { name: recordColumn, words: texts.record, isPublic: list.isPublic },
        { name: positionColumn, words: texts.position, isPublic: list.isPublic },
        ...inWords(kind.name, list.path, list.columns, lang).map((column) => ({ ...column, isPublic: column.isPublic && list.isPublic })),
      ],
      encoded.flatMap(({ lists: its }: Encoded, index) =>
        (its.get(list.name) ?? []).map((cells, position) => [records[index]?.slug ?? '', position + 1, ...rowOf(list.columns, cells)]),
      ),
    ),
  );
  const sheets = [main, ...lists];
  const long = sheets.flatMap(({ rows }) => rows.flat()).find((cell) => typeof cell === 'string' && cell.length > bounds.characters);
  if (long !== undefined) return refused('tooLongCell');
  if (sheets.some(({ rows }) => rows.length > bounds.rows)) return refused('tooManyRows');
  return done(await writeXlsx([...sheets, descriptionOf(kind.name, spec, layout.main, layout.lists, lang)]));
}

const rowOf = (columns: readonly Column[], cells: Cells): CellValue[] => columns.map(({ name }) => cells.get(name) ?? null);

type Heading = { name: string; words: string; isPublic: boolean };

const inWords = (kind: string, list: Path, columns: readonly Column[], lang: Lang): Heading[] =>
  columns.map(({ name, path, isPublic }) => ({ name, words: columnWords(kind, list, path, lang), isPublic }));

const widest = 40;

function sheetOf(name: string, headings: readonly Heading[], rows: readonly (readonly CellValue[])[]): OutSheet {
  const heads: OutCell[] = headings.map((heading) => ({ value: heading.name, mark: heading.isPublic ? 'head' : 'office' }));
  const words: OutCell[] = headings.map((heading) => ({ value: heading.words, mark: 'words' }));
  const widths = headings.map((heading, column) =>
    Math.min(widest, Math.max(10, heading.name.length + 2, ...rows.slice(0, 50).map((row) => String(row[column] ?? '').length + 1))),
  );
  return { name, rows: [heads, words, ...rows], headRows: 2, widths };
}

/** What each column means and which values it takes; never read back. */
function descriptionOf(kind: string, spec: Group, main: readonly Column[], lists: readonly ListSheet[], lang: Lang): OutSheet {
  const texts = textsOf(lang).file;
  const lines = [
    ...main.map((column) => ({ sheet: '', list: [] as Path, column })),
    ...lists.flatMap((list) => list.columns.map((column) => ({ sheet: list.name, list: [...list.path, 0], column }))),
  ].map(({ sheet, list, column }) => {
    const path = [...list, ...column.path];
    const found = specAt(spec, path);
    const names = [kind, ...namesOnly(path)];
    const options = found?.type === 'choice' || found?.type === 'choices' ? found.options.map((option) => `${option}: ${valueName(names, option, lang) ?? option}`).join('\n') : '';
    const listPath = list.slice(0, -1);
    return [sheet, column.name, columnWords(kind, listPath, column.path, lang), options, hintFor(kind, path, lang) ?? '', column.isPublic ? '' : texts.officeOnly];
  });
  const heads = texts.description.heads.map((value): OutCell => ({ value, mark: 'head' }));
  return { name: texts.description.sheet, rows: [heads, ...lines], headRows: 1, widths: [16, 28, 36, 44, 50, 20] };
}
