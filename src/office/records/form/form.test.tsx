import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldName, valueName } from '#lang/fields.ts';
import { langs } from '#lang/lang.ts';
import { bare } from '#publishing/fields.ts';
import type { Kind } from '#publishing/kind.ts';
import type { Form } from '#web/form.ts';
import { formIn } from '../../../../test/form-in.ts';
import { kinds } from '../../../kinds.ts';
import { Fields } from './fields.tsx';
import { hasForm } from './has-form.ts';
import { labelOf } from './problems.ts';
import { readBody } from './read-body.ts';
import { sectionsOf } from './sections.ts';
import type { Shown } from './shown.ts';
import { recordSpec, specOf, type Spec } from './spec.ts';
import { canonical, partOf, rowsOf } from './values.ts';

const typedKinds = kinds.all.filter((kind) => hasForm(kind.name));
const everyKind = typedKinds.map((kind) => [kind.name, kind] as const);

const shownFor = (kind: Kind, body: unknown, from: [string, number][] = []): Shown => ({
  kind: kind.name,
  lang: 'pl',
  problems: new Map(),
  sources: rowsOf(partOf(body, 'sources')).map((source) => ({ value: String(partOf(source, 'id')), text: '' })),
  options: new Map(),
  titles: new Map(),
  from: new Map(from),
  preview: null,
  opened: null,
});

const htmlOf = (kind: Kind, body: unknown, from: [string, number][] = []): string => {
  const sections = sectionsOf(kind.name, recordSpec(kind), 'pl');
  const form = (
    <form method="post" action="/draft">
      {sections.map((section) => (
        <Fields fields={section.fields} path={[]} value={body} shown={shownFor(kind, body, from)} />
      ))}
    </form>
  );
  return form.toString();
};

const sent = (html: string): Form => {
  const form: Form = new Map();
  for (const [name, value] of formIn(html).pairs) form.set(name, [...(form.get(name) ?? []), value]);
  return form;
};

/** Every field of a schema at every depth that holds a value of its own, positions in lists left out. */
function leavesOf(schema: z.core.$ZodType, path: string[]): string[] {
  const type = bare(schema);
  if (type instanceof z.ZodArray) return leavesOf(type.element, path);
  if (type instanceof z.ZodObject) return Object.entries<z.core.$ZodType>(type.shape).flatMap(([name, field]) => leavesOf(field, [...path, name]));
  return [path.join('.')];
}

/** A body with one row in every list, so that every field stands in the form. */
function filled(spec: Spec, name = ''): unknown {
  if (spec.type === 'rows') return [filled(spec.item)];
  if (spec.type === 'group') return Object.fromEntries(spec.fields.map((field) => [field.name, filled(field.spec, field.name)]));
  if (spec.type === 'pair') return { pl: 'a', en: 'b' };
  if (spec.type === 'choices') return [];
  if (spec.type === 'sourceIds') return [];
  if (spec.type === 'text' && name === 'id') return 's1';
  return undefined;
}

