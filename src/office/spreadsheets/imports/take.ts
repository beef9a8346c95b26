import { addJob } from '#jobs/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { problemOfForm } from '#web/form.ts';
import { readMultipart } from '#web/multipart.ts';
import { problemFor } from '#web/problems.tsx';
import { requireRole, seeOther, type Asked, type Sheet } from '../../page.ts';
import { bounds } from '../files/bounds.ts';
import { indexSheet } from '../page.tsx';
import { textsOf } from '../texts.ts';
import { jobKey, readJob } from './jobs.ts';
import { importable } from './mapping.ts';
import { clearOldImports, insertImport } from './store.ts';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What was read in stays as long as somebody may come back to it. */
const keptMs = 30 * 86_400_000;

/** Takes a file and begins to read it. The form bears the import's id, so that a form sent twice makes one. */
export async function takeImport(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, lang, now, person } = asked;
  const refused = textsOf(lang).refused;
  const sent = await readMultipart(asked.request, { maxFields: 10, maxBytes: bounds.fileBytes + 65_536 });
  if (!sent.ok) {
    if (sent.refusal === 'tooLarge') return indexSheet(asked, { status: 422, errors: [{ field: 'file', text: refused.tooLarge() }] });
    return problemFor({ path: '/office/spreadsheets', accept: asked.request.headers.get('accept') ?? undefined }, problemOfForm(sent.refusal));
  }
  const [kindTyped = ''] = sent.value.fields.get('kind') ?? [];
  const [id = ''] = sent.value.fields.get('id') ?? [];
  const kind = importable(desk.kinds).find((one) => one.name === kindTyped)?.name ?? null;
  const file = sent.value.files.get('file');
  const wrong = file === undefined || file.size === 0 ? refused.empty() : file.size > bounds.fileBytes ? refused.tooLarge() : null;
  if (file === undefined || wrong !== null || !isId(id))
    return indexSheet(asked, { status: 422, errors: [{ field: 'file', text: wrong ?? refused.empty() }], ...(kind === null ? {} : { kind }) });
  const bytes = Buffer.from(await file.arrayBuffer());
  await desk.db.write(async (tx) => {
    await clearOldImports(tx, new Date(now.getTime() - keptMs));
    if (!(await insertImport(tx, { id, kind, fileName: nameOf(file.name), file: bytes, madeBy: person.actorId, madeAt: now }))) return;
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'upload spreadsheet', about: `import ${id}` });
    await addJob(tx, { name: readJob, payload: { id, round: 0 }, runAt: now, onceKey: jobKey(readJob, id, 0, 0) });
  });
  return seeOther(`/office/spreadsheets/imports/${id}`);
}

/** The name without folders and signs that no name needs. */
const nameOf = (name: string): string => {
  const plain = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{C}+/gu, '')
    .trim()
    .slice(-120);
  return plain === '' ? '–' : plain;
};
