import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseEdtf } from '#basics/edtf.ts';
import { langs } from '#lang/lang.ts';
import { actCells, actColumns } from '#site/acts/row.ts';
import { askCells, askColumns } from '#site/costs/machine.ts';
import { rowsInFile } from '#site/page.ts';
import { effectCells, effectColumns } from '#site/why-belong/machine.ts';
import { methodsOf } from '../src/app.tsx';
import { appOver } from './app.ts';
import { csvRows } from './csv-rows.ts';
import { everyPage } from './browser/addresses.ts';
import { storeFor } from './world.ts';

const origin = 'https://koga.example';
const withFormat = (path: string, format: string): string => path.replace(/^([^?]*)/, `$1.${format}`);
const linksOf = (answer: Response) =>
  [...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>((?:; [a-z]+="[^"]*")*)/g)].map(([, to = '', how = '']) => ({
    to,
    path: to.slice(origin.length),
    rel: /rel="([^"]*)"/.exec(how)?.[1] ?? '',
    type: /type="([^"]*)"/.exec(how)?.[1],
  }));
const linked = (answer: Response, rel: string): string | undefined => linksOf(answer).find((link) => link.rel === rel)?.path;

/** The part of the W3C's vocabulary for tabular data that our files need. */
const base = z.union([z.string(), z.strictObject({ base: z.literal('boolean'), format: z.literal('true|false') })]);
const column = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  titles: z.strictObject({ und: z.string(), pl: z.string().min(3), en: z.string().min(3) }),
  datatype: base,
  separator: z.string().optional(),
  'dc:conformsTo': z.object({ '@id': z.url() }).optional(),
});
const metadata = z.object({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/csvw'), z.strictObject({ '@language': z.enum(langs) })]),
  url: z.url(),
  'dc:title': z.string().min(3),
  'dc:license': z.object({ '@id': z.literal('https://creativecommons.org/licenses/by/4.0/') }),
  'dc:modified': z.object({ '@value': z.iso.datetime(), '@type': z.literal('xsd:dateTime') }),
  tableSchema: z.object({ columns: z.array(column).min(4) }),
});

const fits: Record<string, (cell: string) => boolean> = {
  string: () => true,
  anyURI: (cell) => /^(https?:\/\/|\/)\S+$/.test(cell),
  integer: (cell) => /^-?\d+$/.test(cell),
  decimal: (cell) => /^-?\d+(\.\d+)?$/.test(cell),
  boolean: (cell) => /^(true|false)$/.test(cell),
  date: (cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell),
  dateTime: (cell) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cell),
};

