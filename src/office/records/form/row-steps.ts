import { specAt, type Group, type Path } from './spec.ts';
import { partOf, rowsOf, shownRows, valueAt, withValue } from './values.ts';

/** What a button of a list asks for: a new row, one less, or one moved up. */
export type RowStep = { step: 'add' | 'remove' | 'up'; path: Path };

/** `add:steps`, `remove:steps.2`, `up:steps.0.date.1`; null for any other button. */
export function rowStepIn(button: string): RowStep | null {
  const match = /^(add|remove|up):([A-Za-z0-9.]+)$/.exec(button);
  const step = match?.[1];
  if (match?.[2] === undefined || (step !== 'add' && step !== 'remove' && step !== 'up')) return null;
  return { step, path: match[2].split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) };
}

/** The body after a step; a step that leads nowhere changes nothing. */
export function afterStep(spec: Group, body: unknown, { step, path }: RowStep): unknown {
  const listPath = step === 'add' ? path : path.slice(0, -1);
  const list = specAt(spec, listPath);
  if (list?.type !== 'rows') return body;
  const rows = shownRows(list, valueAt(body, listPath));
  const at = path.at(-1);
  if (step === 'add') return withValue(body, listPath, [...rows, newRow(list.item.type, listPath, rows)]);
  if (typeof at !== 'number' || at >= rows.length) return body;
  if (step === 'remove') return withValue(body, listPath, rows.toSpliced(at, 1));
  return at === 0 ? body : withValue(body, listPath, rows.toSpliced(at - 1, 2, rows[at], rows[at - 1]));
}

function newRow(type: string, listPath: Path, rows: readonly unknown[]): unknown {
  if (listPath.at(-1) === 'sources') return { id: nextSourceId(rows) };
  return type === 'group' || type === 'pair' ? {} : null;
}

/** Sources keep their numbers, so that facts that name one never come to name another. */
function nextSourceId(rows: readonly unknown[]): string {
  const numbers = rows.map((row) => /^s(\d+)$/.exec(String(partOf(row, 'id')))?.[1]).map((digits) => Number(digits ?? 0));
  return `s${Math.max(0, ...numbers) + 1}`;
}

/** Where a reader is led after a step: to the new row, or to the list. */
export function placeAfter(spec: Group, body: unknown, { step, path }: RowStep): Path {
  if (step === 'add') return [...path, Math.max(0, rowsOf(valueAt(body, path)).length - 1)];
  const list = specAt(spec, path.slice(0, -1));
  const at = path.at(-1);
  return list?.type === 'rows' && step === 'up' && typeof at === 'number' ? [...path.slice(0, -1), Math.max(0, at - 1)] : path.slice(0, -1);
}
