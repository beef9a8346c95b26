import { hints as hintsEn } from '#lang/en/office-hints.ts';
import type { Lang } from '#lang/lang.ts';
import { hints as hintsPl } from '#lang/pl/office-hints.ts';
import { namesOnly } from './references.ts';
import type { Path, Spec } from './spec.ts';

export type Option = { value: string; text: string };

/** What a form is shown with, beside the body. */
export type Shown = {
  kind: string;
  lang: Lang;
  /** What is wrong, by the field's name. */
  problems: ReadonlyMap<string, string>;
  /** The record's own list of sources. */
  sources: readonly Option[];
  /** All records of a kind, where they are few enough to stand in the page. */
  options: ReadonlyMap<string, readonly Option[]>;
  /** The titles of records that the body refers to: `organisation owhc`. */
  titles: ReadonlyMap<string, string>;
  /** Where a long list's rows on this page begin. */
  from: ReadonlyMap<string, number>;
  /** The field whose preview stands below it. */
  preview: string | null;
  /** The row that stands open. */
  opened: string | null;
  /** Inside something that may be left out, nothing is required by itself. */
  isOptional?: boolean;
};

export const nameOf = (path: Path): string => path.join('.');
export const idOf = (path: Path): string => `f-${nameOf(path)}`;

/** The entry of the longest end of the path, the kind first. */
function byEnd<Entry>(entries: Readonly<Record<string, Entry>>, names: readonly string[]): Entry | undefined {
  const found = names.map((_name, start) => names.slice(start).join('.')).find((end) => Object.hasOwn(entries, end));
  return found === undefined ? undefined : entries[found];
}

const named = (kind: string, path: Path): string[] => [kind, ...namesOnly(path).filter((name, index) => name !== 'value' || index === 0)];

export const hintFor = (kind: string, path: Path, lang: Lang): string | undefined => byEnd<string>(lang === 'pl' ? hintsPl : hintsEn, named(kind, path));

/** Texts that people read at length: they can be seen as the public page will set them. */
const previews: Readonly<Record<string, 'markdown' | 'paragraphs'>> = { 'article.body': 'markdown', 'organisation.description': 'paragraphs', 'trip.report': 'paragraphs' };
export const previewOf = (kind: string, path: Path): 'markdown' | 'paragraphs' | undefined => byEnd(previews, named(kind, path));

/** Texts in two languages that fit a line. */
const oneLine = new Set([
  'name',
  'shortName',
  'title',
  'role',
  'to',
  'city',
  'formerNames',
  'predecessors',
  'successor',
  'nameVariants',
  'foundedPlace',
  'region',
  'place',
  'office',
  'approvedBy',
]);
export const fitsLine = (path: Path): boolean => oneLine.has(namesOnly(path).findLast((name) => name !== 'value') ?? '');

/** What takes the whole width of the form; the rest stands side by side. */
export const isWide = (spec: Spec): boolean =>
  spec.type === 'group' ||
  spec.type === 'pair' ||
  spec.type === 'choices' ||
  (spec.type === 'text' && (spec.format === 'prose' || spec.format === 'link')) ||
  (spec.type === 'rows' && (!spec.isClaims || isWide(claimValue(spec))));

/** What a claim claims. */
export function claimValue(spec: Extract<Spec, { type: 'rows' }>): Spec {
  const value = spec.item.type === 'group' ? spec.item.fields.find((field) => field.name === 'value') : undefined;
  if (value === undefined) throw new Error('a list of claims without a value');
  return value.spec;
}
