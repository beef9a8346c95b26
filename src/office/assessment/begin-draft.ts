import type { Tx } from '#db/handles.ts';
import type { Asked } from '../page.ts';
import { saveDraft } from '../records/drafts/save.ts';
import { newDraftId } from '../records/drafts/store.ts';
import { isSame } from './same.ts';

/** A draft that begins with this much; the one of an earlier press of the same button, where nobody has written in it yet. */
export async function beginDraft(tx: Tx, { desk, person, now }: Asked, kind: string, body: unknown): Promise<string | undefined> {
  const editorId = person.actorId;
  const open = await untouched(tx, kind, editorId, body);
  if (open !== undefined) return open;
  const saved = await saveDraft(tx, desk.kinds, { kind, id: newDraftId(now), version: 0, body, slug: null, editorId, now });
  return saved.ok ? saved.value.draft.id : undefined;
}

async function untouched(tx: Tx, kind: string, editorId: string, body: unknown): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('drafts')
    .select(['id', 'body'])
    .where('kind', '=', kind)
    .where('editorId', '=', editorId)
    .where('version', '=', 1)
    .where('recordId', 'is', null)
    .where('deletedAt', 'is', null)
    .execute();
  return rows.find((row) => isSame(row.body, body))?.id;
}
