import { z } from 'zod';

const publicFields = z.registry<{ public: true }>();

/**
 * The deliberate mark that makes a field public. What does not bear it stays in the office: pages, archived revisions,
 * comparisons, exports and the API all pass through `publicPart`.
 */
export function open<T extends z.ZodType>(field: T): T {
  // A copy of its own: shapes such as a date are shared, and the mark belongs to this field, not to every date.
  const own = field.clone();
  publicFields.add(own, { public: true });
  return own;
}

/** A small value of which every part is public (a source, a text in two languages). */
export function openObject<T extends z.ZodRawShape>(shape: T): z.ZodObject<T> {
  const marked = { ...shape };
  for (const [name, field] of Object.entries(shape)) Object.assign(marked, { [name]: open(field as z.ZodType) });
  return z.object(marked);
}

export const isPublic = (field: z.core.$ZodType): boolean => publicFields.has(field);

/** The type beneath optional, nullable and default. */
export function bare(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault) return bare(field.unwrap());
  return field;
}

/** What of a valid body the public may see, in the order of the schema. */
export function publicPart(schema: z.core.$ZodType, value: unknown): unknown {
  const type = bare(schema);
  if (value === null || value === undefined) return value;
  if (type instanceof z.ZodArray) return Array.isArray(value) ? value.map((item) => publicPart(type.element, item)) : undefined;
  if (type instanceof z.ZodObject) {
    const given = new Map(Object.entries(value));
    const seen: Record<string, unknown> = {};
    for (const [name, field] of Object.entries<z.core.$ZodType>(type.shape)) {
      if (isPublic(field) && given.has(name)) seen[name] = publicPart(field, given.get(name));
    }
    return seen;
  }
  return value;
}
