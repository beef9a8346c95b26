import { sql, type Kysely } from 'kysely';

/**
 * What the office works with before anything is published: drafts, jobs that wait for their time, mails that wait to be sent,
 * links to previews, and files. All of it can be changed and erased; what counts in public is only what revisions hold.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A word about an event where no record is its subject: which role was missing, which setting was changed. Never a personal value.
  await sql`alter table audit add column about text`.execute(db);
  await sql`create index audit_by_time on audit (at desc, id desc)`.execute(db);
  await sql`create index audit_by_record on audit (record_id, at desc)`.execute(db);

  await sql`create table drafts (
    id uuid primary key,
    kind text not null,
    slug text,
    record_id uuid references records (id),
    body jsonb not null,
    based_on uuid references revisions (id),
    version integer not null check (version > 0),
    editor_id uuid not null references actors (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
  )`.execute(db);
  // One draft of a record at a time: whoever opens it works on the same, and a stale save is told so.
  await sql`create unique index drafts_once on drafts (record_id) where record_id is not null and deleted_at is null`.execute(db);
  await sql`create index drafts_by_time on drafts (updated_at desc, id)`.execute(db);

  await sql`create table jobs (
    id uuid primary key,
    name text not null,
    payload jsonb not null,
    run_at timestamptz not null,
    once_key text unique,
    attempts integer not null default 0,
    done_at timestamptz,
    failed_at timestamptz,
    last_error text
  )`.execute(db);
  await sql`create index jobs_due on jobs (run_at) where done_at is null and failed_at is null`.execute(db);

  await sql`create table mails (
    id uuid primary key,
    message_id text not null unique,
    once_key text unique,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    headers jsonb not null,
    created_at timestamptz not null,
    next_try_at timestamptz not null,
    attempts integer not null default 0,
    sent_at timestamptz,
    given_up_at timestamptz,
    last_error text
  )`.execute(db);
  await sql`create index mails_waiting on mails (next_try_at) where sent_at is null and given_up_at is null`.execute(db);

  // Only a hash is kept, so that who reads the database cannot open the previews.
  await sql`create table preview_links (
    token_hash text primary key,
    revision_id uuid not null references revisions (id),
    made_by uuid not null references actors (id),
    made_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);

  await sql`create table files (
    id uuid primary key,
    sha256 text not null,
    name text not null,
    type text not null,
    size integer not null check (size > 0),
    content bytea not null,
    uploaded_by uuid not null references actors (id),
    uploaded_at timestamptz not null
  )`.execute(db);
  await sql`create index files_by_content on files (sha256)`.execute(db);

  await sql`grant select, insert, update, delete on drafts, jobs, mails, preview_links, files to koga_app`.execute(db);
}