describe('a CSV file', () => {
  const store = storeFor('world');
  const { get } = appOver(store);

  it('is described for programs: every column has a name in both languages, and every cell is what its column says', async () => {
    const wrong: string[] = [];
    let cells = 0;
    const files = langs.flatMap((lang) => [...new Set([...everyPage(lang), ...(lang === 'pl' ? ['/pl/organizacje?view=map', '/pl/organizacje/owhc?table=cities'] : [])])]);
    for (const page of files) {
      const file = await get(withFormat(page, 'csv'));
      if (file.status !== 200) {
        expect((await get(withFormat(page, 'csv-metadata.json'))).status).toBe(404);
        continue;
      }
      const described = linksOf(file).find((link) => link.rel === 'describedby');
      expect([page, described?.type]).toEqual([page, 'application/csvm+json']);
      const answer = await get(described?.path ?? '');
      expect([page, answer.status, answer.headers.get('content-type')]).toEqual([page, 200, 'application/csvm+json']);
      const told = metadata.parse(await answer.json());
      expect(told.url).toBe(origin + withFormat(page, 'csv'));
      expect(told['@context'][1]['@language']).toBe(page.slice(1, 3));
      const { columns } = told.tableSchema;
      const [head = [], ...rows] = csvRows(await file.text());
      expect([page, columns.map((one) => one.titles.und)]).toEqual([page, head]);
      expect(new Set(columns.map((one) => one.name)).size).toBe(columns.length);
      for (const row of rows)
        for (const [index, { name, datatype, separator, 'dc:conformsTo': edtf }] of columns.entries()) {
          const whole = row[index] ?? '';
          const parts = whole === '' ? [] : separator === undefined ? [whole] : whole.split(separator);
          const type = typeof datatype === 'string' ? datatype : datatype.base;
          cells += parts.length;
          for (const part of parts) if (fits[type]?.(part) !== true || (edtf && parseEdtf(part) === null)) wrong.push(`${page} ${name}: ${part} is no ${type}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(10_000);
    expect(methodsOf('/pl/organizacje.csv-metadata.json')).toEqual(['GET']);
  }, 240_000);

  it('has cells in the order of its columns', () => {
    for (const [cells, columns] of [
      [actCells, actColumns],
      [askCells, askColumns],
      [effectCells, effectColumns],
    ] as const)
      expect(cells.map(([name]) => name)).toEqual(columns.map((one) => one.name));
  });

  it('holds the whole list, whichever page of it is read', async () => {
    const json = z.object({ total: z.number(), pageSize: z.number(), items: z.array(z.unknown()) }).parse(await (await get('/en/changes.json')).json());
    expect(json.total).toBeGreaterThan(json.pageSize * 2);
    expect(json.total).toBeLessThan(rowsInFile);
    expect(json.items).toHaveLength(json.pageSize);
    const first = await get('/en/changes?page=2');
    const file = linksOf(first).find((link) => link.type === 'text/csv')?.path ?? '';
    expect(file).toBe('/en/changes.csv');
    const answer = await get(file);
    expect(csvRows(await answer.text())).toHaveLength(json.total + 1);
    expect(linksOf(answer).filter(({ rel }) => ['first', 'prev', 'next', 'last'].includes(rel))).toEqual([]);
    expect(await (await get('/en/changes?page=2')).text()).not.toContain('.csv?page');
    const periods = z.object({ total: z.number() }).parse(await (await get('/pl/organizacje.json')).json());
    expect(csvRows(await (await get('/pl/organizacje.csv')).text())).toHaveLength(periods.total + 1);
  });
});

describe('a list in JSON', () => {
  const store = storeFor('world');
  const { get } = appOver(store);
  const list = z.object({ items: z.array(z.unknown()), total: z.number(), page: z.number() });

  it('can be walked from its first page to its last by its links, and nothing is missed', async () => {
    for (const start of ['/pl/rejestr-zmian.json', '/en/changes.json?kind=act', '/pl/szukaj.json?q=a&kind=city']) {
      const seen = new Set<string>();
      let path: string | undefined = start;
      let before: string | undefined;
      let last: string | undefined;
      let total = 0;
      for (let page = 1; path !== undefined; page += 1) {
        const answer: Response = await get(path);
        const told = list.parse(await answer.json());
        expect(told.page).toBe(page);
        total = told.total;
        for (const item of told.items) seen.add(JSON.stringify(item));
        if (page > 1) expect(linked(answer, 'prev')).toBe(before);
        if (linked(answer, 'next') !== undefined) expect(linked(answer, 'first')).toBe(start);
        last ??= linked(answer, 'last');
        if (linked(answer, 'next') === undefined && page > 1) expect(path).toBe(last);
        before = path;
        path = linked(answer, 'next');
      }
      expect([start, seen.size]).toEqual([start, total]);
    }
  });

  it('names no other pages where there is only one', async () => {
    expect(linksOf(await get('/pl/uchwaly.json')).map((link) => link.rel)).toEqual(['alternate']);
  });
});

describe('a page that has moved', () => {
  const store = storeFor('world');
  const { get } = appOver(store);

  it('takes its files, and what was asked of it, along', async () => {
    const { db } = store();
    await db.write(async (tx) => {
      const record = await tx.selectFrom('records').select('id').where('kind', '=', 'organisation').where('slug', '=', 'owhc').executeTakeFirstOrThrow();
      await tx.insertInto('slugHistory').values({ kind: 'organisation', slug: 'dawny-adres', recordId: record.id }).execute();
    });
    for (const [from, to] of [
      ['/pl/organizacje/dawny-adres', '/pl/organizacje/owhc'],
      ['/pl/organizacje/dawny-adres.json', '/pl/organizacje/owhc.json'],
      ['/en/organisations/dawny-adres.csv?table=cities', '/en/organisations/owhc.csv?table=cities'],
      ['/en/organisations/dawny-adres.csv-metadata.json', '/en/organisations/owhc.csv-metadata.json'],
      ['/en/organisations/dawny-adres?on=2010-01-01', '/en/organisations/owhc?on=2010-01-01'],
      ['/en/history/organisations/dawny-adres', '/en/history/organisations/owhc'],
    ] as const) {
      const answer = await get(from);
      expect([from, answer.status, answer.headers.get('location')]).toEqual([from, 301, to]);
      expect([to, (await get(to)).status]).toEqual([to, 200]);
    }
  });
});
