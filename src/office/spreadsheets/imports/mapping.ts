import { fold } from '#basics/fold.ts';
import { langs } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { hasForm } from '../../records/form/has-form.ts';
import { pluralName } from '../../records/drafts/title.ts';
import { recordSpec, type Path } from '../../records/form/spec.ts';
import type { Kind, Kinds } from '#publishing/kind.ts';
import { columnNamed, layoutOf, type Column } from '../cells/columns.ts';
import type { Lists } from '../cells/encode.ts';
import { columnWords } from '../cells/words.ts';
import type { Book, Sheet } from '../files/bounds.ts';
import { positionColumn, recordColumn, slugColumn, versionColumn } from '../sheets.ts';
import { textsOf } from '../texts.ts';

/** What a sheet of the file holds, and what stands in each of its columns. `role` is the name of a long list, or `main` for the records themselves. */
export type SheetMap = {
  index: number;
  name: string;
  role: string | null;
  heads: string[];
  columns: (string | null)[];
  /** The line of the headings, and what stands in the next one. */
  line: number;
  second: string[];
  /** The first line of what is read in. */
  first: number;
  last: number;
};
export type Mapping = { kind: string; sheets: SheetMap[] };

export const mainRole = 'main';

/** Kinds of record that people write; what is computed is not read in. */
export const importable = (kinds: Kinds): Kind[] => kinds.all.filter((kind) => hasForm(kind.name));

/** Lists in a workbook have sheets of their own; a file with a single sheet has them in cells. */
export const listsIn = (format: Book['format']): Lists => (format === 'csv' ? 'cells' : 'sheets');

type OwnColumn = 'slug' | 'version' | 'record' | 'position';

export type Choice = { name: string; words: Readonly<Record<'pl' | 'en', string>> };

const own = (name: string, word: OwnColumn): Choice => ({ name, words: { pl: textsOf('pl').file[word], en: textsOf('en').file[word] } });

/** The columns that a sheet of this role can have, for a person to choose among. */
export function choicesFor(kind: Kind, role: string, lists: Lists): Choice[] {
  const layout = layoutOf(recordSpec(kind), [], { lists, office: true });
  const list = layout.lists.find((one) => one.name === role);
  const named = (columns: readonly Column[], path: Path): Choice[] =>
    columns.map((column) => ({ name: column.name, words: { pl: columnWords(kind.name, path, column.path, 'pl'), en: columnWords(kind.name, path, column.path, 'en') } }));
  return list === undefined
    ? [own(slugColumn, 'slug'), own(versionColumn, 'version'), ...named(layout.main, [])]
    : [own(recordColumn, 'record'), own(positionColumn, 'position'), ...named(list.columns, list.path)];
}

/** The column that a heading means: by its stable name, or by its words in either language. */
function matched(kind: Kind, role: string, lists: Lists, choices: readonly Choice[], head: string): string | null {
  const spec = recordSpec(kind);
  const list = layoutOf(spec, [], { lists, office: true }).lists.find((one) => one.name === role);
  if (choices.some((choice) => choice.name === head)) return head;
  const item = spec.fields.find((field) => field.name === list?.name)?.spec;
  const found = item?.type === 'rows' ? columnNamed(item.item, head, { lists: 'cells', office: true }) : columnNamed(spec, head, { lists, office: true });
  if (found !== undefined) return head;
  const words = fold(head);
  return (words === '' ? undefined : choices.find((choice) => langs.some((lang) => fold(choice.words[lang]) === words))?.name) ?? null;
}

/** The field of a column in words, also where it is a further entry of a short list. */
export function wordsOfColumn(kind: Kind, role: string, lists: Lists, name: string, lang: 'pl' | 'en'): string {
  const choice = choicesFor(kind, role, lists).find((one) => one.name === name);
  if (choice !== undefined) return choice.words[lang];
  const spec = recordSpec(kind);
  const list = layoutOf(spec, [], { lists, office: true }).lists.find((one) => one.name === role);
  const item = spec.fields.find((field) => field.name === list?.name)?.spec;
  const found = item?.type === 'rows' ? columnNamed(item.item, name, { lists: 'cells', office: true }) : columnNamed(spec, name, { lists, office: true });
  return found === undefined ? name : columnWords(kind.name, list?.path ?? [], found.path, lang);
}

const firstLine = (sheet: Sheet): number => sheet.rows.findIndex((row) => row.some((cell) => cell !== ''));

