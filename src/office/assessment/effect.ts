import { findRecord } from '#publishing/store.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { startingPoint } from '../records/drafts/store.ts';
import { missingSheet } from '../records/lists/missing.tsx';
import { beginDraft } from './begin-draft.ts';
import { effectFrom } from './effect-sources.ts';

/** Starts an effect with what the record says already: organisation, date, title, sources. What it brought, and by which tie, is for a person to say. */
export async function startEffect(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { kind = '', slug = '' } = asked.given;
  const id = await asked.desk.db.write(async (tx) => {
    const record = await findRecord(tx, kind, slug);
    const newest = record && (await startingPoint(tx, record.id));
    const body = newest && effectFrom(kind, newest.body);
    return body === undefined ? undefined : beginDraft(tx, asked, 'effect', body);
  });
  return id === undefined ? missingSheet(asked.lang) : seeOther(`/office/drafts/${id}`);
}
