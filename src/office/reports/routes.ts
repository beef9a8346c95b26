import { uuidv7 } from '#basics/uuid.ts';
import { langs } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { actorOf, get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { fileTypes, reportsSheet, yearsOffered, type FormError, type TypedReport } from './page.tsx';
import { fileOfReport, formats, insertReport, kinds, type Wanted } from './store.ts';
import { textsOf } from './texts.ts';

export const reportsRoutes: readonly OfficeRoute[] = [
  get('/office/reports', (asked) => reportsSheet(asked)),
  post('/office/reports', askForReport),
  get('/office/reports/:id/file', download),
];

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Puts a report among those to be made; the service makes it beside its other work. */
async function askForReport(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed = { year: form.of('year'), lang: form.of('lang'), format: form.of('format'), kind: form.of('kind') };
  const read = readWanted(typed, asked);
  if (!read.ok) return reportsSheet(asked, { typed, errors: read.errors });
  const { desk, now, person } = asked;
  const given = form.of('id');
  // The form bears the id of what it makes, so that sending it twice makes one.
  const id = isId(given) ? given : uuidv7(now.getTime());
  const { wanted } = read;
  await desk.db.write(async (tx) => {
    const isNew = await insertReport(tx, id, wanted, person.actorId, now);
    if (isNew) await insertAudit(tx, { at: now, actorId: actorOf(person).id, action: 'make report', about: `${wanted.kind} ${wanted.year} ${wanted.lang} ${wanted.format}` });
  });
  // No fragment: a page that asks for itself again would only jump there and never see the file.
  return seeOther('/office/reports?show=made');
}

function readWanted({ year, lang, format, kind }: TypedReport, asked: Asked): { ok: true; wanted: Wanted } | { ok: false; errors: FormError[] } {
  const texts = textsOf(asked.lang).errors;
  const years = yearsOffered(asked);
  const found = {
    kind: kinds.find((one) => one === kind),
    year: years.find((one) => String(one) === year),
    lang: langs.find((one) => one === lang),
    format: formats.find((one) => one === format),
  };
  if (found.kind !== undefined && found.year !== undefined && found.lang !== undefined && found.format !== undefined)
    return { ok: true, wanted: { kind: found.kind, year: found.year, lang: found.lang, format: found.format } };
  const errors = (['kind', 'year', 'lang', 'format'] as const).flatMap((field) =>
    found[field] === undefined ? [{ field, text: field === 'year' ? texts.year(years.at(-1) ?? 0, years[0] ?? 0) : texts.choice }] : [],
  );
  return { ok: false, errors };
}

async function download(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const id = asked.given['id'] ?? '';
  const made = isId(id) ? await asked.desk.db.read((reader) => fileOfReport(reader, id)) : undefined;
  if (made === undefined) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(made.file), {
    headers: {
      'content-type': fileTypes[made.format],
      // Made of slugs: plain letters, digits and hyphens.
      'content-disposition': `attachment; filename="${made.name}"`,
      'content-length': String(made.file.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
