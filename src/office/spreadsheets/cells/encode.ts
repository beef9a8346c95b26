import type { Group, Rows, Spec } from '../../records/form/spec.ts';
import { partOf, rowsOf } from '../../records/form/values.ts';
import { cellOf, isLeaf, plain, type CellValue } from './leaf.ts';

/** Lists stand on sheets of their own, or as JSON in one cell. */
export type Lists = 'sheets' | 'cells';
export type Shape = { lists: Lists; office: boolean };

export type Cells = ReadonlyMap<string, CellValue>;

/** A record as cells, by the names of their columns, with the rows of the lists that stand elsewhere. */
export type Encoded = { cells: Cells; lists: ReadonlyMap<string, readonly Cells[]> };

export const under = (name: string, part: string): string => (name === '' ? part : `${name}.${part}`);

/** The first of a short list bears the list's own name, the others their number: `founded`, `founded.2`. */
export const numbered = (name: string, index: number): string => (index === 0 ? name : `${name}.${index + 1}`);

export type LongList = Rows & { isClaims: false };

/** A long list: rows of several fields that are no versions of one fact. */
export const isList = (spec: Spec): spec is LongList => spec.type === 'rows' && !spec.isClaims && (spec.item.type === 'group' || spec.item.type === 'rows');

/** A claim's sources stand beside its value under a short name. */
export const claimPart = (field: string): string => (field === 'sourceIds' ? 'sources' : field);

export function encode(spec: Spec, value: unknown, shape: Shape): Encoded {
  const cells = new Map<string, CellValue>();
  const lists = new Map<string, readonly Cells[]>();
  const walk = (one: Spec, name: string, part: unknown): void => {
    if (isLeaf(one)) cells.set(name, cellOf(one, part));
    else if (one.type === 'pair') for (const lang of ['pl', 'en']) cells.set(under(name, lang), textIn(partOf(part, lang)));
    else if (one.type === 'group') for (const field of shownFields(one, shape)) walk(field.spec, under(name, field.name), partOf(part, field.name));
    else if (isList(one)) {
      if (shape.lists === 'sheets') lists.set(name, itemsOf(one, part, shape));
      else cells.set(name, jsonOf(one, part, shape));
    } else if (one.isClaims) rowsOf(part).forEach((claim, index) => walkClaim(one, numbered(name, index), claim));
    else rowsOf(part).forEach((item, index) => walk(one.item, numbered(name, index), item));
  };
  const walkClaim = (claims: Rows, name: string, claim: unknown): void => {
    if (claims.item.type !== 'group') return;
    for (const field of shownFields(claims.item, shape)) walk(field.spec, field.name === 'value' ? name : under(name, claimPart(field.name)), partOf(claim, field.name));
  };
  walk(spec, '', value);
  return { cells, lists };
}

/** The rows of a long list; what is a list again inside one stands in one of its cells. */
export const itemsOf = (spec: Rows, value: unknown, shape: Shape): Cells[] => rowsOf(value).map((row) => encode(spec.item, row, { ...shape, lists: 'cells' }).cells);

export const shownFields = (spec: Group, shape: Shape) => (shape.office ? spec.fields : spec.fields.filter((field) => field.isPublic));

const textIn = (value: unknown): string | null => (typeof value === 'string' ? plain(value) : null);

/** A list in one cell; nothing where there is no entry. */
export function jsonOf(spec: Rows, value: unknown, shape: Shape): string | null {
  const rows = rowsOf(value);
  return rows.length === 0 ? null : plain(JSON.stringify(rows.map((row) => publicOnly(spec.item, row, shape))));
}

function publicOnly(spec: Spec, value: unknown, shape: Shape): unknown {
  if (spec.type === 'rows' && Array.isArray(value)) return value.map((row) => publicOnly(spec.item, row, shape));
  if (spec.type !== 'group' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    shownFields(spec, shape).flatMap((field) => {
      const part = partOf(value, field.name);
      return part === undefined ? [] : [[field.name, publicOnly(field.spec, part, shape)]];
    }),
  );
}
