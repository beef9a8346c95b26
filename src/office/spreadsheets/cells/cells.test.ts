import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kinds } from '../../../kinds.ts';
import { hasForm } from '../../records/form/has-form.ts';
import { recordSpec } from '../../records/form/spec.ts';
import { isSame } from '../../records/form/values.ts';
import { bodyIn, type Row } from './build.ts';
import { columnNamed, headOf, layoutOf } from './columns.ts';
import { encode, type Lists } from './encode.ts';
import { textOf, type CellValue } from './leaf.ts';

const rowsShape = z.array(z.object({ slug: z.string(), body: z.unknown() }));
const examples = join(import.meta.dirname, '../../../db/example');

const records = readdirSync(examples).flatMap((city) =>
  readdirSync(join(examples, city))
    .filter((name) => name !== 'city.json')
    .flatMap((file) => {
      const kind = kinds.withPlural(file === 'articles.json' ? 'articles' : file.replace('.json', ''));
      if (kind === undefined || !hasForm(kind.name)) return [];
      const rows = rowsShape.parse(JSON.parse(readFileSync(join(examples, city, file), 'utf8')));
      return [
        {
          city,
          kind,
          bodies: rows.flatMap(({ body }) => {
            const read = kind.read(body);
            return read.ok ? [read.value.body] : [];
          }),
        },
      ];
    }),
);

describe('a record as cells', () => {
  it('is found for every kind of both example cities', () => {
    expect(records.length).toBeGreaterThan(25);
  });

  it.each(records.flatMap((one) => (['sheets', 'cells'] as const).map((lists) => ({ ...one, name: `${one.city} ${one.kind.plural} ${lists}`, lists }))))(
    'comes back the same: $name',
    ({ kind, bodies, lists }) => {
      const spec = recordSpec(kind);
      const shape = { lists: lists satisfies Lists, office: true };
      const encoded = bodies.map((body) => encode(spec, body, shape));
      const layout = layoutOf(spec, encoded, shape);
      for (const column of layout.main) expect(columnNamed(spec, column.name, shape)).toEqual(column);
      const head = headOf(layout.main.map(({ name }) => name));
      for (const { cells } of encoded) expect([...cells].filter(([name, cell]) => cell !== null && !head.names.includes(name))).toEqual([]);
      bodies.forEach((body, index) => {
        const cells = encoded[index]?.cells ?? new Map<string, CellValue>();
        const row: Row = { line: 3, cells: new Map(head.names.map((name) => [name, textOf(cells.get(name) ?? null)])) };
        const its = new Map(
          layout.lists.map((list) => {
            const rows = (encoded[index]?.lists.get(list.name) ?? []).map((inner, at) => {
              return { line: at + 3, cells: new Map(list.columns.map(({ name }) => [name, textOf(inner.get(name) ?? null)])) };
            });
            return [list.name, { head: headOf(list.columns.map(({ name }) => name)), rows }];
          }),
        );
        const given = { kind: kind.name, head, row, lists: its, shape };
        // Unchanged where the record is known, and the same where it is written anew.
        expect(bodyIn(spec, given, body)).toBe(body);
        const anew = kind.read(bodyIn(spec, given, undefined));
        if (!anew.ok) throw new Error(anew.detail);
        if (!isSame(anew.value.body, body)) expect(anew.value.body).toEqual(body);
      });
    },
  );
});
