import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '#db/handles.ts';

export type Action = 'new' | 'changed' | 'unchanged' | 'wrong';

/** What a line of the file would do. The body is kept of what is new or changed. */
export type Found = {
  line: number;
  slug: string;
  action: Action;
  fields: string[];
  body: unknown;
  recordId: string | null;
  basedOn: string | null;
  revisionNumber: number | null;
};

export async function insertFound(tx: Tx, importId: string, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return;
  await sql`
    insert into import_records (import_id, line, slug, action, fields, body, record_id, based_on, revision_number)
    select ${importId}, line, slug, action, array(select jsonb_array_elements_text(fields)), body, "recordId", "basedOn", "revisionNumber"
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as given (line integer, slug text, action text, fields jsonb, body jsonb, "recordId" uuid, "basedOn" uuid, "revisionNumber" integer)`.execute(tx);
}

/** A line as the page lists it, with the body that its title is made from: what it would be, or what the record is. */
export type Listed = Pick<Found, 'line' | 'slug' | 'action' | 'fields' | 'recordId' | 'body'>;

/** A page of what was found, the lines that do something first asked for. */
export async function listFound(reader: Reader, importId: string, given: { action: Action | null; limit: number; offset: number }): Promise<Listed[]> {
  const { rows } = await sql<Omit<Listed, 'action'> & { action: string }>`
    select line, slug, action, fields, record_id as "recordId",
      coalesce(body, (select revisions.body from revisions where revisions.record_id = import_records.record_id order by number desc limit 1)) as body
    from import_records
    where import_id = ${importId} and (${given.action}::text is null or action = ${given.action})
    order by line limit ${given.limit} offset ${given.offset}`.execute(reader);
  return rows.map((row) => ({ ...row, action: asAction(row.action) }));
}

const asAction = (text: string): Action => z.enum(['new', 'changed', 'unchanged', 'wrong']).parse(text);

export async function countFound(reader: Reader, importId: string): Promise<Record<Action, number> & { faults: number }> {
  const rows = await reader
    .selectFrom('importRecords')
    .select((select) => ['action', select.fn.countAll<string>().as('count')])
    .where('importId', '=', importId)
    .groupBy('action')
    .execute();
  const faults = await reader
    .selectFrom('importFaults')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('importId', '=', importId)
    .executeTakeFirstOrThrow();
  const count = (action: Action): number => Number(rows.find((row) => row.action === action)?.count ?? 0);
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), wrong: count('wrong'), faults: Number(faults.count) };
}

/** New addresses that two lines have made up for themselves. */
export async function doubledSlugs(reader: Reader, importId: string): Promise<{ slug: string; line: number; first: number }[]> {
  const { rows } = await sql<{ slug: string; line: number; first: number }>`
    select slug, line, first from (
      select slug, line, min(line) over (partition by slug) as first from import_records where import_id = ${importId} and action = 'new'
    ) as numbered where line > first order by line`.execute(reader);
  return rows;
}

export async function setWrong(tx: Tx, importId: string, lines: readonly number[]): Promise<void> {
  if (lines.length > 0)
    await tx
      .updateTable('importRecords')
      .set({ action: 'wrong', body: null })
      .where('importId', '=', importId)
      .where('line', 'in', [...lines])
      .execute();
}

/** The records that an import writes, a batch at a time, in the order of the file. Their bodies stay in the store. */
export async function toWrite(reader: Reader, importId: string, given: { after: number; limit: number }): Promise<Omit<Found, 'body'>[]> {
  const rows = await reader
    .selectFrom('importRecords')
    .select(['line', 'slug', 'action', 'fields', 'recordId', 'basedOn', 'revisionNumber'])
    .where('importId', '=', importId)
    .where('action', 'in', ['new', 'changed'])
    .where('line', '>', given.after)
    .orderBy('line')
    .limit(given.limit)
    .execute();
  return rows.map((row) => ({ ...row, action: asAction(row.action) }));
}

/** A record as it stands: its newest revision, published or waiting, and the one that is public. */
export type Standing = { id: string; slug: string; number: number; body: unknown; schemaVersion: number; current: string | null };

export async function standing(reader: Reader, kind: string, slugs: readonly string[]): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing>`
    select records.id, records.slug, newest.number, newest.body, newest.schema_version as "schemaVersion", current_revisions.revision_id as current
    from records
    cross join lateral (select number, body, schema_version from revisions where record_id = records.id order by number desc limit 1) as newest
    left join current_revisions on current_revisions.record_id = records.id
    where records.kind = ${kind} and records.slug = any(${[...slugs]}::text[])`.execute(reader);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Every record of a kind for an export, by its address: as it is public, or as its newest revision has it. */
export async function allStanding(reader: Reader, kind: string, which: 'all' | 'published'): Promise<Omit<Standing, 'id' | 'current'>[]> {
  const { rows } = await sql<Omit<Standing, 'id' | 'current'>>`
    select records.slug, chosen.number, chosen.body, chosen.schema_version as "schemaVersion"
    from records
    cross join lateral (
      select number, body, schema_version from revisions where record_id = records.id
        and (${which === 'all'} or id = (select revision_id from current_revisions where current_revisions.record_id = records.id))
      order by number desc limit 1
    ) as chosen
    where records.kind = ${kind} order by records.slug`.execute(reader);
  return rows;
}

/** Older revisions that lines of a file were taken from. */
export async function revisionsNumbered(reader: Reader, wanted: readonly { recordId: string; number: number }[]): Promise<Map<string, { body: unknown; schemaVersion: number }>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ recordId: string; number: number; body: unknown; schemaVersion: number }>`
    select record_id as "recordId", number, body, schema_version as "schemaVersion" from revisions
    join unnest(${wanted.map((one) => one.recordId)}::uuid[], ${wanted.map((one) => one.number)}::integer[]) as asked (record_id, number) using (record_id, number)`.execute(
    reader,
  );
  return new Map(rows.map((row) => [`${row.recordId} ${row.number}`, row]));
}

/** Which of these addresses lead to a record, also by one that it had before. */
export async function known(reader: Reader, kind: string, slugs: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select slug from records where kind = ${kind} and slug = any(${[...slugs]}::text[])
    union select slug from slug_history where kind = ${kind} and slug = any(${[...slugs]}::text[])`.execute(reader);
  return new Set(rows.map(({ slug }) => slug));
}

/** The records of an import that somebody is working on: a second draft would stand in their way. */
export async function withOpenDraft(reader: Reader, importId: string, limit: number): Promise<{ slug: string }[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from import_records
    where import_id = ${importId} and action = 'changed' and exists (select from drafts where drafts.record_id = import_records.record_id and deleted_at is null)
    order by line limit ${limit}`.execute(reader);
  return rows;
}

/** How many records of each kind an export would hold. */
export async function countStanding(reader: Reader, which: 'all' | 'published'): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: string }>`
    select kind, count(*) from records
    where ${which === 'all'} or exists (select from current_revisions where current_revisions.record_id = records.id)
    group by kind`.execute(reader);
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}
