import { sql, type Kysely } from 'kysely';

/** What the office notes about its tasks, who gets them as a calendar and as a daily mail, and which addresses of sources have stopped answering. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A task is found anew each day. What was said about it is kept under its key, together with the date it had: another date makes it another matter.
  await sql`create table task_notes (
    key text primary key,
    due_on text,
    until date,
    reason text not null,
    by_id uuid not null references actors (id),
    at timestamptz not null
  )`.execute(db);

  // Only a hash is kept: who reads the database cannot open the calendars.
  await sql`create table calendar_secrets (
    actor_id uuid primary key references actors (id),
    secret_hash text not null unique,
    lang text not null check (lang in ('pl', 'en')),
    made_at timestamptz not null
  )`.execute(db);

  // looked_on: the last day on which somebody's tasks were looked through. seen: the tasks that a digest has told of already.
  // off_token can do nothing but end the mails, and each of them bears it: that is why it is not hashed.
  await sql`create table digests (
    actor_id uuid primary key references actors (id),
    hour integer not null check (hour between 0 and 23),
    lang text not null check (lang in ('pl', 'en')),
    off_token text not null unique,
    looked_on date,
    seen text[] not null default '{}'
  )`.execute(db);

  // broken_days: on how many different days in a row it did not answer. asked_at is written before asking, so that two processes never ask the same.
  await sql`create table source_checks (
    url text primary key,
    host text not null,
    asked_at timestamptz,
    outcome text check (outcome in ('answers', 'broken', 'undecided')),
    problem text,
    broken_since date,
    broken_on date,
    broken_days integer not null default 0
  )`.execute(db);
  await sql`create index source_checks_by_time on source_checks (asked_at nulls first, url)`.execute(db);
  await sql`create index source_checks_by_host on source_checks (host, asked_at)`.execute(db);

  await sql`grant select, insert, update, delete on task_notes, calendar_secrets, digests, source_checks to koga_app`.execute(db);
}
