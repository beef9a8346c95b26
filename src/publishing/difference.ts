import { z } from 'zod';
import { bare, isPublic, publicPart } from './fields.ts';

/** Where a difference lies: field names, and for items of lists their key or their position from 0. */
export type Path = readonly (string | number)[];

export type Difference = { path: Path; before: unknown; after: unknown; kind: 'added' | 'removed' | 'changed' };

/**
 * What of two bodies of a kind the public sees differ, in the order of the schema. Fields that are not marked public are cut off
 * before anything is compared. Turned round, the same differences come out with `before` and `after`, added and removed exchanged.
 */
export const differences = (schema: z.core.$ZodType, before: unknown, after: unknown): Difference[] =>
  compare(schema, publicPart(schema, before), publicPart(schema, after), [], isPublic);

/** The same with the fields that only the office sees. */
export const differencesInOffice = (schema: z.core.$ZodType, before: unknown, after: unknown): Difference[] => compare(schema, before, after, [], () => true);

type Wanted = (field: z.core.$ZodType) => boolean;

function compare(schema: z.core.$ZodType, before: unknown, after: unknown, path: Path, wanted: Wanted): Difference[] {
  const type = bare(schema);
  if (type instanceof z.ZodArray) return compareLists(type.element, listOf(before), listOf(after), path, wanted);
  if (isAbsent(before) && isAbsent(after)) return [];
  if (isAbsent(before)) return [{ path, before: null, after, kind: 'added' }];
  if (isAbsent(after)) return [{ path, before, after: null, kind: 'removed' }];
  if (type instanceof z.ZodObject) {
    const [left, right] = [partsOf(before), partsOf(after)];
    return Object.entries<z.core.$ZodType>(type.shape).flatMap(([name, field]) => (wanted(field) ? compare(field, left.get(name), right.get(name), [...path, name], wanted) : []));
  }
  return same(before, after) ? [] : [{ path, before, after, kind: 'changed' }];
}

/** Not given and not known look the same to a reader. */
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const partsOf = (value: unknown): Map<string, unknown> => new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

function compareLists(element: z.core.$ZodType, before: unknown[], after: unknown[], path: Path, wanted: Wanted): Difference[] {
  const [left, right] = [keyed(element, before), keyed(element, after)];
  if (left === null || right === null) return compareByPosition(element, before, after, path, wanted);
  const found = [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => compare(element, left.get(key), right.get(key), [...path, key], wanted));
  // The first of a list of plain values leads, so their order is a fact too.
  const reordered = !(bare(element) instanceof z.ZodObject) && !same(shared(left, right), shared(right, left));
  return reordered ? [...found, { path, before, after, kind: 'changed' }] : found;
}

const shared = (one: Map<string, unknown>, other: Map<string, unknown>): string[] => [...one.keys()].filter((key) => other.has(key));

/** What tells the items of a list apart, by the fields that they have. Other objects are told apart by their place. */
const keyFields = [['id'], ['objective'], ['membership'], ['ref'], ['name', 'country']];

/** The items by their key, plain values by themselves; null where the items have no key or share one. */
function keyed(element: z.core.$ZodType, items: unknown[]): Map<string, unknown> | null {
  const type = bare(element);
  if (!(type instanceof z.ZodObject)) return byThemselves(items);
  const fields = keyFields.find((names) => names.every((name) => name in type.shape));
  if (fields === undefined) return null;
  const byKey = new Map(items.map((item) => [fields.map((name) => String(partsOf(item).get(name))).join(', '), item]));
  return byKey.size === items.length ? byKey : null;
}

/** A value that stands twice in a list is two items. */
function byThemselves(items: unknown[]): Map<string, unknown> {
  const byKey = new Map<string, unknown>();
  for (const item of items) {
    let key = String(item);
    for (let again = 2; byKey.has(key); again += 1) key = `${String(item)} (${again})`;
    byKey.set(key, item);
  }
  return byKey;
}

/** What begins and ends alike is set aside first, so that an item put in the middle is one difference and not a shift of all that follow. */
function compareByPosition(element: z.core.$ZodType, before: unknown[], after: unknown[], path: Path, wanted: Wanted): Difference[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const differing = Math.max(before.length, after.length) - end;
  const found: Difference[] = [];
  for (let place = start; place < differing; place += 1) {
    const at = (list: unknown[]): unknown => (place < list.length - end ? list[place] : undefined);
    found.push(...compare(element, at(before), at(after), [...path, place], wanted));
  }
  return found;
}

/** A path read along its schema: the names of the fields, what stands for list items, the schema of what lies there, and whether the public sees it. */
export type Place = { schema: z.core.$ZodType; steps: ({ field: string } | { item: string | number; schema: z.core.$ZodType })[]; open: boolean };

export function placeOf(schema: z.core.$ZodType, path: Path): Place {
  let here = schema;
  let open = true;
  const steps: Place['steps'] = [];
  for (const part of path) {
    const type = bare(here);
    if (type instanceof z.ZodArray) {
      here = type.element;
      steps.push({ item: part, schema: here });
    } else if (type instanceof z.ZodObject) {
      const field = new Map(Object.entries<z.core.$ZodType>(type.shape)).get(String(part));
      if (field === undefined) throw new Error(`${path.join('.')} is no path of this schema`);
      here = field;
      open &&= isPublic(field);
      steps.push({ field: String(part) });
    } else throw new Error(`${path.join('.')} is no path of this schema`);
  }
  return { schema: here, steps, open };
}
