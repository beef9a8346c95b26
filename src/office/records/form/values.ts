import type { Group, Path, Rows, Spec } from './spec.ts';

/** A body as far as somebody has typed it: of the right shape, but perhaps not yet right. */
export const partOf = (value: unknown, name: string | number): unknown => {
  if (Array.isArray(value)) return typeof name === 'number' ? value[name] : undefined;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
};

export const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const valueAt = (value: unknown, path: Path): unknown => path.reduce<unknown>(partOf, value);

/** The value with another at the end of the path; what stands beside it stays. */
export function withValue(value: unknown, path: Path, put: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  const inner = withValue(partOf(value, first), rest, put);
  if (typeof first === 'number') return rowsOf(value).map((one, index) => (index === first ? inner : one));
  const parts = new Map<string, unknown>(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
  if (inner === undefined) parts.delete(first);
  else parts.set(first, inner);
  return Object.fromEntries(parts);
}

/** Whether nothing has been said: a field whose preset still stands is as good as empty. */
export function isBlank(spec: Spec, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (spec.type === 'text' && spec.format === 'sourceId') return true;
  if (spec.type === 'group') return spec.fields.every((field) => isBlank(field.spec, partOf(value, field.name)));
  if (spec.type === 'pair') return [partOf(value, 'pl'), partOf(value, 'en')].every((text) => text === undefined || text === '');
  if (spec.type === 'rows') return rowsOf(value).every((row) => isBlank(spec.item, row));
  if (spec.type === 'choices' || spec.type === 'sourceIds') return rowsOf(value).length === 0;
  return spec.empty.when === 'preset' && spec.empty.preset === value;
}

/** The body without rows in which nothing stands. */
export function pruned(spec: Spec, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (spec.type === 'rows') return rowsOf(value).flatMap((row) => (isBlank(spec.item, row) ? [] : [pruned(spec.item, row)]));
  if (spec.type === 'group') return Object.fromEntries(spec.fields.flatMap(({ name, spec: field }) => entry(name, pruned(field, partOf(value, name)), field)));
  return value;
}

const entry = (name: string, value: unknown, spec: Spec): [string, unknown][] =>
  value === undefined || (spec.type === 'rows' && spec.empty.when === 'absent' && rowsOf(value).length === 0) ? [] : [[name, value]];

/** The same content in the same words, whatever order the database has put the fields in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${parts
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`)
    .join(',')}}`;
}

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** The names of the record's fields that differ; the audit keeps them. */
export const changedFields = (spec: Group, before: unknown, after: unknown): string[] =>
  spec.fields.flatMap(({ name }) => (isSame(partOf(before, name), partOf(after, name)) ? [] : [name]));

/** How many rows of a long list stand in the form at a time. */
export const rowsAtOnce = 40;

/** A list is shown row by row; a fact always has a row to type into. */
export const shownRows = (spec: Rows, value: unknown): readonly unknown[] => (spec.isClaims && rowsOf(value).length === 0 ? [{}] : rowsOf(value));