/** Which columns the headings of a sheet name, each column once. */
export function columnsOf(kind: Kind, role: string, lists: Lists, heads: readonly string[]): (string | null)[] {
  const choices = choicesFor(kind, role, lists);
  const taken = new Set<string>();
  return heads.map((head) => {
    const name = matched(kind, role, lists, choices, head.trim());
    if (name === null || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}

/** The sheets of a file before anybody knows what they hold. */
export const bareSheets = (book: Book): SheetMap[] =>
  book.sheets.map((sheet, index) => {
    const at = Math.max(0, firstLine(sheet));
    const heads = sheet.rows[at] ?? [];
    return { index, name: sheet.name, role: null, heads, columns: heads.map(() => null), line: at + 1, second: sheet.rows[at + 1] ?? [], first: at + 2, last: sheet.rows.length };
  });

/** The kind that a file holds: by the name of a sheet or of the file, else by its headings where they fit one kind better than any other. */
export function recognisedKind(kinds: Kinds, sheets: readonly SheetMap[], format: Book['format'], fileName: string): Kind | undefined {
  const all = importable(kinds);
  // Another sheet may be a list that is named like a kind: objectives stand beside memberships.
  const [first, ...others] = sheets.map((sheet) => sheet.name);
  for (const name of [first, fileName.replace(/\.[a-z]+$/i, ''), ...others]) {
    const named = name === undefined || name === '' ? undefined : all.find((kind) => isNamedAfter(kind, name));
    if (named !== undefined) return named;
  }
  const heads = sheets[0]?.heads ?? [];
  const fits = all
    .map((kind) => ({ kind, count: columnsOf(kind, mainRole, listsIn(format), heads).filter((column) => column !== null).length }))
    .toSorted((one, other) => other.count - one.count);
  const [best, next] = fits;
  return best !== undefined && best.count >= 3 && best.count > (next?.count ?? 0) ? best.kind : undefined;
}

/** What is proposed to the person who reads the file in: sheets and columns by their names. */
export function proposedMapping(kind: Kind, format: Book['format'], sheets: readonly SheetMap[]): Mapping {
  const lists = listsIn(format);
  const layout = layoutOf(recordSpec(kind), [], { lists, office: true });
  const descriptions = new Set(langs.flatMap((lang) => [textsOf(lang).file.description.sheet, textsOf(lang).file.errors.sheet]).map(fold));
  const roles = sheets.map((sheet) => {
    if (descriptions.has(fold(sheet.name))) return null;
    const list = layout.lists.find((one) => [one.name, ...langs.map((lang) => wordsOfList(kind, one.name, lang))].some((name) => fold(name) === fold(sheet.name)));
    return list?.name ?? (isNamedAfter(kind, sheet.name) ? mainRole : undefined);
  });
  // Where no sheet is named after the records, the first that is nothing else holds them.
  if (!roles.includes(mainRole)) {
    const free = roles.indexOf(undefined);
    if (free !== -1) roles[free] = mainRole;
  }
  return { kind: kind.name, sheets: sheets.map((sheet, index) => withRole(kind, format, sheet, roles[index] ?? null)) };
}

/** A sheet that holds this, with the columns that its headings name. */
export function withRole(kind: Kind, format: Book['format'], sheet: SheetMap, role: string | null): SheetMap {
  const columns = role === null ? sheet.heads.map(() => null) : columnsOf(kind, role, listsIn(format), sheet.heads);
  return { ...sheet, role, columns, first: firstOf(kind, format, { ...sheet, role, columns }) };
}

const firstOf = (kind: Kind, format: Book['format'], { role, columns, line, second }: SheetMap): number =>
  line + (role !== null && saysItInWords(choicesFor(kind, role, listsIn(format)), columns, second) ? 2 : 1);

const isNamedAfter = (kind: Kind, name: string): boolean =>
  [kind.plural, kind.name, ...langs.flatMap((lang) => [pluralName(kind.name, lang), kindWord(kind.name, lang)])].some((word) => fold(word) === fold(name));

const kindWord = (kind: string, lang: 'pl' | 'en'): string => new Map<string, string>(Object.entries(wordsFor(lang).kinds)).get(kind) ?? kind;

export const wordsOfList = (kind: Kind, list: string, lang: 'pl' | 'en'): string => columnWords(kind.name, [], [list], lang);

/** The second line of a file from here says in words what the first says in names. */
function saysItInWords(choices: readonly Choice[], columns: readonly (string | null)[], row: readonly string[]): boolean {
  const [key] = choices;
  const cell = row[columns.indexOf(key?.name ?? '')];
  return key !== undefined && cell !== undefined && langs.some((lang) => cell === key.words[lang]);
}
