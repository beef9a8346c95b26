import { sql, type Kysely } from 'kysely';

/**
 * Spreadsheets on their way in, and outside lists that the register is compared with. All of it is work of the office: it can be left and found again, and is
 * cleared away after some weeks. What an import hands in lives on as revisions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table imports (
    id uuid primary key,
    kind text,
    file_name text not null,
    format text check (format in ('xlsx', 'csv')),
    file bytea not null,
    state text not null check (state in ('reading', 'mapping', 'checking', 'checked', 'writing', 'done', 'refused', 'dropped')),
    refusal text,
    detail text,
    mapping jsonb,
    as_drafts boolean not null default false,
    done_lines integer not null default 0,
    all_lines integer not null default 0,
    round integer not null default 0,
    counts jsonb not null default '{}',
    made_by uuid not null references actors (id),
    made_at timestamptz not null,
    finished_at timestamptz
  )`.execute(db);
  await sql`create index imports_by_time on imports (made_at desc, id)`.execute(db);

  // The cells of each line as texts, so that another choice of columns needs no second reading. No foreign key: it would be asked about for each of a hundred
  // thousand lines of one import; whoever deletes an import deletes its lines.
  await sql`create table import_rows (
    import_id uuid not null,
    sheet integer not null,
    line integer not null,
    key text not null,
    cells jsonb not null,
    primary key (import_id, sheet, line)
  )`.execute(db);
  await sql`create index import_rows_by_key on import_rows (import_id, sheet, key)`.execute(db);

  // What became of each line: a record that is new, changed or the same.
  await sql`create table import_records (
    import_id uuid not null references imports (id) on delete cascade,
    line integer not null,
    slug text not null,
    action text not null check (action in ('new', 'changed', 'unchanged', 'wrong')),
    fields text[] not null default '{}',
    body jsonb,
    record_id uuid references records (id),
    based_on uuid references revisions (id),
    revision_number integer,
    primary key (import_id, line)
  )`.execute(db);
  await sql`create index import_records_by_slug on import_records (import_id, slug)`.execute(db);

  await sql`create table import_faults (
    import_id uuid not null references imports (id) on delete cascade,
    sheet integer not null,
    line integer not null,
    col integer not null,
    value text not null,
    what_pl text not null,
    what_en text not null
  )`.execute(db);
  await sql`create index import_faults_in_order on import_faults (import_id, sheet, line, col)`.execute(db);

  await sql`create table reconciliations (
    id uuid primary key,
    about text not null check (about in ('memberships', 'network')),
    network text,
    file_name text not null,
    list jsonb not null,
    source jsonb not null,
    answers jsonb not null default '{}',
    version integer not null default 1,
    made_by uuid not null references actors (id),
    made_at timestamptz not null
  )`.execute(db);
  await sql`create index reconciliations_by_time on reconciliations (made_at desc, id)`.execute(db);

  await sql`create table reconciliation_drafts (
    reconciliation_id uuid not null references reconciliations (id) on delete cascade,
    difference text not null,
    draft_id uuid not null,
    made_at timestamptz not null,
    primary key (reconciliation_id, difference)
  )`.execute(db);

  await sql`grant select, insert, update, delete on imports, import_rows, import_records, import_faults, reconciliations, reconciliation_drafts to koga_app`.execute(db);
}
