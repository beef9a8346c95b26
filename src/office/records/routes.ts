import { readForm } from '#web/form.ts';
import { get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { goneSheet } from './drafts/gone.tsx';
import { draftSheet, workOf } from './drafts/page.tsx';
import { restoreDraft, startDraft } from './drafts/save.ts';
import { newDraftId } from './drafts/store.ts';
import { findOpenDraft, outdatedSheet, takeForm } from './drafts/take.ts';
import { officeFile, takeUpload } from './files/take-upload.ts';
import { hasForm } from './form/has-form.ts';
import { readBody } from './form/read-body.ts';
import { recordSpec } from './form/spec.ts';
import { suggestRecords } from './form/store.ts';
import { binSheet } from './lists/bin-page.tsx';
import { kindSheet } from './lists/kind-page.tsx';
import { missingSheet } from './lists/missing.tsx';
import { recordSheet } from './lists/record-page.tsx';
import { registerSheet } from './lists/register-page.tsx';

/** A membership with all its steps has some hundreds of fields, a part of a long list of members some more. */
const formBounds = { many: 'all', maxFields: 8000, maxBytes: 4 * 1_048_576 } as const;

export const recordsRoutes: readonly OfficeRoute[] = [
  get('/office/records', registerSheet),
  get('/office/records/bin', (asked) => binSheet(asked)),
  get('/office/suggest/:kind', suggest),
  get('/office/records/:kind', kindSheet),
  get('/office/records/:kind/new', newRecord),
  get('/office/records/:kind/:slug', recordSheet),
  post('/office/records/:kind/:slug/draft', openDraft),
  get('/office/drafts/:id', showDraft),
  get('/office/drafts/:id/compare', compareDraft),
  post('/office/drafts/:id', saveForm),
  post('/office/drafts/:id/restore', restore),
  post('/office/files', takeUpload),
  get('/office/files/:id', officeFile),
];

/** The draft is made with its first save; its number is given now, so that a form sent twice makes one. */
function newRecord(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const kind = asked.desk.kinds.find(asked.given['kind'] ?? '');
  if (kind === undefined || !hasForm(kind.name)) return Promise.resolve(missingSheet(asked.lang));
  // What a link knows already stands in the form: `?membership=owhc&type=fee&year=2027`.
  const body = readBody(recordSpec(kind), new Map([...asked.query.keys()].map((name) => [name, asked.query.getAll(name)])), {});
  return draftSheet(asked, { id: newDraftId(asked.now), kind: kind.name, slug: null, recordId: null, body, basedOn: null, version: 0, saved: null });
}

async function openDraft(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { kind = '', slug = '' } = asked.given;
  if (asked.desk.kinds.find(kind) === undefined || !hasForm(kind)) return missingSheet(asked.lang);
  const started = await asked.desk.db.write((tx) => startDraft(tx, asked.desk.kinds, { kind, slug, editorId: asked.person.actorId, now: asked.now }));
  return started.ok ? seeOther(`/office/drafts/${started.value.id}`) : missingSheet(asked.lang);
}

async function showDraft(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const draft = await findOpenDraft(asked);
  if (draft === undefined) return goneSheet(asked, null);
  const [list = '', from = ''] = (asked.query.get('rows') ?? '').split(':');
  return draftSheet(asked, workOf(draft), {
    preview: asked.query.get('preview'),
    opened: asked.query.get('open'),
    from: /^\d{1,6}$/.test(from) ? new Map([[list, Number(from)]]) : new Map(),
  });
}

async function compareDraft(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const draft = await findOpenDraft(asked);
  return draft === undefined ? goneSheet(asked, null) : outdatedSheet(asked, draft, { choices: new Map(), isIncomplete: false });
}

async function saveForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const form = await readForm(asked.request, formBounds);
  return form.ok ? takeForm(asked, form.value) : goneSheet(asked, new Map());
}

async function restore(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const id = asked.given['id'] ?? '';
  const restored = /^[0-9a-f-]{36}$/.test(id) ? await asked.desk.db.write((tx) => restoreDraft(tx, { id, actorId: asked.person.actorId, now: asked.now })) : null;
  if (restored?.ok === true) return seeOther(`/office/drafts/${id}?done=restored`);
  return restored?.refusal === 'anotherOpen' ? binSheet(asked, restored.detail) : goneSheet(asked, new Map());
}

async function suggest(asked: Asked): Promise<Response> {
  requireRole(asked, 'reader');
  const kind = asked.desk.kinds.find(asked.given['kind'] ?? '');
  const found = kind === undefined ? [] : await asked.desk.db.read((reader) => suggestRecords(reader, kind.name, asked.query.get('q') ?? '', asked.lang));
  return new Response(JSON.stringify(found), { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
}
