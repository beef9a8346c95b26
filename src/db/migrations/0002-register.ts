import { sql, type Kysely } from 'kysely';

/**
 * The register's public rows: what lists filter and sort by, and beside it the public body as it was published. They are written
 * anew at each publication, so nothing refers to them: references go to records.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table organisations (
    id uuid primary key references records (id),
    name_pl text not null,
    name_en text not null,
    kind text not null,
    scope text not null,
    themes text[] not null,
    seat_country text,
    network_id uuid references records (id),
    folded text not null,
    body jsonb not null
  )`.execute(db);

  await sql`create table memberships (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    period integer not null,
    holder text not null,
    decided_by text not null,
    character text not null,
    unit_id uuid references records (id),
    begins date,
    folded text not null,
    body jsonb not null
  )`.execute(db);
  await sql`create index memberships_by_organisation on memberships (organisation_id)`.execute(db);
  // The status of a membership as days go by, made by the one rule in membership-status.ts: null from = since ever, each row holds until the next.
  await sql`create table membership_statuses (
    membership_id uuid not null references records (id),
    position integer not null,
    from_day date,
    to_day date,
    status text not null,
    primary key (membership_id, position)
  )`.execute(db);

  await sql`create table acts (
    id uuid primary key references records (id),
    type text not null,
    level text not null,
    decided date,
    folded text not null,
    body jsonb not null
  )`.execute(db);
  await sql`create table act_memberships (
    act_id uuid not null references records (id),
    membership_id uuid not null references records (id),
    did text not null,
    primary key (act_id, membership_id, did)
  )`.execute(db);
  await sql`create index act_memberships_by_membership on act_memberships (membership_id)`.execute(db);

  await sql`create table asks (
    id uuid primary key references records (id),
    membership_id uuid not null references records (id),
    type text not null,
    year integer,
    amount numeric,
    currency text,
    body jsonb not null
  )`.execute(db);
  await sql`create index asks_by_membership on asks (membership_id)`.execute(db);

  await sql`create table functions (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    level text not null,
    begins date,
    ends date,
    body jsonb not null
  )`.execute(db);
  await sql`create index functions_by_organisation on functions (organisation_id)`.execute(db);

  await sql`create table activities (
    id uuid primary key references records (id),
    type text not null check (type in ('event', 'project', 'award')),
    begins date,
    ends date,
    body jsonb not null
  )`.execute(db);
  await sql`create table activity_organisations (
    activity_id uuid not null references records (id),
    organisation_id uuid not null references records (id),
    primary key (activity_id, organisation_id)
  )`.execute(db);
  await sql`create index activity_organisations_by_organisation on activity_organisations (organisation_id)`.execute(db);

  await sql`create table effects (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    area text not null,
    attribution text not null,
    measurable boolean not null,
    level text not null,
    begins date,
    ends date,
    same_thing text,
    body jsonb not null
  )`.execute(db);
  await sql`create index effects_by_organisation on effects (organisation_id)`.execute(db);

  await sql`create table objectives (id uuid primary key references records (id), framework text not null, code text not null, body jsonb not null)`.execute(db);
  await sql`create table units (id uuid primary key references records (id), name_pl text not null, name_en text not null, body jsonb not null)`.execute(db);
  await sql`create table articles (id uuid primary key references records (id), body jsonb not null)`.execute(db);

  await sql`create table networks (
    id uuid primary key references records (id),
    name_pl text not null,
    name_en text not null,
    scope text not null,
    listed_members integer not null,
    body jsonb not null
  )`.execute(db);
  await sql`create table network_members (
    network_id uuid not null references records (id),
    position integer not null,
    name text not null,
    country text not null,
    joined text,
    role text not null,
    field text,
    as_of text,
    source_id text,
    geonames bigint,
    place text,
    lat double precision,
    lon double precision,
    population bigint,
    folded text not null,
    primary key (network_id, position)
  )`.execute(db);
  await sql`create index network_members_by_place on network_members (geonames)`.execute(db);
  await sql`create index network_members_shared on network_members (geonames, network_id) where role <> 'candidate' and geonames is not null`.execute(db);
  await sql`create index network_members_in_country on network_members (country, lat, lon) where geonames is not null`.execute(db);
  await sql`create index network_members_unplaced on network_members (network_id) where geonames is null`.execute(db);

  const tables = [
    'organisations',
    'memberships',
    'membership_statuses',
    'acts',
    'act_memberships',
    'asks',
    'functions',
    'activities',
    'activity_organisations',
    'effects',
    'objectives',
    'units',
    'articles',
    'networks',
    'network_members',
  ];
  for (const table of tables) await sql`grant select, insert, update, delete on ${sql.table(table)} to koga_app`.execute(db);
}
