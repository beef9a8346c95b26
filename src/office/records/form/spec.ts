import { z } from 'zod';
import { countryCode, currency, decimal, edtfText, languageCode, link, slug } from '#publishing/facts.ts';
import { isPublic } from '#publishing/fields.ts';

/** What is typed into one line or one box, told apart by the schema that it must pass. */
export type Format = 'line' | 'prose' | 'date' | 'link' | 'slug' | 'country' | 'language' | 'currency' | 'amount' | 'email' | 'day' | 'sourceId';

/** What an empty field means: something is missing, nothing is said, it is said that nobody knows, or the preset holds. */
export type Empty = { when: 'required' | 'absent' | 'null' } | { when: 'preset'; preset: unknown };

export type Named = { name: string; spec: Spec; isPublic: boolean };
export type Group = { type: 'group'; empty: Empty; fields: readonly Named[] };
export type Rows = { type: 'rows'; empty: Empty; item: Spec; isClaims: boolean; isFiles: boolean };

/** A field as the form shows it; made from the record's schema and from nothing else. */
export type Spec =
  | { type: 'text'; empty: Empty; format: Format; most: number | null }
  | { type: 'number'; empty: Empty; isWhole: boolean; least: number | null; most: number | null }
  | { type: 'choice'; empty: Empty; options: readonly string[] }
  | { type: 'choices'; empty: Empty; options: readonly string[] }
  /** One value that is there or not: a box to tick. */
  | { type: 'mark'; empty: Empty; value: string | number | boolean }
  | { type: 'yesNo'; empty: Empty }
  /** The same text in both languages. */
  | { type: 'pair'; empty: Empty }
  /** Which of the record's sources tell this. */
  | { type: 'sourceIds'; empty: Empty }
  | Group
  | Rows;

// A public field is a copy of its schema, but a copy shares the definition.
const formats = new Map<unknown, Format>([
  [edtfText.def, 'date'],
  [link.def, 'link'],
  [slug.def, 'slug'],
  [countryCode.def, 'country'],
  [languageCode.def, 'language'],
  [currency.def, 'currency'],
  [decimal.def, 'amount'],
]);

const namedFormats: Readonly<Record<string, Format>> = { url: 'link', email: 'email', date: 'day' };

/** More than fits a line. */
const longText = 500;

const required: Empty = { when: 'required' };

/** @throws where the schema holds something that no form shows yet; the test of all kinds finds it. */
export function specOf(schema: z.core.$ZodType, path: readonly string[] = [], empty: Empty = required): Spec {
  if (schema instanceof z.ZodOptional) return specOf(schema.unwrap(), path, empty.when === 'preset' ? empty : { when: 'absent' });
  if (schema instanceof z.ZodNullable) return specOf(schema.unwrap(), path, empty.when === 'preset' && empty.preset !== null ? empty : { when: 'null' });
  if (schema instanceof z.ZodDefault) return specOf(schema.unwrap(), path, { when: 'preset', preset: schema.def.defaultValue });
  if (schema instanceof z.ZodReadonly) return specOf(schema.unwrap(), path, empty);
  if (schema instanceof z.ZodPipe) return specOf(schema.in, path, empty);
  if (schema instanceof z.ZodObject) return objectSpec(schema, path, empty);
  if (schema instanceof z.ZodArray) return listSpec(schema.element, path, empty);
  if (schema instanceof z.ZodEnum) return { type: 'choice', empty, options: schema.options.map(String) };
  if (schema instanceof z.ZodUnion) return unionSpec(schema.options, path, empty);
  if (schema instanceof z.ZodLiteral) return literalSpec([...schema.values], path, empty);
  if (schema instanceof z.ZodBoolean) return { type: 'yesNo', empty };
  if (schema instanceof z.ZodNumber) return { type: 'number', empty, isWhole: schema.isInt, least: within(schema.minValue), most: within(schema.maxValue) };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return textSpec(schema, path, empty);
  throw new Error(`${path.join('.')}: no form shows a ${schema instanceof z.ZodType ? schema.def.type : 'thing'} yet`);
}

const within = (bound: number | null): number | null => (bound === null || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound);

function objectSpec(schema: z.ZodObject, path: readonly string[], empty: Empty): Spec {
  const names = Object.keys(schema.shape);
  if (names.length === 2 && names[0] === 'pl' && names[1] === 'en') return { type: 'pair', empty };
  const fields = Object.entries<z.core.$ZodType>(schema.shape).map(([name, field]) => ({ name, spec: specOf(field, [...path, name]), isPublic: isPublic(field) }));
  return { type: 'group', empty, fields };
}

function listSpec(element: z.core.$ZodType, path: readonly string[], empty: Empty): Spec {
  if (path.at(-1) === 'sourceIds') return { type: 'sourceIds', empty };
  const item = specOf(element, path);
  if (item.type === 'choice') return { type: 'choices', empty, options: item.options };
  const isClaims = item.type === 'group' && ['value', 'sourceIds', 'confirmed', 'note'].every((name) => item.fields.some((field) => field.name === name));
  const isFiles = item.type === 'group' && ['file', 'type', 'size'].every((name) => item.fields.some((field) => field.name === name));
  return { type: 'rows', empty, item, isClaims, isFiles };
}

function unionSpec(options: readonly z.core.$ZodType[], path: readonly string[], empty: Empty): Spec {
  const parts = options.map((option) => specOf(option, path));
  const values = parts.map((part) => (part.type === 'choice' ? part.options : part.type === 'mark' ? [String(part.value)] : null));
  if (values.every((one) => one !== null)) return { type: 'choice', empty, options: values.flat() };
  throw new Error(`${path.join('.')}: no form shows a union of ${parts.map((part) => part.type).join(' and ')} yet`);
}

function literalSpec(values: readonly unknown[], path: readonly string[], empty: Empty): Spec {
  const [value] = values;
  if (values.length > 1) return { type: 'choice', empty, options: values.map(String) };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { type: 'mark', empty, value };
  throw new Error(`${path.join('.')}: no form shows a literal ${String(value)}`);
}

function textSpec(schema: z.ZodString | z.ZodStringFormat, path: readonly string[], empty: Empty): Spec {
  const most = schema.maxLength;
  const isSourceId = path.at(-1) === 'id' && path.at(-2) === 'sources';
  const format = isSourceId ? 'sourceId' : (formats.get(schema.def) ?? namedFormats[schema.format ?? ''] ?? (most !== null && most > longText ? 'prose' : 'line'));
  return { type: 'text', empty, format, most };
}

/** The form of a whole record. */
export function recordSpec(kind: { name: string; schema: z.core.$ZodType }): Group {
  const known = recordSpecs.get(kind.schema);
  if (known !== undefined) return known;
  const spec = specOf(kind.schema, [kind.name]);
  if (spec.type !== 'group') throw new Error(`${kind.name} is no record: its schema is no object`);
  recordSpecs.set(kind.schema, spec);
  return spec;
}

// A schema never changes while the service runs.
const recordSpecs = new WeakMap<z.core.$ZodType, Group>();

export type Path = readonly (string | number)[];

/** The field that a path leads to; undefined where it leads nowhere. */
export function specAt(spec: Spec, path: Path): Spec | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return spec;
  if (spec.type === 'rows') return specAt(spec.item, rest);
  if (spec.type === 'pair') return { type: 'text', empty: first === 'pl' ? spec.empty : { when: 'absent' }, format: 'prose', most: 20_000 };
  if (spec.type !== 'group') return undefined;
  const field = spec.fields.find((one) => one.name === first);
  return field === undefined ? undefined : specAt(field.spec, rest);
}
