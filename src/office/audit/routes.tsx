import { csvLines } from '#web/csv.ts';
import { get, requireRole, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { AuditPage, textsFor, wordOf } from './page.tsx';
import { pageSize, readAuditQuery } from './query.ts';
import { countAudit, listAudit, peopleInAudit } from './store.ts';

export const auditRoutes: readonly OfficeRoute[] = [get('/office/audit', audit), get('/office/audit.csv', exported)];

/** An export is bounded, so that it is one answer; a narrower period gives the rest. */
const exportedAtMost = 50_000;

async function audit(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'administrator');
  const { desk, lang, city } = asked;
  const query = readAuditQuery(asked.query);
  const read = await desk.db.read(async (reader) => ({
    total: await countAudit(reader, query, city.timeZone),
    rows: await listAudit(reader, query, city.timeZone),
    people: await peopleInAudit(reader),
  }));
  const content = <AuditPage {...read} pages={Math.ceil(read.total / pageSize)} query={query} lang={lang} timeZone={city.timeZone} />;
  return { title: textsFor(lang).title, rail: 'audit', content };
}

async function exported(asked: Asked): Promise<Response> {
  requireRole(asked, 'administrator');
  const { desk, lang, city } = asked;
  const query = readAuditQuery(asked.query);
  const rows = await desk.db.read((reader) => listAudit(reader, query, city.timeZone, exportedAtMost));
  const lines = rows.map((row) => [
    row.at.toISOString(),
    row.name ?? (lang === 'pl' ? row.rolePl : row.roleEn),
    row.action,
    wordOf(row.action, lang),
    row.recordKind,
    row.recordSlug,
    row.revision,
    row.about,
  ]);
  return new Response(csvLines([['at', 'who', 'action', 'action_in_words', 'record_kind', 'record', 'revision', 'about'], ...lines]), {
    headers: { 'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': 'attachment; filename="audit.csv"', 'cache-control': 'no-store' },
  });
}
