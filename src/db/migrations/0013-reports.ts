import { sql, type Kysely } from 'kysely';

/** Reports to the council that somebody of the office has asked for: how far each is, and its file once it is made. The latest few are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // told_at: when the making last gave a sign of life; a process that was killed leaves its report to the next one. attempts: so that what kills a process does not go on for ever.
  await sql`create table reports_made (
    id uuid primary key,
    year integer not null check (year between 1900 and 2200),
    lang text not null check (lang in ('pl', 'en')),
    format text not null check (format in ('pdf', 'docx', 'xlsx')),
    kind text not null check (kind in ('report', 'chapter')),
    state text not null check (state in ('waiting', 'making', 'ready', 'failed')),
    progress integer not null default 0 check (progress between 0 and 100),
    made_by uuid not null references actors (id),
    asked_at timestamptz not null,
    told_at timestamptz,
    attempts integer not null default 0,
    ready_at timestamptz,
    problem text check (problem in ('no-pdf', 'no-city', 'failed')),
    file_name text,
    size integer,
    file bytea,
    check ((state = 'ready') = (file is not null)),
    check ((state = 'failed') = (problem is not null))
  )`.execute(db);
  await sql`create index reports_made_by_time on reports_made (asked_at desc, id)`.execute(db);
  await sql`grant select, insert, update, delete on reports_made to koga_app`.execute(db);
}