describe('the form of every kind of record', () => {
  it('is there for all but those that are computed', () => {
    expect(kinds.all.filter((kind) => !hasForm(kind.name)).map(({ name }) => name)).toEqual(['assessment']);
  });

  it.each(everyKind)('has every field of the schema of a record of the kind %s', (_name, kind) => {
    const names = new Set(
      formIn(htmlOf(kind, filled(recordSpec(kind)))).pairs.map(([name]) =>
        name
          .split('.')
          .filter((part) => !/^\d+$/.test(part))
          .join('.'),
      ),
    );
    // Radio buttons and boxes that nobody has chosen send nothing; they stand in the page all the same.
    const all = new Set(
      [...htmlOf(kind, filled(recordSpec(kind))).matchAll(/ name="([^"]+)"/g)].map(([, name = '']) =>
        name
          .split('.')
          .filter((part) => !/^\d+$/.test(part))
          .join('.'),
      ),
    );
    const lacking = [...new Set(leavesOf(kind.schema, []))].filter((leaf) => !names.has(leaf) && !all.has(leaf));
    expect(lacking).toEqual([]);
  });

  it.each(everyKind)('has every top field of a record of the kind %s in exactly one section', (_name, kind) => {
    const placed = sectionsOf(kind.name, recordSpec(kind), 'pl').flatMap((section) => section.fields.map(({ name }) => name));
    expect(placed.toSorted()).toEqual(
      recordSpec(kind)
        .fields.map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(everyKind)('has a name in both languages for every field of a record of the kind %s', (_name, kind) => {
    for (const lang of langs)
      for (const leaf of leavesOf(kind.schema, [])) {
        const path = leaf.split('.').filter((name) => name !== 'value');
        expect(fieldName([kind.name, ...path], lang), `${lang} ${kind.name}.${leaf}`).toBeDefined();
        expect(labelOf(kind.name, path, lang)).toMatch(/^[\p{Lu}\p{N}]/u);
      }
  });

  it.each(everyKind)('has a word in both languages for every choice of a record of the kind %s', (_name, kind) => {
    const wordless = (spec: Spec, path: string[]): string[] => {
      if (spec.type === 'rows') return wordless(spec.item, path);
      if (spec.type === 'group') return spec.fields.flatMap((field) => wordless(field.spec, [...path, field.name]));
      const values = spec.type === 'choice' || spec.type === 'choices' ? spec.options : [];
      return langs.flatMap((lang) => values.filter((value) => valueName(path, value, lang) === undefined).map((value) => `${lang} ${path.join('.')} ${value}`));
    };
    expect(wordless(recordSpec(kind), [kind.name])).toEqual([]);
  });

  it('has no id twice', () => {
    for (const kind of typedKinds) {
      const ids = [...htmlOf(kind, filled(recordSpec(kind))).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length, kind.name).toBe(new Set(ids).size);
    }
  });

  it('shows no field that it cannot show without saying so', () => {
    expect(() => specOf(z.object({ when: z.map(z.string(), z.string()) }), ['thing'])).toThrow('thing.when: no form shows a map yet');
  });
});

const rows = z.array(z.object({ slug: z.string(), body: z.unknown() }));
const recordsOf = (plural: string) => {
  const file = join(import.meta.dirname, `../../../db/example/krakow/${plural}.json`);
  return existsSync(file) ? rows.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
};

describe('a form that is opened and sent as it stands', () => {
  it.each(typedKinds.map((kind) => [kind.plural, kind] as const))('changes nothing of the example’s %s', (plural, kind) => {
    for (const { slug, body: raw } of recordsOf(plural)) {
      const read = kind.read(raw);
      const body = read.ok ? read.value.body : {};
      const longList = rowsOf(partOf(body, 'members')).length > 60;
      for (const from of longList ? [0, 40] : [0]) {
        const again = readBody(recordSpec(kind), sent(htmlOf(kind, body, [['members', from]])), body);
        expect(JSON.parse(canonical(again)), `${plural} ${slug}`).toEqual(JSON.parse(canonical(body)));
      }
    }
  });
});

describe('what a form is given', () => {
  const spec = recordSpec(kinds.named('organisation'));
  const form = (fields: Record<string, string>): Form => new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));

  it('is read as people write it', () => {
    expect(readBody(recordSpec(kinds.named('ask')), form({ year: '2 024', amount: '1 200,50', currency: 'eur', paidOn: '22.11.1995', hours: 'kilka' }), {})).toMatchObject({
      year: 2024,
      amount: '1200.50',
      currency: 'EUR',
      paidOn: '1995-11-22',
      hours: 'kilka',
    });
  });

  it('says nothing where it is empty, and that nobody knows where the schema tells the two apart', () => {
    expect(readBody(recordSpec(kinds.named('network')), form({ acronym: ' ', founded: '', 'seat.city': '', 'seat.country': '' }), {})).toMatchObject({ founded: null, seat: null });
    expect(readBody(spec, form({ acronym: ' ', 'founded.rows': '1', 'founded.0.value': '' }), {})).toMatchObject({ founded: [] });
    expect(partOf(readBody(spec, form({ acronym: ' ' }), { acronym: 'OWHC' }), 'acronym')).toBeUndefined();
  });

  it('leaves what the form does not hold as it is', () => {
    expect(partOf(readBody(spec, form({ acronym: 'X' }), { acronym: 'OWHC', website: [{ value: 'https://example.org' }] }), 'website')).toEqual([{ value: 'https://example.org' }]);
  });

  it('cannot claim more rows than a page holds', () => {
    expect(partOf(readBody(spec, form({ 'remarks.rows': '900000000' }), { remarks: [{ text: { pl: 'a' } }] }), 'remarks')).toEqual([{ text: { pl: 'a' } }]);
  });
});
