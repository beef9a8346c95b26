import { z } from 'zod';
import { bare } from '../fields.ts';

/** How a value of a field is said, told from its schema alone. */
export type Form = 'text' | 'claim' | 'count' | 'money' | 'object' | 'list' | 'boolean' | 'number' | 'link' | 'date' | 'country' | 'language' | 'decimal' | 'line';

const known = new WeakMap<z.core.$ZodType, Form>();

export function formOf(schema: z.core.$ZodType): Form {
  const type = bare(schema);
  const before = known.get(type);
  if (before !== undefined) return before;
  const form = read(type);
  known.set(type, form);
  return form;
}

function read(type: z.core.$ZodType): Form {
  if (type instanceof z.ZodArray) return 'list';
  if (type instanceof z.ZodObject) return formOfObject(Object.keys(type.shape));
  if (type instanceof z.ZodNumber) return 'number';
  if (type instanceof z.ZodBoolean || (type instanceof z.ZodLiteral && [...type.values].every((value) => typeof value === 'boolean'))) return 'boolean';
  if (type instanceof z.ZodURL) return 'link';
  return type instanceof z.ZodString ? formOfString(type) : 'line';
}

function formOfObject(names: readonly string[]): Form {
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.includes(name));
  if (names.length === 2 && has('pl', 'en')) return 'text';
  if (has('value', 'sourceIds')) return 'claim';
  if (names.length === 2 && has('count', 'qualifier')) return 'count';
  return names.length === 2 && has('amount', 'currency') ? 'money' : 'object';
}

/** Strings of a fixed form have no type of their own in a schema, so the schema is asked what it takes. */
function formOfString(type: z.ZodString): Form {
  const takes = (...samples: string[]): boolean => samples.every((sample) => type.safeParse(sample).success);
  const refuses = (...samples: string[]): boolean => samples.every((sample) => !type.safeParse(sample).success);
  if (takes('2016~', '2015/..') && refuses('some words')) return 'date';
  if (takes('PL') && refuses('POL', 'pl')) return 'country';
  if (takes('de', 'pt-BR') && refuses('DE', 'some words')) return 'language';
  return takes('4000', '649.50') && refuses('some words') ? 'decimal' : 'line';
}
