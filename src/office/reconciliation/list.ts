import { parseEdtf } from '#basics/edtf.ts';
import { fold } from '#basics/fold.ts';
import { z } from 'zod';
import { valueIn } from '../spreadsheets/cells/leaf.ts';
import type { Sheet } from '../spreadsheets/files/bounds.ts';

/** What a column of an outside list can hold. */
export const fields = ['name', 'joined', 'left', 'country', 'identifier', 'unit'] as const;
export type Field = (typeof fields)[number];
export type Columns = Partial<Record<Field, number>>;

export const listShape = z.object({
  heads: z.array(z.string()),
  columns: z.partialRecord(z.enum(fields), z.int().min(0)),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
});
export type List = z.infer<typeof listShape>;

/** No list of members is as long as this but those of whole directories, which are read in as spreadsheets. */
export const mostRows = 5000;

/** Words that headings of such lists are made of, in either language, folded. */
const words: Readonly<Record<Field, readonly string[]>> = {
  name: ['nazwa', 'name', 'organizacja', 'organisation', 'organization', 'zrzeszenie', 'stowarzyszenie', 'association', 'network', 'siec', 'member', 'czlonek', 'city', 'miasto'],
  joined: ['przystapienie', 'przystapienia', 'przystapil', 'od', 'joined', 'since', 'accession', 'from', 'data przystapienia', 'member since'],
  left: ['wystapienie', 'wystapienia', 'wystapil', 'do', 'left', 'until', 'withdrawal', 'to', 'data wystapienia'],
  country: ['kraj', 'country', 'panstwo', 'country iso2'],
  identifier: ['identyfikator', 'identifier', 'wikidata', 'ror', 'id', 'geonames', 'geonames id'],
  unit: ['jednostka', 'gmina', 'jednostka samorzadu', 'unit', 'municipality', 'local authority'],
};

/** Which column holds what, by the headings; the name stands in the first column where no heading says so. */
export function columnsIn(heads: readonly string[]): Columns {
  const folded = heads.map(fold);
  const taken = new Set<number>();
  const columns: Columns = {};
  // Whole headings before words in them: `data przystąpienia do organizacji` is a date.
  for (const fits of [(head: string, word: string) => head === word, (head: string, word: string) => head.split(' ').includes(word)])
    for (const field of ['joined', 'left', 'country', 'identifier', 'unit', 'name'] as const) {
      if (columns[field] !== undefined) continue;
      const at = folded.findIndex((head, index) => !taken.has(index) && words[field].some((word) => fits(head, word)));
      if (at === -1) continue;
      columns[field] = at;
      taken.add(at);
    }
  return columns.name === undefined ? { ...columns, name: heads.findIndex((_head, index) => !taken.has(index)) } : columns;
}

/** The list of a sheet: its first filled row names the columns. */
export function listIn(sheet: Sheet): List {
  const at = Math.max(
    0,
    sheet.rows.findIndex((row) => row.some((cell) => cell !== '')),
  );
  const heads = sheet.rows[at] ?? [];
  const rows = sheet.rows.flatMap((cells, index) => (index <= at || cells.every((cell) => cell === '') ? [] : [{ line: index + 1, cells }]));
  return { heads, columns: columnsIn(heads), rows };
}

/** A line of an outside list. A date that nobody can read is kept as it was written, and is no date. */
export type Entry = { line: number; name: string; country: string | null; identifier: string | null; joined: string | null; left: string | null; unreadable: string[] };

/** The lines that name something; where the list is of many cities, those of this one. */
export function entriesIn(list: List, city: { names: readonly string[] } | null): Entry[] {
  const cellOf = (cells: readonly string[], field: Field): string => cells[list.columns[field] ?? -1]?.trim() ?? '';
  const ours = city?.names.map(fold) ?? [];
  return list.rows.flatMap(({ line, cells }) => {
    const name = cellOf(cells, 'name');
    if (name === '') return [];
    if (city !== null && list.columns.unit !== undefined && !ours.some((one) => ` ${fold(cellOf(cells, 'unit'))} `.includes(` ${one} `))) return [];
    const [joined, left] = [dateIn(cellOf(cells, 'joined')), dateIn(cellOf(cells, 'left'))];
    const unreadable = [joined, left].flatMap((date) => (date !== null && !date.ok ? [date.text] : []));
    return [
      {
        line,
        name,
        country: cellOf(cells, 'country') || null,
        identifier: cellOf(cells, 'identifier') || null,
        joined: joined?.ok === true ? joined.text : null,
        left: left?.ok === true ? left.text : null,
        unreadable,
      },
    ];
  });
}

function dateIn(text: string): { ok: boolean; text: string } | null {
  if (text === '') return null;
  const read = valueIn({ type: 'text', empty: { when: 'absent' }, format: 'date', most: null }, text.replace(/\s*r\.?$/, ''), { kind: '', path: [] });
  return typeof read === 'string' && parseEdtf(read)?.kind === 'date' ? { ok: true, text: read } : { ok: false, text };
}
