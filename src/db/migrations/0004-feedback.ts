import { sql, type Kysely } from 'kysely';

/**
 * What residents report about public pages. Nothing here is append-only: a message may name people, so all of it can be erased,
 * and an e-mail address stands apart, to be deleted once it has been answered.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table feedback (
    id uuid primary key,
    at timestamptz not null,
    path text,
    lang text not null check (lang in ('pl', 'en')),
    kind text not null check (kind in ('error', 'missing', 'technical', 'other')),
    useful boolean,
    message text not null check (char_length(message) between 10 and 4000),
    state text not null default 'new' check (state in ('new', 'answered'))
  )`.execute(db);
  // Sent twice it is one message, until it has been answered.
  await sql`create unique index feedback_once on feedback (coalesce(path, ''), kind, coalesce(useful::text, ''), md5(message)) where state = 'new'`.execute(db);
  await sql`create table feedback_contacts (
    feedback_id uuid not null references feedback (id) on delete cascade,
    email text not null,
    primary key (feedback_id, email)
  )`.execute(db);

  // For the limits only. The sender is a hash of the network address under the key of a day; without the key it tells nothing.
  await sql`create table feedback_keys (day date primary key, key text not null)`.execute(db);
  await sql`create table feedback_senders (id uuid primary key, at timestamptz not null, sender text not null)`.execute(db);
  await sql`create index feedback_senders_by_time on feedback_senders (at)`.execute(db);

  await sql`grant select, insert, update, delete on feedback, feedback_contacts, feedback_keys, feedback_senders to koga_app`.execute(db);
}
