import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { actions, stateOf, type Action, type State } from './state.ts';

export type RevisionRow = { id: string; recordId: string; number: number; schemaVersion: number; body: unknown; authorId: string; basedOn: string | null; createdAt: Date };

export async function findRecord(reader: Reader, kind: string, slug: string): Promise<{ id: string; slug: string; kind: string } | undefined> {
  const direct = await reader.selectFrom('records').select(['id', 'slug', 'kind']).where('kind', '=', kind).where('slug', '=', slug).executeTakeFirst();
  if (direct) return direct;
  return reader
    .selectFrom('slugHistory')
    .innerJoin('records', 'records.id', 'slugHistory.recordId')
    .select(['records.id', 'records.slug', 'records.kind'])
    .where('slugHistory.kind', '=', kind)
    .where('slugHistory.slug', '=', slug)
    .executeTakeFirst();
}

export async function insertRecord(tx: Tx, kind: string, slug: string, at: Date): Promise<string> {
  const id = uuidv7(at.getTime());
  await tx.insertInto('records').values({ id, kind, slug, createdAt: at }).execute();
  return id;
}

export async function insertRevision(tx: Tx, revision: Omit<RevisionRow, 'id'>): Promise<string> {
  const id = uuidv7(revision.createdAt.getTime());
  await tx
    .insertInto('revisions')
    .values({ ...revision, id, body: JSON.stringify(revision.body) })
    .execute();
  return id;
}

export async function latestRevisionNumber(reader: Reader, recordId: string): Promise<number> {
  const row = await reader
    .selectFrom('revisions')
    .select((select) => select.fn.max('number').as('number'))
    .where('recordId', '=', recordId)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function revisionById(reader: Reader, id: string): Promise<(RevisionRow & { kind: string; slug: string }) | undefined> {
  return reader
    .selectFrom('revisions')
    .innerJoin('records', 'records.id', 'revisions.recordId')
    .selectAll('revisions')
    .select(['records.kind', 'records.slug'])
    .where('revisions.id', '=', id)
    .executeTakeFirst();
}

export async function currentRevisionId(reader: Reader, recordId: string): Promise<string | undefined> {
  const row = await reader.selectFrom('currentRevisions').select('revisionId').where('recordId', '=', recordId).executeTakeFirst();
  return row?.revisionId;
}

/** Whether any revision of the record has ever stood in public. */
export async function hasBeenPublished(reader: Reader, recordId: string): Promise<boolean> {
  const row = await reader.selectFrom('publications').select('id').where('recordId', '=', recordId).where('action', '=', 'published').limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function stateOfRevision(reader: Reader, revisionId: string): Promise<State> {
  const rows = await reader.selectFrom('publications').select('action').where('revisionId', '=', revisionId).orderBy('id').execute();
  return stateOf(rows.map((row) => asAction(row.action)));
}

function asAction(text: string): Action {
  const found = actions.find((action) => action === text);
  if (!found) throw new Error(`${text} is no act of publishing`);
  return found;
}

/** Whoever changes what stands in public of a record, or hands in for it, has it to themselves until the transaction ends. */
export async function holdRecord(tx: Tx, recordId: string): Promise<void> {
  await tx.selectFrom('records').select('id').where('id', '=', recordId).forUpdate().execute();
}

/** Processes do not agree on the time to the millisecond, and a request may have waited for another: what was decided later sorts later all the same. */
export function idAfter(last: string | undefined, at: Date): string {
  const id = uuidv7(at.getTime());
  return last === undefined || id > last ? id : uuidv7(Number.parseInt(last.replace('-', '').slice(0, 12), 16) + 1);
}

export async function insertPublication(
  tx: Tx,
  publication: { revisionId: string; recordId: string; action: Action; at: Date; actorId: string; why?: { pl: string; en?: string | undefined } | undefined; override?: boolean },
): Promise<void> {
  const { why, override = false, ...rest } = publication;
  const last = await tx.selectFrom('publications').select('id').where('recordId', '=', publication.recordId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  await tx
    .insertInto('publications')
    .values({ id: idAfter(last?.id, publication.at), ...rest, whyPl: why?.pl ?? null, whyEn: why?.en ?? null, override })
    .execute();
}

export async function insertAudit(
  tx: Tx,
  entry: { at: Date; actorId: string; action: string; recordId?: string; revisionId?: string; basedOn?: string | null; fields?: string[]; about?: string },
): Promise<void> {
  const { recordId = null, revisionId = null, basedOn = null, fields = [], about = null, ...rest } = entry;
  await tx
    .insertInto('audit')
    .values({ id: uuidv7(entry.at.getTime()), ...rest, recordId, revisionId, basedOn, fields, about })
    .execute();
}

/** The last statement of every publication: readers that saw an older number know that their pages are old. */
export async function raiseRegisterVersion(tx: Tx, at: Date): Promise<void> {
  await tx
    .updateTable('registerVersion')
    .set((update) => ({ version: update('version', '+', 1), changedAt: at }))
    .execute();
}

export async function registerVersion(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('registerVersion').select('version').executeTakeFirstOrThrow();
  return row.version;
}
