import { z } from 'zod';
import { fieldName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { danglingSources } from '#publishing/facts.ts';
import type { Kind } from '#publishing/kind.ts';
import { textsOf } from '../texts.ts';
import { namesOnly } from './references.ts';
import { recordSpec, specAt, type Path, type Spec } from './spec.ts';
import { partOf, rowsOf, valueAt } from './values.ts';

/** What is wrong with a field and how to mend it, in the reader's language. */
export type Problem = { path: Path; text: string };

/** What keeps a body from being a record of its kind; every field is named once. */
export function problemsOf(kind: Kind, body: unknown, lang: Lang): Problem[] {
  const spec = recordSpec(kind);
  const parsed = z.safeParse(kind.schema, body);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => problemOf(spec, body, issue, lang));
  if (problems.length === 0) problems.push(...problemsWithSources(body, lang));
  return [...new Map(problems.map((problem) => [problem.path.join('.'), problem])).values()];
}

function problemOf(spec: Spec, body: unknown, issue: z.core.$ZodIssue, lang: Lang): Problem {
  const path = controlPath(
    spec,
    issue.path.filter((part) => typeof part !== 'symbol'),
  );
  const field = specAt(spec, path);
  return { path, text: field === undefined ? textsOf(lang).wrong.other : wordsFor(field, issue, { value: valueAt(body, path), path, lang }) };
}

/** A missing object is a missing first field. */
function controlPath(spec: Spec, path: Path): Path {
  const field = specAt(spec, path);
  if (field?.type === 'pair') return [...path, 'pl'];
  if (field?.type !== 'group') return path;
  const [first] = field.fields;
  return first === undefined ? path : controlPath(spec, [...path, first.name]);
}

function wordsFor(field: Spec, issue: z.core.$ZodIssue, given: { value: unknown; path: Path; lang: Lang }): string {
  const { wrong } = textsOf(given.lang);
  const isEmpty = given.value === undefined || given.value === null || given.value === '';
  if (field.type === 'choice' || field.type === 'yesNo' || field.type === 'mark') return wrong.choose;
  if (field.type === 'number') return isEmpty ? wrong.number.missing : numberWords(field, issue, given.lang);
  if (field.type === 'rows' || field.type === 'choices' || field.type === 'sourceIds') {
    if (issue.code === 'too_big') return wrong.rows.tooMany(Number(issue.maximum));
    return wrong.rows.tooFew(issue.code === 'too_small' ? Number(issue.minimum) : 1);
  }
  if (issue.code === 'too_big') return wrong.tooLong(Number(issue.maximum), String(given.value).length);
  if (field.type !== 'text') return wrong.other;
  if (isEmpty) return given.path.at(-1) === 'currency' || issue.code !== 'custom' ? wrong.missing[field.format] : wrong.other;
  // A rule between fields: the field itself is well written.
  if (issue.code === 'custom' && field.format !== 'date') return given.path.at(-1) === 'currency' ? wrong.amountAndCurrency : wrong.other;
  return wrong.format[field.format];
}

function numberWords(field: Extract<Spec, { type: 'number' }>, issue: z.core.$ZodIssue, lang: Lang): string {
  const { number } = textsOf(lang).wrong;
  if (issue.code === 'too_small') return number.tooSmall(Number(issue.minimum));
  if (issue.code === 'too_big') return number.tooBig(Number(issue.maximum));
  return field.isWhole ? number.whole : number.any;
}

function problemsWithSources(body: unknown, lang: Lang): Problem[] {
  const given = typeof body === 'object' && body !== null ? body : {};
  const missing = danglingSources(given);
  if (missing.length === 0) return [];
  const where = placesNaming(body, new Set(missing));
  return where.map(({ path, id }) => ({ path, text: textsOf(lang).wrong.noSuchSource(id) }));
}

function placesNaming(value: unknown, missing: ReadonlySet<string>, path: Path = []): { path: Path; id: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => placesNaming(one, missing, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const part = partOf(value, name);
    if (name !== 'sourceIds') return placesNaming(part, missing, [...path, name]);
    const found = rowsOf(part).find((id) => typeof id === 'string' && missing.has(id));
    return typeof found === 'string' ? [{ path: [...path, name], id: found }] : [];
  });
}

/** The field's name as a sentence begins with it. */
export function labelOf(kind: string, path: Path, lang: Lang): string {
  const names = namesOnly(path).filter((name, index) => name !== 'value' || index === 0);
  const name = fieldName([kind, ...names], lang) ?? names.at(-1) ?? '';
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** Where a field stands, for a list of problems: `Przebieg członkostwa 3, data`. */
export function placeInWords(kind: string, path: Path, lang: Lang): string {
  const parts: string[] = [];
  path.forEach((part, index) => {
    if (typeof part === 'number') {
      const next = path[index + 1];
      if (next !== 'value') parts.push(`${parts.pop() ?? ''} ${part + 1}`);
      return;
    }
    if (part === 'value') return;
    const label = labelOf(kind, path.slice(0, index + 1), lang);
    parts.push(parts.length === 0 ? label : label.charAt(0).toLocaleLowerCase(lang) + label.slice(1));
  });
  return parts.join(', ');
}
