import { holds } from '#accounts/index.ts';
import { publicPart } from '#publishing/fields.ts';
import { recordSpec } from '../records/form/spec.ts';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { indexSheet } from './page.tsx';
import { allStanding } from './imports/found-store.ts';
import { importable } from './imports/mapping.ts';
import { csvOf, xlsxOf } from './sheets.ts';
import { textsOf } from './texts.ts';

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8; header=present' } as const;

/** A list as a file. Whoever only reads gets what the public may see; who edits gets the fields of the office too, marked as such. */
export async function exportFile(asked: Asked): Promise<Response | Sheet> {
  requireRole(asked, 'reader');
  const { desk, query, lang } = asked;
  const kind = importable(desk.kinds).find((one) => one.name === query.get('kind'));
  const format = query.get('format') === 'csv' ? 'csv' : 'xlsx';
  const which = query.get('which') === 'published' ? 'published' : 'all';
  if (kind === undefined) return indexSheet(asked, { status: 404 });
  const office = holds(asked.person, 'editor');
  const standing = await desk.db.read((reader) => allStanding(reader, kind.name, which));
  const records = standing.flatMap(({ slug, number, body, schemaVersion }) => {
    const read = kind.read(body, schemaVersion);
    const whole = read.ok ? read.value.body : body;
    return isAsked(whole, query) ? [{ slug, version: number, body: office ? whole : publicPart(kind.schema, whole) }] : [];
  });
  const spec = recordSpec(kind);
  const made = format === 'csv' ? ({ ok: true, value: csvOf({ spec, records, office }) } as const) : await xlsxOf({ kind, spec, records, office, lang });
  if (!made.ok) return indexSheet(asked, { status: 422, errors: [{ field: `export-${kind.name}`, text: textsOf(lang).exports.refused[made.refusal] }] });
  return new Response(made.value, {
    headers: { 'content-type': types[format], 'content-disposition': `attachment; filename="${kind.plural}.${format}"`, 'cache-control': 'no-store' },
  });
}

/** A part of a list: `&type=fee&year=2026`; a year that nobody knows is `none`. */
function isAsked(body: unknown, query: URLSearchParams): boolean {
  return ['type', 'year'].every((name) => {
    const wanted = query.get(name);
    const value: unknown = typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
    return wanted === null || String(value ?? 'none') === wanted;
  });
}
