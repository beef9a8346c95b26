import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { questionOf } from '#publishing/search-question.ts';

/** How a record stands for the office. Somebody may be at work on what is public: then the draft is told beside it. */
export const recordStates = ['published', 'submitted', 'returned', 'withdrawn'] as const;
export type RecordState = (typeof recordStates)[number];
export type StateFilter = RecordState | 'draft' | 'all';

export type ListedRecord = { id: string; kind: string; slug: string; title: string | null; state: RecordState; draftId: string | null; updatedAt: Date };

// What happened last to the newest revision: a revision that waits or came back stands above the one that is public.
const lastAct = sql`(
  select action from publications
  where revision_id = (select id from revisions where record_id = records.id order by number desc limit 1)
  order by id desc limit 1)`;
const isPublic = sql`exists (select from current_revisions where record_id = records.id)`;
const state = sql<RecordState>`case
  when ${lastAct} in ('submitted', 'scheduled') then 'submitted'
  when ${lastAct} = 'returned' then 'returned'
  when ${isPublic} then 'published'
  else 'withdrawn' end`;
const draft = sql`(select id from drafts where record_id = records.id and deleted_at is null)`;

/** Each language has an index of its own. Every word must stand in a name of the record or in its address; or the whole in its title, for a membership is found by its organisation. */
function typedIn(typed: string): RawBuilder<unknown> {
  const { words } = questionOf(typed);
  if (words.length === 0) return sql`true`;
  const everyWordIn = (column: string): RawBuilder<unknown> =>
    sql.join(
      words.map((word) => sql`${sql.ref(column)} like ${`%${word}%`}`),
      sql` and `,
    );
  return sql`records.id in (
    select record_id from search_documents where lang = 'pl' and ${everyWordIn('title_folded')}
    union select record_id from search_documents where lang = 'en' and ${everyWordIn('title_folded')}
    union select id from records where ${everyWordIn('slug')}
    union select record_id from changes where title_pl ilike ${`%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`})`;
}

function inState(wanted: StateFilter): RawBuilder<unknown> {
  if (wanted === 'all') return sql`true`;
  return wanted === 'draft' ? sql`exists ${draft}` : sql`${state} = ${wanted}`;
}

export type Asking = { kind: string | null; typed: string; state: StateFilter; lang: Lang; limit: number; offset: number };

/** The records that are asked for, by title. What is only shown is looked up for the page alone. */
export async function listRecords(reader: Reader, { kind, typed, state: wanted, lang, limit, offset }: Asking): Promise<{ records: ListedRecord[]; total: number }> {
  const { rows } = await sql<ListedRecord & { total: number }>`
    with matched as (
      select records.id, records.kind, records.slug,
        (select ${sql.ref(lang === 'pl' ? 'title_pl' : 'title_en')} from changes where changes.record_id = records.id order by changes.id desc limit 1) as title
      from records
      where ${kind === null ? sql`true` : sql`records.kind = ${kind}`} and ${typedIn(typed)} and ${inState(wanted)}
    ),
    page as (select *, count(*) over ()::int as total from matched order by coalesce(title, slug) collate pl, slug limit ${limit} offset ${offset})
    select records.id, records.kind, records.slug, page.title, page.total, ${state} as state, ${draft} as "draftId",
      (select created_at from revisions where record_id = records.id order by number desc limit 1) as "updatedAt"
    from page join records on records.id = page.id
    order by coalesce(page.title, records.slug) collate pl, records.slug`.execute(reader);
  return { records: rows.map(({ total: _total, ...record }) => record), total: rows[0]?.total ?? 0 };
}

/** How many records of each kind there are, and how many drafts are in work. */
export async function countKinds(reader: Reader): Promise<Map<string, { records: number; drafts: number }>> {
  const { rows } = await sql<{ kind: string; records: number; drafts: number }>`
    select coalesce(counted.kind, working.kind) as kind, coalesce(counted.records, 0) as records, coalesce(working.drafts, 0) as drafts
    from (select kind, count(*)::int as records from records group by kind) as counted
    full join (select kind, count(*)::int as drafts from drafts where deleted_at is null group by kind) as working using (kind)`.execute(reader);
  return new Map(rows.map(({ kind, records, drafts }) => [kind, { records, drafts }]));
}

export type ListedDraft = { id: string; kind: string; slug: string | null; body: unknown; isNew: boolean; updatedAt: Date; deletedAt: Date | null; editor: string | null };

/** Drafts in work, or those in the bin, the latest first. */
export async function listDrafts(reader: Reader, asked: { kind: string | null; isBin: boolean; onlyNew?: boolean; since?: Date; limit: number }): Promise<ListedDraft[]> {
  const rows = await reader
    .selectFrom('drafts')
    .leftJoin('people', 'people.actorId', 'drafts.editorId')
    .select(['drafts.id', 'drafts.kind', 'drafts.slug', 'drafts.body', 'drafts.recordId', 'drafts.updatedAt', 'drafts.deletedAt', 'people.name as editor'])
    .where('drafts.deletedAt', asked.isBin ? 'is not' : 'is', null)
    .$if(asked.kind !== null, (query) => query.where('drafts.kind', '=', asked.kind ?? ''))
    .$if(asked.onlyNew === true, (query) => query.where('drafts.recordId', 'is', null))
    .$if(asked.since !== undefined, (query) => query.where('drafts.deletedAt', '>=', asked.since ?? new Date(0)))
    .orderBy('drafts.updatedAt', 'desc')
    .orderBy('drafts.id')
    .limit(asked.limit)
    .execute();
  return rows.map(({ recordId, ...row }) => ({ ...row, isNew: recordId === null }));
}

/** Where the public reads the record; undefined where it does not stand in public. */
export async function currentPath(reader: Reader, recordId: string, lang: Lang): Promise<string | undefined> {
  const row = await reader.selectFrom('searchDocuments').select('path').where('recordId', '=', recordId).where('lang', '=', lang).executeTakeFirst();
  return row?.path;
}

export type ListedRevision = { id: string; number: number; createdAt: Date; author: string | null; action: string | null; at: Date | null; by: string | null; why: string | null };

/** Every revision of a record, the newest first, with what happened to it last. */
export async function listRevisions(reader: Reader, recordId: string): Promise<ListedRevision[]> {
  const { rows } = await sql<ListedRevision>`
    select revisions.id, revisions.number, revisions.created_at as "createdAt", author.name as author, last.action, last.at, actor.name as by, last.why_pl as why
    from revisions
    left join people as author on author.actor_id = revisions.author_id
    left join lateral (select action, at, actor_id, why_pl from publications where revision_id = revisions.id order by id desc limit 1) as last on true
    left join people as actor on actor.actor_id = last.actor_id
    where revisions.record_id = ${recordId}
    order by revisions.number desc
    limit 100`.execute(reader);
  return rows;
}

/** The newest body of each of these records; for those that were never public, and so have no title of their own yet. */
export async function newestBodies(reader: Reader, recordIds: readonly string[]): Promise<Map<string, unknown>> {
  if (recordIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('revisions')
    .distinctOn('recordId')
    .select(['recordId', 'body'])
    .where('recordId', 'in', [...recordIds])
    .orderBy('recordId')
    .orderBy('number', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.recordId, row.body]));
}
