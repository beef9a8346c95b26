import { readMultipart } from '#web/multipart.ts';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { goneSheet } from '../drafts/gone.tsx';
import { takeForm } from '../drafts/take.ts';
import { recordSpec, specAt } from '../form/spec.ts';
import { textsOf } from '../texts.ts';
import { checkFile, keepFile, maxFileBytes } from './keep-file.ts';
import { sendFile } from './send-file.ts';

const bounds = { maxFields: 8000, maxBytes: maxFileBytes + 1_048_576 };

/** Takes a file together with the form of its draft: the form is saved as it was typed, with one row more. */
export async function takeUpload(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const sent = await readMultipart(asked.request, bounds);
  if (!sent.ok) return goneSheet(asked, new Map());
  const { fields, files } = sent.value;
  const [kind] = fields.get('draft-kind') ?? [];
  const [list = ''] = fields.get('upload-to') ?? [];
  const known = asked.desk.kinds.find(kind ?? '');
  const place = known && specAt(recordSpec(known), [list]);
  if (place?.type !== 'rows' || !place.isFiles) return goneSheet(asked, fields);
  const upload = files.get('upload');
  const checked = upload === undefined ? ({ ok: false, refusal: 'empty' } as const) : await checkFile(upload);
  if (!checked.ok) return takeForm(asked, fields, { problems: [{ path: [`${list}-upload`], text: textsOf(asked.lang).files.refused[checked.refusal] }] });
  return takeForm(asked, fields, {
    prepare: async (tx, form) => {
      const file = await keepFile(tx, checked.value, { actorId: asked.person.actorId, now: asked.now });
      const row = Number(form.get(`${list}.rows`)?.at(-1) ?? 0) || 0;
      const title = file.name.replace(/\.[a-z0-9]+$/, '');
      const added: [string, string][] = [
        [`${list}.rows`, String(row + 1)],
        [`${list}.${row}.file`, file.id],
        [`${list}.${row}.type`, file.type],
        [`${list}.${row}.size`, String(file.size)],
        [`${list}.${row}.title.pl`, title],
      ];
      return new Map([...form, ...added.map(([name, value]): [string, string[]] => [name, [value]])]);
    },
  });
}

/** A file as the office has it, published or not. */
export async function officeFile(asked: Asked): Promise<Response> {
  requireRole(asked, 'reader');
  const sent = await asked.desk.db.read((reader) => sendFile(reader, { id: asked.given['id'] ?? '', has: asked.request.headers.get('if-none-match'), isPublic: false }));
  return sent ?? new Response(null, { status: 404 });
}
