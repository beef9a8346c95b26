import { columns as en } from './en/columns.ts';
import type { Lang } from './lang.ts';
import { columns as pl } from './pl/columns.ts';

/** What a cell holds. In the plural there may be several: `texts` and `dates` with a bar between, `slugs` and `links` with a blank. */
export type ColumnType = 'text' | 'texts' | 'slugs' | 'link' | 'links' | 'integer' | 'decimal' | 'yesNo' | 'day' | 'moment' | 'date' | 'dates';

export type CsvColumn = { name: string; type: ColumnType; titles: Readonly<Record<Lang, string>> };

type Tables = Omit<typeof pl, 'notice'>;

const titleOf = (catalogue: Readonly<Record<string, string>>, name: string): string => {
  const title = catalogue[name];
  if (title === undefined) throw new Error(`no title for the column ${name}`);
  return title;
};

/** The columns of a table in their order: the catalogues say what each means, and each of its texts must be used. */
export function columnsOf<Table extends keyof Tables>(table: Table, types: Readonly<Record<keyof Tables[Table] & string, ColumnType>>): readonly CsvColumn[] {
  return Object.entries<ColumnType>(types).map(([name, type]) => ({ name, type, titles: { pl: titleOf(pl[table], name), en: titleOf(en[table], name) } }));
}

/** Stands last in every file of an example city. */
export const noticeColumn: CsvColumn = { name: 'notice', type: 'text', titles: { pl: pl.notice, en: en.notice } };
