import { sql, type Kysely } from 'kysely';

/**
 * Who is told of new offers by mail. Nothing here is append-only: an address is kept as long as somebody wants the mails, and goes without a trace.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Somebody typed this address; whether it is theirs is shown by the link. Once that is used or out of date, only its hash is kept, so that it can be told.
  await sql`create table subscription_requests (
    id uuid primary key,
    token_hash text not null unique,
    email text,
    lang text not null check (lang in ('pl', 'en')),
    filters jsonb,
    rhythm text check (rhythm in ('daily', 'weekly')),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((email is null) = (filters is null)),
    check ((email is null) = (rhythm is null)),
    check (used_at is null or email is null)
  )`.execute(db);
  await sql`create index subscription_requests_by_email on subscription_requests (lower(email)) where email is not null`.execute(db);
  await sql`create index subscription_requests_by_end on subscription_requests (expires_at)`.execute(db);

  // One for each address. looked_on: the last day on which it was seen whether there is news; mailed_on: the last on which there was.
  await sql`create table subscribers (
    id uuid primary key,
    email text not null,
    lang text not null check (lang in ('pl', 'en')),
    confirmed_at timestamptz not null,
    looked_on date not null,
    mailed_on date
  )`.execute(db);
  await sql`create unique index subscribers_once on subscribers (lower(email))`.execute(db);

  // told_until: news from before this instant was told, or was there to be read when the subscription was made.
  await sql`create table subscriptions (
    id uuid primary key,
    subscriber_id uuid not null references subscribers (id) on delete cascade,
    filters jsonb not null,
    filters_key text not null,
    rhythm text not null check (rhythm in ('daily', 'weekly')),
    created_at timestamptz not null,
    told_until timestamptz not null,
    unique (subscriber_id, filters_key)
  )`.execute(db);

  // How often was asked since when; the key is a keyed hash of an address of mail or of the network, gone within a day.
  await sql`create table subscription_tries (
    key text primary key,
    since timestamptz not null,
    count integer not null check (count > 0)
  )`.execute(db);
  await sql`create index subscription_tries_by_time on subscription_tries (since)`.execute(db);

  // Twenty thousand mails about offers must not keep a link waiting with which somebody wants to come in.
  await sql`alter table mails add column bulk boolean not null default false`.execute(db);
  await sql`drop index mails_waiting`.execute(db);
  await sql`create index mails_waiting on mails (bulk, next_try_at, id) where sent_at is null and given_up_at is null`.execute(db);
  await sql`create index mails_by_recipient on mails (lower(recipient))`.execute(db);

  await sql`grant select, insert, update, delete on subscription_requests, subscribers, subscriptions, subscription_tries to koga_app`.execute(db);
}
