import { createHash } from 'node:crypto';
import { specAt, type Group, type Path, type Spec } from '../form/spec.ts';
import { canonical, isBlank, isSame, partOf, rowsOf, valueAt, withValue } from '../form/values.ts';

/** A part of the record that two versions tell differently, as small as it can be chosen by itself. */
export type Unit = { path: Path; spec: Spec; mine: unknown; theirs: unknown };
export type Who = 'mine' | 'theirs' | 'both';

/** What differs. Objects and texts in two languages are taken apart; lists of equal length row by row, others as a whole. */
export function unitsOf(spec: Spec, mine: unknown, theirs: unknown, path: Path = []): Unit[] {
  if (isSame(mine, theirs) || (isBlank(spec, mine) && isBlank(spec, theirs))) return [];
  const isWhole = path.length > 0 && (isBlank(spec, mine) || isBlank(spec, theirs));
  if (spec.type === 'group' && !isWhole) return spec.fields.flatMap(({ name, spec: field }) => unitsOf(field, partOf(mine, name), partOf(theirs, name), [...path, name]));
  if (spec.type === 'pair' && !isWhole)
    return ['pl', 'en'].flatMap((lang) => {
      const field = specAt(spec, [lang]);
      return field === undefined ? [] : unitsOf(field, partOf(mine, lang), partOf(theirs, lang), [...path, lang]);
    });
  if (spec.type === 'rows' && !spec.isClaims && rowsOf(mine).length === rowsOf(theirs).length)
    return rowsOf(mine).flatMap((row, index) => unitsOf(spec.item, row, partOf(theirs, index), [...path, index]));
  return [{ path, spec, mine, theirs }];
}

const fingerprint = (value: unknown): string => createHash('sha1').update(canonical(value)).digest('base64url').slice(0, 8);

const nameOf = (path: Path): string => path.join('.');

/** A long list has too many rows to remember each. */
const mostRows = 100;

/** How every field, and every row of a list, stood when the form was opened: it tells later who changed what. */
export function basisOf(spec: Group, body: unknown): string {
  const parts = spec.fields.flatMap(({ name, spec: field }) => {
    const value = partOf(body, name);
    const rows = field.type === 'rows' && !field.isClaims ? rowsOf(value).slice(0, mostRows) : [];
    return [`${name}=${fingerprint(value)}`, ...rows.map((row, index) => `${name}.${index}=${fingerprint(row)}`)];
  });
  return parts.join(' ');
}

/** Who has changed this part since, by the nearest thing that the basis knows. */
export function whoChanged(unit: Unit, basis: string, mine: unknown, theirs: unknown): Who {
  const known = new Map(basis.split(' ').map((part) => [part.slice(0, part.lastIndexOf('=')), part.slice(part.lastIndexOf('=') + 1)]));
  for (let length = unit.path.length; length > 0; length -= 1) {
    const path = unit.path.slice(0, length);
    const before = known.get(nameOf(path));
    if (before === undefined) continue;
    if (fingerprint(valueAt(theirs, path)) === before) return 'mine';
    return fingerprint(valueAt(mine, path)) === before ? 'theirs' : 'both';
  }
  return 'both';
}

export type Choices = ReadonlyMap<string, 'mine' | 'theirs'>;

/** The body as chosen; null where a part has not been chosen yet. */
export function merged(units: readonly Unit[], mine: unknown, choices: Choices): unknown {
  if (units.some((unit) => !choices.has(nameOf(unit.path)))) return null;
  return units.reduce((body, unit) => (choices.get(nameOf(unit.path)) === 'theirs' ? withValue(body, unit.path, unit.theirs) : body), mine);
}
