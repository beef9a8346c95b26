import type { Path, Spec } from '../../records/form/spec.ts';
import { claimPart, isList, numbered, shownFields, under, type Encoded, type Shape } from './encode.ts';
import { isLeaf } from './leaf.ts';

/** A column of a sheet: its stable name and the field that it holds. */
export type Column = { name: string; path: Path; isPublic: boolean };
export type ListSheet = { name: string; path: Path; columns: Column[]; isPublic: boolean };
export type Layout = { main: Column[]; lists: ListSheet[] };

/** The columns that hold all these records: every field has its own, a short list as many as its longest needs. */
export function layoutOf(spec: Spec, encoded: readonly Encoded[], shape: Shape): Layout {
  const head = headOf(new Set(encoded.flatMap(({ cells }) => [...cells.keys()].filter((name) => cells.get(name) !== null))));
  const main: Column[] = [];
  const lists: ListSheet[] = [];
  const walk = (one: Spec, name: string, path: Path, isPublic: boolean): void => {
    if (isLeaf(one)) main.push({ name, path, isPublic });
    else if (one.type === 'pair') for (const lang of ['pl', 'en']) main.push({ name: under(name, lang), path: [...path, lang], isPublic });
    else if (one.type === 'group') for (const field of shownFields(one, shape)) walk(field.spec, under(name, field.name), [...path, field.name], isPublic && field.isPublic);
    else if (isList(one)) {
      if (shape.lists === 'cells') main.push({ name, path, isPublic });
      else {
        const rows = encoded.flatMap((record) => (record.lists.get(name) ?? []).map((cells): Encoded => ({ cells, lists: new Map() })));
        lists.push({ name, path, isPublic, columns: layoutOf(one.item, rows, { ...shape, lists: 'cells' }).main });
      }
    } else
      for (let index = 0; index < Math.max(1, head.count(name)); index += 1) {
        const at = numbered(name, index);
        if (!one.isClaims || one.item.type !== 'group') walk(one.item, at, [...path, index], isPublic);
        else
          for (const field of shownFields(one.item, shape)) {
            const part = field.name === 'value' ? at : under(at, claimPart(field.name));
            // Doubts and remarks are rare: they have columns where somebody has one.
            if (field.name === 'value' || field.name === 'sourceIds' || head.has(part)) walk(field.spec, part, [...path, index, field.name], isPublic && field.isPublic);
          }
      }
  };
  walk(spec, '', [], true);
  return { main, lists };
}

/** The columns that a file has. */
export type Head = {
  names: readonly string[];
  /** Whether the column, or one of the columns of a field that has several, is there. */
  has(name: string): boolean;
  /** How many entries of a short list the columns can hold. */
  count(name: string): number;
  /** The columns of one entry of a short list. */
  of(name: string, index: number): readonly string[];
};

export function headOf(names: Iterable<string>): Head {
  const all = [...names];
  const prefixes = new Set(['']);
  const counts = new Map<string, number>();
  for (const name of all) {
    const parts = name.split('.');
    parts.forEach((part, index) => {
      const prefix = parts.slice(0, index + 1).join('.');
      prefixes.add(prefix);
      if (/^\d+$/.test(part)) {
        const list = parts.slice(0, index).join('.');
        counts.set(list, Math.max(counts.get(list) ?? 1, Number(part)));
      }
    });
  }
  const entries = new Map<string, readonly string[]>();
  return {
    names: all,
    has: (name) => prefixes.has(name),
    count: (name) => counts.get(name) ?? (prefixes.has(name) ? 1 : 0),
    of: (name, index) => {
      const at = numbered(name, index);
      const known = entries.get(at);
      if (known !== undefined) return known;
      const found = all.filter((one) => one === at || (one.startsWith(`${at}.`) && (index > 0 || !/^\d/.test(one.slice(at.length + 1)))));
      entries.set(at, found);
      return found;
    },
  };
}

/** The field that a column of this name holds; undefined where the record has none such. */
export function columnNamed(spec: Spec, name: string, shape: Shape): Column | undefined {
  const walk = (one: Spec, parts: readonly string[], path: Path, isPublic: boolean): Column | undefined => {
    const [first, ...rest] = parts;
    if (isLeaf(one)) return first === undefined ? { name, path, isPublic } : undefined;
    if (one.type === 'pair') return (first === 'pl' || first === 'en') && rest.length === 0 ? { name, path: [...path, first], isPublic } : undefined;
    if (one.type === 'group') {
      const field = shownFields(one, shape).find((each) => each.name === first);
      return field && walk(field.spec, rest, [...path, field.name], isPublic && field.isPublic);
    }
    if (isList(one)) return shape.lists === 'cells' && first === undefined ? { name, path, isPublic } : undefined;
    const isNumber = first !== undefined && /^[1-9]\d?$/.test(first);
    const [index, inner] = isNumber ? [Number(first) - 1, rest] : [0, parts];
    if (isNumber && index === 0) return undefined;
    if (!one.isClaims || one.item.type !== 'group') return walk(one.item, inner, [...path, index], isPublic);
    const fields = shownFields(one.item, shape);
    const beside = fields.find((field) => field.name !== 'value' && claimPart(field.name) === inner[0]);
    if (beside !== undefined) return walk(beside.spec, inner.slice(1), [...path, index, beside.name], isPublic);
    const value = fields.find((field) => field.name === 'value');
    return value && walk(value.spec, inner, [...path, index, 'value'], isPublic);
  };
  return walk(spec, name.split('.'), [], true);
}

/** The long lists that have sheets of their own. */
export function listsOf(spec: Spec, shape: Shape): ListSheet[] {
  return layoutOf(spec, [], { ...shape, lists: 'sheets' }).lists;
}
