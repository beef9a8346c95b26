import type { Tx } from '#db/handles.ts';
import { findRecord } from '#publishing/store.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { saveDraft } from '../records/drafts/save.ts';
import { newDraftId, startingPoint } from '../records/drafts/store.ts';
import { missingSheet } from '../records/lists/missing.tsx';
import { effectFrom } from './effect-sources.ts';
import { isSame } from './same.ts';

/** Starts an effect with what the record says already: organisation, date, title, sources. What it brought, and by which tie, is for a person to say. */
export async function startEffect(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, person, now, given } = asked;
  const { kind = '', slug = '' } = given;
  const id = await desk.db.write(async (tx) => {
    const record = await findRecord(tx, kind, slug);
    const newest = record && (await startingPoint(tx, record.id));
    const body = newest && effectFrom(kind, newest.body);
    if (body === undefined) return undefined;
    const open = await untouched(tx, person.actorId, body);
    if (open !== undefined) return open;
    const saved = await saveDraft(tx, desk.kinds, { kind: 'effect', id: newDraftId(now), version: 0, body, slug: null, editorId: person.actorId, now });
    return saved.ok ? saved.value.draft.id : undefined;
  });
  return id === undefined ? missingSheet(asked.lang) : seeOther(`/office/drafts/${id}`);
}

/** The draft that an earlier press of the same button made, where nobody has written in it yet. */
async function untouched(tx: Tx, editorId: string, body: unknown): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('drafts')
    .select(['id', 'body'])
    .where('kind', '=', 'effect')
    .where('editorId', '=', editorId)
    .where('version', '=', 1)
    .where('recordId', 'is', null)
    .where('deletedAt', 'is', null)
    .execute();
  return rows.find((row) => isSame(row.body, body))?.id;
}
