import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { officeRecords as en } from '#lang/en/office-records.ts';
import { fieldName, valueName } from '#lang/fields.ts';
import { langs } from '#lang/lang.ts';
import { officeRecords as pl } from '#lang/pl/office-records.ts';
import { differences } from '#publishing/difference.ts';
import { bare, isPublic, publicPart } from '#publishing/fields.ts';
import { kinds } from './kinds.ts';

const officeRecords = { pl, en };

type Field = { path: string[]; schema: z.core.$ZodType; public: boolean };

/** Every field of a schema at every depth, positions in lists left out. A field is public where all above it are. */
function fieldsOf(schema: z.core.$ZodType, path: string[], above = true): Field[] {
  const type = bare(schema);
  if (type instanceof z.ZodArray) return fieldsOf(type.element, path, above);
  if (!(type instanceof z.ZodObject)) return [];
  return Object.entries<z.core.$ZodType>(type.shape).flatMap(([name, field]) => {
    const shown = above && isPublic(field);
    return [{ path: [...path, name], schema: field, public: shown }, ...fieldsOf(field, [...path, name], shown)];
  });
}

const fields = kinds.all.flatMap((kind) => fieldsOf(kind.schema, [kind.name]));
const publicFields = fields.filter((field) => field.public);

/** The fixed values that a field or the items of a list can have. */
function fixedValues(schema: z.core.$ZodType): (string | boolean)[] {
  const type = bare(schema);
  if (type instanceof z.ZodArray) return fixedValues(type.element);
  if (type instanceof z.ZodEnum) return type.options.map(String);
  if (type instanceof z.ZodLiteral) return [...type.values].filter((value) => value === false);
  return [];
}

describe('every public field of every kind of record', () => {
  it.each(langs)('has a name in words (%s)', (lang) => {
    const nameless = publicFields.filter((field) => (fieldName(field.path, lang) ?? '') === '').map((field) => field.path.join('.'));
    expect([...new Set(nameless)]).toEqual([]);
  });

  it.each(langs)('has a word for each of its fixed values (%s)', (lang) => {
    const wordless = publicFields.flatMap((field) =>
      fixedValues(field.schema).flatMap((value) => (valueName(field.path, value, lang) === undefined ? [`${field.path.join('.')}: ${value}`] : [])),
    );
    expect(wordless).toEqual([]);
  });

  it('has a word for every list of records', () => {
    for (const lang of langs) expect(kinds.all.filter(({ name }) => !(name in officeRecords[lang].kinds)).map(({ name }) => name)).toEqual([]);
  });

  it('has words that are told apart from other values of the same field', () => {
    for (const lang of langs)
      for (const field of publicFields) {
        const words = fixedValues(field.schema).map((value) => valueName(field.path, value, lang));
        expect(new Set(words).size, field.path.join('.')).toBe(words.length);
      }
  });
});

/** What is kept for the office alone: a field that leaves this list, or is missing from it, was made public or hidden by somebody. */
const officeOnly = [
  'act.caseNumber',
  'act.officeNotes',
  'article.officeNotes',
  'ask.budgetClassification',
  'ask.caseNumber',
  'ask.officeNotes',
  'ask.plannedAmount',
  'assessment.officeNotes',
  'award.officeNotes',
  'decision.caseNumber',
  'decision.officeNotes',
  'effect.caseNumber',
  'effect.officeNotes',
  'event.officeNotes',
  'function.contact',
  'function.officeNotes',
  'mandate.caseNumber',
  'mandate.officeNotes',
  'mandate.staffMember',
  'membership.caseNumber',
  'membership.contact',
  'membership.officeNotes',
  'membership.steps.caseNumber',
  'network.officeNotes',
  'offer.caseNumber',
  'offer.officeNotes',
  'organisation.officeNotes',
  'procedure.caseNumber',
  'procedure.items.document',
  'procedure.items.note',
  'procedure.officeNotes',
  'project.officeNotes',
  'trip.caseNumber',
  'trip.officeNotes',
  'trip.plannedCost',
  'trip.staffTravellers',
  'unit.contact',
  'unit.officeNotes',
];

const marker = '7349028156';

/** The body with the marker in every office field that takes a text. */
function marked(schema: z.core.$ZodType, value: unknown): unknown {
  const type = bare(schema);
  if (type instanceof z.ZodArray) return Array.isArray(value) ? value.map((item) => marked(type.element, item)) : value;
  if (!(type instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const parts = new Map<string, unknown>(Object.entries(value));
  for (const [name, field] of Object.entries<z.core.$ZodType>(type.shape)) {
    if (!isPublic(field) && bare(field) instanceof z.ZodString) parts.set(name, marker);
    else if (parts.has(name)) parts.set(name, marked(field, parts.get(name)));
  }
  return Object.fromEntries(parts);
}

const rows = z.array(z.object({ body: z.unknown() }));
const bodiesOf = (plural: string): unknown[] => {
  const file = join(import.meta.dirname, `db/example/krakow/${plural}.json`);
  return existsSync(file) ? rows.parse(JSON.parse(readFileSync(file, 'utf8'))).map((row) => row.body) : [];
};

describe('what belongs to the office', () => {
  it('is this list and no other', () => {
    expect([...new Set(fields.filter((field) => !field.public).map((field) => field.path.join('.')))].toSorted()).toEqual(officeOnly);
  });

  it.each(kinds.all.map((kind) => [kind.plural, kind] as const))('never comes out of %s', (plural, kind) => {
    const hasOffice = fields.some((field) => field.path[0] === kind.name && !field.public);
    for (const raw of bodiesOf(plural)) {
      const body = marked(kind.schema, raw);
      const read = kind.read(body);
      expect(read.ok).toBe(true);
      expect(read.ok && JSON.stringify(read.value.body).includes(marker)).toBe(hasOffice);
      expect(JSON.stringify(publicPart(kind.schema, body))).not.toContain(marker);
      expect(JSON.stringify(read.ok && read.value.shown)).not.toContain(marker);
      expect(differences(kind.schema, raw, body)).toEqual([]);
      expect(JSON.stringify(differences(kind.schema, {}, body))).not.toContain(marker);
      expect(JSON.stringify(differences(kind.schema, body, {}))).not.toContain(marker);
    }
  });
});
