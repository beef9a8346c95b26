import { sql, type Kysely } from 'kysely';

/**
 * Records live as revisions; publications say what happened to them. What has been published, and who did what, is append-only:
 * the triggers below refuse UPDATE, DELETE and TRUNCATE to everybody, and the serving role koga_app owns nothing, so it cannot switch them off.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'koga_app') then create role koga_app login; end if;
      -- Since PostgreSQL 16 whoever makes a role may administer it, but not yet become it. Where an administrator has prepared the role, the grant is theirs.
      begin execute format('grant koga_app to %I', current_user); exception when insufficient_privilege then null; end;
    end $$`.execute(db);
  await sql`create collation pl (provider = icu, locale = 'pl')`.execute(db);

  await sql`create table settings (name text primary key, value jsonb not null)`.execute(db);
  await sql`create table register_version (one boolean primary key default true check (one), version bigint not null, changed_at timestamptz not null)`.execute(db);
  await sql`insert into register_version (version, changed_at) values (0, now())`.execute(db);

  await sql`create table actors (
    id uuid primary key,
    kind text not null check (kind in ('system', 'person')),
    role_pl text not null,
    role_en text not null,
    created_at timestamptz not null
  )`.execute(db);
  // The one place that holds names and addresses of people, and may forget them.
  await sql`create table people (
    actor_id uuid primary key references actors (id),
    name text not null,
    email text
  )`.execute(db);

  await sql`create table records (
    id uuid primary key,
    kind text not null,
    slug text not null,
    created_at timestamptz not null,
    unique (kind, slug)
  )`.execute(db);
  await sql`create table slug_history (
    kind text not null,
    slug text not null,
    record_id uuid not null references records (id),
    primary key (kind, slug)
  )`.execute(db);

  await sql`create table revisions (
    id uuid primary key,
    record_id uuid not null references records (id),
    number integer not null check (number > 0),
    schema_version integer not null,
    body jsonb not null,
    author_id uuid not null references actors (id),
    based_on uuid references revisions (id),
    created_at timestamptz not null,
    unique (record_id, number)
  )`.execute(db);
  await sql`create table publications (
    id uuid primary key,
    revision_id uuid not null references revisions (id),
    record_id uuid not null references records (id),
    action text not null check (action in ('submitted', 'returned', 'scheduled', 'published', 'superseded', 'withdrawn', 'restored')),
    at timestamptz not null,
    actor_id uuid not null references actors (id),
    why_pl text,
    why_en text,
    override boolean not null default false
  )`.execute(db);
  await sql`create index publications_by_revision on publications (revision_id)`.execute(db);
  await sql`create index publications_by_record on publications (record_id)`.execute(db);
  await sql`create table labels (
    revision_id uuid primary key references revisions (id),
    record_id uuid not null references records (id),
    author_id uuid not null references actors (id),
    publisher_id uuid not null references actors (id),
    body_pl text not null,
    body_en text not null,
    produced_at timestamptz not null,
    published_at timestamptz not null,
    updated_at timestamptz not null,
    revision_number integer not null
  )`.execute(db);
  await sql`create index labels_by_record on labels (record_id)`.execute(db);
  await sql`create index labels_by_update on labels (updated_at desc, revision_id desc)`.execute(db);
  await sql`create table changes (
    id uuid primary key,
    at timestamptz not null,
    change text not null check (change in ('new', 'changed', 'withdrawn', 'restored')),
    record_id uuid not null references records (id),
    revision_id uuid not null references revisions (id),
    record_kind text not null,
    record_slug text not null,
    title_pl text not null,
    title_en text not null,
    path_pl text not null,
    path_en text not null,
    why_pl text,
    why_en text,
    actor_id uuid not null references actors (id),
    override boolean not null default false
  )`.execute(db);
  await sql`create index changes_by_record on changes (record_id, id)`.execute(db);
  await sql`create index changes_by_address on changes (record_kind, record_slug, id)`.execute(db);
  await sql`create table audit (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid not null references actors (id),
    action text not null,
    record_id uuid references records (id),
    revision_id uuid references revisions (id),
    based_on uuid references revisions (id),
    fields text[] not null default '{}'
  )`.execute(db);

  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'Koga: rows of % are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation'; end $$`.execute(db);
  for (const table of ['revisions', 'publications', 'labels', 'changes', 'audit']) {
    await sql`create trigger never_changed before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db);
  }

  // Which revision stands in public now: a projection of publications, like every table after it.
  await sql`create table current_revisions (
    record_id uuid primary key references records (id),
    revision_id uuid not null references revisions (id)
  )`.execute(db);
  await sql`create table search_documents (
    record_id uuid not null references records (id),
    lang text not null check (lang in ('pl', 'en')),
    kind text not null,
    title text not null,
    path text not null,
    folded text not null,
    primary key (record_id, lang)
  )`.execute(db);

  await sql`grant usage on schema public to koga_app`.execute(db);
  await sql`grant select, insert on actors, records, slug_history, revisions, publications, labels, changes, audit to koga_app`.execute(db);
  await sql`grant update (slug) on records to koga_app`.execute(db);
  await sql`grant select, insert, update, delete on people, settings, current_revisions, search_documents to koga_app`.execute(db);
  await sql`grant select, update on register_version to koga_app`.execute(db);
}
