import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';

/** What somebody works on before it is handed in. The body may be unfinished; the version rises with every save. */
export type Draft = {
  id: string;
  kind: string;
  slug: string | null;
  recordId: string | null;
  body: unknown;
  basedOn: string | null;
  /** Why the record changes, in the author's words; empty where nothing was said yet. */
  whyPl: string;
  whyEn: string;
  version: number;
  editorId: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

const columns = ['id', 'kind', 'slug', 'recordId', 'body', 'basedOn', 'whyPl', 'whyEn', 'version', 'editorId', 'createdAt', 'updatedAt', 'deletedAt'] as const;

export const findDraft = (reader: Reader, id: string): Promise<Draft | undefined> => reader.selectFrom('drafts').select(columns).where('id', '=', id).executeTakeFirst();

/** Held until the transaction ends: of two saves at once the second sees what the first has written. */
export const holdDraft = (tx: Tx, id: string): Promise<Draft | undefined> => tx.selectFrom('drafts').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

export const openDraftOf = (reader: Reader, recordId: string): Promise<Draft | undefined> =>
  reader.selectFrom('drafts').select(columns).where('recordId', '=', recordId).where('deletedAt', 'is', null).executeTakeFirst();

export type NewDraft = Omit<Draft, 'version' | 'whyPl' | 'whyEn' | 'createdAt' | 'updatedAt' | 'deletedAt'> & { whyPl?: string; whyEn?: string; now: Date };

/** False where the draft, or another of the same record, is already there. */
export async function insertDraft(tx: Tx, { now, body, ...draft }: NewDraft): Promise<boolean> {
  const row = await tx
    .insertInto('drafts')
    .values({ ...draft, body: JSON.stringify(body), version: 1, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateDraft(tx: Tx, id: string, set: Pick<Draft, 'body' | 'slug' | 'basedOn' | 'whyPl' | 'whyEn' | 'version' | 'editorId' | 'updatedAt'>): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ ...set, body: JSON.stringify(set.body) })
    .where('id', '=', id)
    .execute();
}

export async function setDeleted(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.updateTable('drafts').set({ deletedAt: at }).where('id', '=', id).execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('drafts').where('id', '=', id).execute();
}

export const binDays = 30;
const dayMs = 86_400_000;
const binBegins = (now: Date): Date => new Date(now.getTime() - binDays * dayMs);

/** What has been in the bin for thirty days is gone for good. */
export async function emptyOldBin(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('drafts').where('deletedAt', '<', binBegins(now)).execute();
}

export const isGone = (draft: Draft, now: Date): boolean => draft.deletedAt !== null && draft.deletedAt < binBegins(now);

/** What stands at an address that is not given yet happens one after the other, so that the second can be told of the first. */
export async function holdAddress(tx: Tx, kind: string, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${slug}`}, 7))`.execute(tx);
}

export type StartingPoint = { body: unknown; schemaVersion: number; current: string | undefined };

/** The newest revision of a record, published or still waiting: what the next draft begins with; and the one that is public now. */
export async function startingPoint(reader: Reader, recordId: string): Promise<StartingPoint | undefined> {
  const row = await reader
    .selectFrom('revisions')
    .leftJoin('currentRevisions', 'currentRevisions.recordId', 'revisions.recordId')
    .select(['revisions.body', 'revisions.schemaVersion', 'currentRevisions.revisionId as current'])
    .where('revisions.recordId', '=', recordId)
    .orderBy('revisions.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, current: row.current ?? undefined };
}

/** What the author said of the newest revision, as long as it has not become public: a draft that goes on from it says it still. */
export async function whyOfWaiting(reader: Reader, recordId: string): Promise<{ whyPl: string; whyEn: string }> {
  const newest = await reader.selectFrom('revisions').select('id').where('recordId', '=', recordId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const acts =
    newest === undefined ? [] : await reader.selectFrom('publications').select(['action', 'whyPl', 'whyEn']).where('revisionId', '=', newest.id).orderBy('id', 'desc').execute();
  const isOpen = ['submitted', 'scheduled', 'returned'].includes(acts[0]?.action ?? '');
  const said = isOpen ? acts.find(({ action }) => action === 'submitted') : undefined;
  return { whyPl: said?.whyPl ?? '', whyEn: said?.whyEn ?? '' };
}

export type SentBack = { why: string | null; at: Date; by: string | null };

/** Why the newest revision came back, where nothing has happened to the record since. */
export async function lastReturn(reader: Reader, recordId: string): Promise<SentBack | undefined> {
  const row = await reader
    .selectFrom('publications')
    .leftJoin('people', 'people.actorId', 'publications.actorId')
    .select(['publications.action', 'publications.whyPl', 'publications.at', 'people.name'])
    .where('publications.recordId', '=', recordId)
    .orderBy('publications.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.action === 'returned' ? { why: row.whyPl, at: row.at, by: row.name } : undefined;
}

export async function nameOf(reader: Reader, actorId: string): Promise<string | undefined> {
  const row = await reader.selectFrom('people').select('name').where('actorId', '=', actorId).executeTakeFirst();
  return row?.name;
}

/** Whether this draft has been handed in: a form sent twice is led to what the first one made. */
export async function wasSubmitted(reader: Reader, kind: string, slug: string, about: string): Promise<boolean> {
  const row = await reader
    .selectFrom('audit')
    .innerJoin('records', 'records.id', 'audit.recordId')
    .select('audit.id')
    .where('records.kind', '=', kind)
    .where('records.slug', '=', slug)
    .where('audit.about', '=', about)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const newDraftId = (now: Date): string => uuidv7(now.getTime());
