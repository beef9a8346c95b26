import type { Path, Spec } from './spec.ts';

/** Which kind of record a reference means. Keys are field names or ends of their paths, the kind first. */
const kindsByField: Readonly<Record<string, string>> = {
  act: 'act',
  'decision.assessment': 'assessment',
  effects: 'effect',
  membership: 'membership',
  network: 'network',
  objective: 'objective',
  'objective.parent': 'objective',
  organisation: 'organisation',
  organisations: 'organisation',
  unit: 'unit',
};

export const namesOnly = (path: Path): string[] => path.filter((part) => typeof part === 'string');

/** The kind that a field with an address part refers to; undefined where it is a name of its own. */
export function referredKind(kind: string, path: Path): string | undefined {
  const names = [kind, ...namesOnly(path)];
  const ends = names.map((_name, start) => names.slice(start).join('.'));
  const found = ends.find((end) => Object.hasOwn(kindsByField, end));
  return found === undefined ? undefined : kindsByField[found];
}

export type Referred = { kind: string; slug: string; path: Path };

/** Every reference that stands in a body, wherever it stands. */
export function referencesIn(kind: string, spec: Spec, value: unknown, path: Path = []): Referred[] {
  if (spec.type === 'text') {
    const referred = spec.format === 'slug' ? referredKind(kind, path) : undefined;
    return referred === undefined || typeof value !== 'string' || value === '' ? [] : [{ kind: referred, slug: value, path }];
  }
  if (spec.type === 'rows') return Array.isArray(value) ? value.flatMap((row, index) => referencesIn(kind, spec.item, row, [...path, index])) : [];
  if (spec.type !== 'group' || typeof value !== 'object' || value === null) return [];
  const parts = new Map<string, unknown>(Object.entries(value));
  return spec.fields.flatMap((field) => referencesIn(kind, field.spec, parts.get(field.name), [...path, field.name]));
}

/** The kinds that the fields of a form refer to. */
export function kindsReferred(kind: string, spec: Spec, path: Path = []): string[] {
  if (spec.type === 'text') return spec.format === 'slug' ? [referredKind(kind, path) ?? []].flat() : [];
  if (spec.type === 'rows') return kindsReferred(kind, spec.item, path);
  if (spec.type !== 'group') return [];
  return [...new Set(spec.fields.flatMap((field) => kindsReferred(kind, field.spec, [...path, field.name])))];
}
