import type { Path, Rows, Spec } from '../../records/form/spec.ts';
import { isBlank, partOf, rowsOf } from '../../records/form/values.ts';
import type { Head } from './columns.ts';
import { claimPart, isList, itemsOf, jsonOf, numbered, under, type Cells, type Shape } from './encode.ts';
import { cellOf, isLeaf, plain, textOf, valueIn, type Leaf } from './leaf.ts';

/** A row of a sheet: the texts of its cells by the names of their columns. A column that the file lacks is not in it. */
export type Row = { line: number; cells: ReadonlyMap<string, string> };

/** The rows that one record has on the sheet of a long list. */
export type ListRows = { head: Head; rows: readonly Row[] };

/** Where in the file a field of the record was read: `list` names the sheet of a long list. */
export type Place = { list: string | null; line: number; column: string };

export type Given = {
  kind: string;
  head: Head;
  row: Row;
  lists: ReadonlyMap<string, ListRows>;
  shape: Shape;
  /** Told of every cell that became part of the record. */
  trace?: (path: Path, place: Place) => void;
};

/**
 * The body that a row tells. What the file does not show, and every cell that says what the record says already, stays as the record has it; so a file that
 * was not changed changes nothing.
 */
export function bodyIn(spec: Spec, given: Given, base: unknown): unknown {
  return part(spec, '', base, [], { ...given, list: null });
}

type Context = Given & { list: string | null };

function part(spec: Spec, name: string, base: unknown, path: Path, context: Context): unknown {
  if (isList(spec)) return list(spec, name, base, path, context);
  if (!context.head.has(name) && !(spec.type === 'group' && spec.fields.some((field) => isList(field.spec)))) return base;
  if (isLeaf(spec)) return leaf(spec, name, base, path, context);
  if (spec.type === 'pair') {
    const texts = (['pl', 'en'] as const).map((lang) => [lang, text(under(name, lang), partOf(base, lang), [...path, lang], context)] as const);
    return whole(
      spec,
      texts.filter(([, value]) => value !== undefined),
      base,
    );
  }
  if (spec.type === 'group') {
    const fields = spec.fields.map((field) => [field.name, part(field.spec, under(name, field.name), partOf(base, field.name), [...path, field.name], context)] as const);
    return whole(
      spec,
      fields.filter(([, value]) => value !== undefined),
      base,
    );
  }
  return short(spec, name, base, path, context);
}

/** The same object where none of its parts has changed; nothing where nothing stands in it and nothing need. */
function whole(spec: Spec, parts: readonly (readonly [string, unknown])[], base: unknown): unknown {
  if (typeof base === 'object' && base !== null && Object.keys(base).length === parts.length && parts.every(([name, value]) => value === partOf(base, name))) return base;
  const made = Object.fromEntries(parts);
  if (spec.empty.when === 'required' || !isBlank(spec, made)) return made;
  return base !== undefined && (base === null || isBlank(spec, base)) ? base : nothing(spec);
}

const nothing = (spec: Spec): null | undefined => (spec.empty.when === 'null' ? null : undefined);

function leaf(spec: Leaf, name: string, base: unknown, path: Path, context: Context): unknown {
  const typed = context.row.cells.get(name);
  context.trace?.(path, { list: context.list, line: context.row.line, column: name });
  if (typed === undefined || typed === textOf(cellOf(spec, base))) {
    // Nothing was said and nothing is said: where a new record must say that nobody knows, it says so.
    return typed === '' && base === undefined ? valueIn(spec, '', { kind: context.kind, path }) : base;
  }
  return valueIn(spec, typed, { kind: context.kind, path });
}

function text(name: string, base: unknown, path: Path, { row, list: at, trace }: Context): unknown {
  const typed = row.cells.get(name);
  trace?.(path, { list: at, line: row.line, column: name });
  if (typed === undefined || (typeof base === 'string' && typed === plain(base))) return base;
  return typed === '' ? undefined : typed;
}

/** A short list, or a fact in as many versions as there are: an entry of which no cell is filled is none. */
function short(spec: Rows, name: string, base: unknown, path: Path, context: Context): unknown {
  const before = rowsOf(base);
  const made: unknown[] = [];
  const width = context.head.count(name);
  for (let index = 0; index < width; index += 1) {
    if (context.head.of(name, index).every((column) => (context.row.cells.get(column) ?? '') === '')) continue;
    made.push(entry(spec, numbered(name, index), before[index], [...path, made.length], context));
  }
  made.push(...before.slice(width));
  return asList(spec, made, base);
}

function entry(spec: Rows, name: string, base: unknown, path: Path, context: Context): unknown {
  if (!spec.isClaims || spec.item.type !== 'group') return part(spec.item, name, base, path, context);
  const fields = spec.item.fields.map((field) => {
    const at = field.name === 'value' ? name : under(name, claimPart(field.name));
    return [field.name, part(field.spec, at, partOf(base, field.name), [...path, field.name], context)] as const;
  });
  return whole(
    spec.item,
    fields.filter(([, value]) => value !== undefined),
    base,
  );
}

/** A long list from its own sheet or from one cell. */
function list(spec: Rows, name: string, base: unknown, path: Path, context: Context): unknown {
  const rows = context.lists.get(name);
  if (rows !== undefined && context.list === null) return fromSheet(spec, name, base, path, { ...context, found: rows });
  const typed = context.row.cells.get(name);
  context.trace?.(path, { list: context.list, line: context.row.line, column: name });
  if (typed === undefined || typed === textOf(jsonOf(spec, base, context.shape))) return base;
  if (typed === '') return asList(spec, [], base);
  try {
    const value: unknown = JSON.parse(typed);
    return value;
  } catch {
    return typed;
  }
}

function fromSheet(spec: Rows, name: string, base: unknown, path: Path, context: Context & { found: ListRows }): unknown {
  const { found, shape } = context;
  const before = rowsOf(base);
  const inCells: Shape = { ...shape, lists: 'cells' };
  const taken = new Set<number>();
  const unchanged = before.length === 0 ? [] : asBefore(found, itemsOf(spec, before, shape));
  for (const index of unchanged) if (index !== undefined) taken.add(index);
  const made = found.rows.map((row, index) => {
    const its = unchanged[index] ?? (taken.has(index) ? undefined : index);
    const at: Path = [...path, index];
    return part(spec.item, '', its === undefined ? undefined : before[its], at, { ...context, list: name, row, head: found.head, shape: inCells });
  });
  return asList(spec, made, base);
}

/** For each line of a list the entry that says the same already, wherever it stood. */
function asBefore(found: ListRows, before: readonly Cells[]): (number | undefined)[] {
  const key = (cells: ReadonlyMap<string, unknown>): string => JSON.stringify(found.head.names.map((column) => cells.get(column) ?? ''));
  const same = new Map<string, number[]>();
  before.forEach((cells, index) => {
    const its = key(new Map([...cells].map(([column, cell]) => [column, textOf(cell)])));
    same.set(its, [...(same.get(its) ?? []), index]);
  });
  return found.rows.map((row) => same.get(key(row.cells))?.shift());
}

function asList(spec: Rows, made: readonly unknown[], base: unknown): unknown {
  const before = rowsOf(base);
  if (made.length === before.length && made.every((item, index) => item === before[index])) return base;
  return made.length === 0 && spec.empty.when === 'absent' ? undefined : made;
}
