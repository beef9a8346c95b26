import { sql, type Kysely } from 'kysely';

/**
 * Local institutions and their people. None of it is append-only and none of it is a record: people may have everything about them
 * erased. An institution that was erased keeps its bare kind and themes, so that figures made of its applications stay true.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table institutions (
    id uuid primary key,
    name text,
    folded text,
    kind text not null check (kind in ('school', 'university', 'library', 'museum', 'cultural-institution', 'ngo', 'firm', 'other')),
    themes text[] not null,
    description text,
    url text,
    address text,
    source text not null check (source in ('self', 'office')),
    created_at timestamptz not null,
    confirmed_at timestamptz,
    deactivated_at timestamptz,
    deleted_at timestamptz,
    version integer not null default 1,
    check ((deleted_at is null) = (name is not null)),
    check ((name is null) = (folded is null)),
    check (deleted_at is null or (description is null and url is null and address is null))
  )`.execute(db);
  await sql`create index institutions_by_kind on institutions (kind) where deleted_at is null`.execute(db);
  await sql`create index institutions_by_themes on institutions using gin (themes)`.execute(db);
  await sql`create index institutions_by_name on institutions (folded, id) where deleted_at is null`.execute(db);

  // confirmed_at is when the person first came by a link sent to this address; consent_at is the person's own yes, never the office's.
  await sql`create table contacts (
    id uuid primary key,
    institution_id uuid not null references institutions (id) on delete cascade,
    name text not null,
    email text not null,
    lang text not null check (lang in ('pl', 'en')),
    source text not null check (source in ('self', 'colleague', 'office')),
    created_at timestamptz not null,
    consent_at timestamptz,
    confirmed_at timestamptz,
    seen_at timestamptz,
    check (confirmed_at is null or consent_at is not null)
  )`.execute(db);
  await sql`create unique index contacts_once on contacts (institution_id, lower(email))`.execute(db);
  await sql`create index contacts_by_email on contacts (lower(email))`.execute(db);

  // Only hashes are kept: who reads the database cannot use the links, nor go on with a session.
  await sql`create table contact_links (
    token_hash text primary key,
    contact_id uuid not null references contacts (id) on delete cascade,
    purpose text not null check (purpose in ('confirm', 'sign-in')),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db);
  await sql`create index contact_links_by_contact on contact_links (contact_id)`.execute(db);
  await sql`create table contact_sessions (
    token_hash text primary key,
    contact_id uuid not null references contacts (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index contact_sessions_by_contact on contact_sessions (contact_id)`.execute(db);

  // How often something was asked for since when; the key is a keyed hash of an address of mail or of the network, gone within a day.
  await sql`create table contact_tries (
    key text primary key,
    since timestamptz not null,
    count integer not null check (count > 0)
  )`.execute(db);
  await sql`create index contact_tries_by_time on contact_tries (since)`.execute(db);

  await sql`grant select, insert, update, delete on institutions, contacts, contact_links, contact_sessions, contact_tries to koga_app`.execute(db);
}
