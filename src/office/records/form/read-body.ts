import type { Form } from '#web/form.ts';
import type { Empty, Format, Group, Spec } from './spec.ts';
import { isBlank, partOf, rowsOf } from './values.ts';

/**
 * The body that a form tells. What the form does not show (rows of a long list beyond those on the page) stays as it is kept;
 * what cannot be read as its type stays as it was typed, so that it can be shown again.
 */
export const readBody = (spec: Group, form: Form, kept: unknown): unknown => readGroup(spec, '', form, kept);

const under = (name: string, part: string | number): string => (name === '' ? String(part) : `${name}.${part}`);

function readField(spec: Spec, name: string, form: Form, kept: unknown): unknown {
  if (spec.type === 'group') {
    const group = readGroup(spec, name, form, kept);
    return spec.empty.when !== 'required' && isBlank(spec, group) ? nothing(spec.empty) : group;
  }
  if (spec.type === 'pair') return readPair(spec.empty, name, form, kept);
  if (spec.type === 'rows') return readRows(spec, name, form, kept);
  const typed = form.get(name);
  if (typed === undefined) return kept;
  const values = typed.filter((one) => one.trim() !== '');
  if (spec.type === 'choices') return inOrderKept(values, kept);
  if (spec.type === 'sourceIds') return typed.length > 1 || values.length === 0 ? inOrderKept(values, kept) : idsIn(values.join(' '));
  if (spec.type === 'mark') return values.length > 0 ? spec.value : undefined;
  const text = typed.at(-1) ?? '';
  if (spec.type === 'yesNo') return text === 'true' ? true : text === 'false' || spec.empty.when === 'preset' ? false : nothing(spec.empty);
  if (text.trim() === '') return spec.empty.when === 'preset' && spec.type === 'choice' ? spec.empty.preset : nothing(spec.empty);
  if (spec.type === 'number') return numberIn(text);
  return spec.type === 'text' ? asMeant(text, spec.format) : text;
}

/** The first of a list leads, so ticking a box puts it last and leaves the others where they stood. */
function inOrderKept(values: readonly string[], kept: unknown): string[] {
  const before = rowsOf(kept)
    .filter((one) => typeof one === 'string' && values.includes(one))
    .map(String);
  return [...new Set([...before, ...values])];
}

/** `s1, s3` in a line. */
const idsIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((id) => id !== ''))];

const nothing = (empty: Empty): undefined | null => (empty.when === 'null' ? null : undefined);

function readGroup(spec: Group, name: string, form: Form, kept: unknown): unknown {
  const parts: [string, unknown][] = [];
  for (const field of spec.fields) {
    const value = readField(field.spec, under(name, field.name), form, partOf(kept, field.name));
    if (value !== undefined) parts.push([field.name, value]);
  }
  return Object.fromEntries(parts);
}

function readPair(empty: Empty, name: string, form: Form, kept: unknown): unknown {
  if (!form.has(`${name}.pl`) && !form.has(`${name}.en`)) return kept;
  const parts = (['pl', 'en'] as const).flatMap((lang) => {
    const text = lines(form.get(`${name}.${lang}`)?.at(-1) ?? '');
    return text.trim() === '' ? [] : [[lang, text] as const];
  });
  return parts.length === 0 && empty.when !== 'required' ? nothing(empty) : Object.fromEntries(parts);
}

function readRows(spec: Extract<Spec, { type: 'rows' }>, name: string, form: Form, kept: unknown): unknown {
  const count = Number(form.get(`${name}.rows`)?.at(-1));
  if (!Number.isInteger(count) || count < 0 || count > mostRows) return kept;
  const from = Math.max(0, Math.trunc(Number(form.get(`${name}.from`)?.at(-1) ?? 0)) || 0);
  const before = rowsOf(kept);
  const typed = Array.from({ length: count }, (_nothing, index) => readField(spec.item, under(name, from + index), form, before[from + index]) ?? null);
  const rows = [...before.slice(0, from), ...typed, ...before.slice(from + count)];
  const isEmpty = rows.length === 0 || (spec.isClaims && rows.length === 1 && isBlank(spec.item, rows[0]));
  return isEmpty ? (spec.empty.when === 'absent' ? undefined : []) : rows;
}

/** A form that claims to hold more rows than this was not made here. */
const mostRows = 1000;

/** Browsers send the ends of lines as CR LF. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

const blanks = /[\s\u00a0\u202f]/g;

function numberIn(text: string): number | string {
  const plain = text.replace(blanks, '').replace(',', '.');
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : text;
}

/** As people write it and as records keep it: `22.11.1995` is a day, `1 200,50` an amount, `pl` a country. */
function asMeant(text: string, format: Format): string {
  const trimmed = text.trim();
  switch (format) {
    case 'date':
    case 'day': {
      const match = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(trimmed);
      return match === null ? trimmed : `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
    }
    case 'amount': {
      const plain = trimmed.replace(blanks, '').replace(',', '.');
      return /^\d+(\.\d+)?$/.test(plain) ? plain : trimmed;
    }
    case 'country':
    case 'currency':
      return trimmed.toUpperCase();
    case 'prose':
      return lines(text);
    default:
      return trimmed;
  }
}
