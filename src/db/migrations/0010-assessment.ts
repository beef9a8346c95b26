import { sql, type Kysely } from 'kysely';

/**
 * The assessment of benefits: public rows of published cycles and of decisions, and what the office works with until a cycle is closed. A published cycle
 * is a record whose second publication the database itself refuses.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table assessments (
    id uuid primary key references records (id),
    year integer not null,
    body jsonb not null
  )`.execute(db);
  await sql`create table decisions (
    id uuid primary key references records (id),
    membership_id uuid not null references records (id),
    decided date,
    body jsonb not null
  )`.execute(db);
  await sql`create index decisions_by_membership on decisions (membership_id)`.execute(db);

  await sql`create function refuse_second_assessment() returns trigger language plpgsql as $$
    begin
      if new.action = 'published'
        and exists (select from records where id = new.record_id and kind = 'assessment')
        and exists (select from publications where record_id = new.record_id and action = 'published') then
        raise exception 'Koga: a published assessment is never changed or replaced' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger assessment_published_once before insert on publications for each row execute function refuse_second_assessment()`.execute(db);

  // Versions of the criteria: each change by the office adds one.
  await sql`create table criteria_sets (
    version integer primary key check (version > 0),
    body jsonb not null,
    made_by uuid not null references actors (id),
    made_at timestamptz not null
  )`.execute(db);
  await sql`create trigger never_changed before update or delete or truncate on criteria_sets for each statement execute function refuse_change()`.execute(db);

  // version: what a form was filled in over; a save that bears an older one is told so. body: the frozen whole, from the closing on.
  await sql`create table cycles (
    id uuid primary key,
    year integer not null unique,
    slug text not null unique,
    state text not null check (state in ('open', 'checking', 'closed')),
    criteria_version integer not null,
    settings jsonb not null,
    weights jsonb not null,
    reference jsonb not null,
    summary jsonb,
    version integer not null check (version > 0),
    opened_by uuid not null references actors (id),
    opened_at timestamptz not null,
    closed_on date,
    body jsonb,
    revision_id uuid references revisions (id),
    check ((state = 'closed') = (body is not null))
  )`.execute(db);
  // A judgement, or somebody's word that there is none. What the register knows by itself is counted anew each time and not kept here.
  await sql`create table cycle_scores (
    cycle_id uuid not null references cycles (id) on delete cascade,
    membership_id uuid not null references records (id),
    criterion text not null,
    body jsonb not null,
    by_id uuid not null references actors (id),
    at timestamptz not null,
    version integer not null check (version > 0),
    primary key (cycle_id, membership_id, criterion)
  )`.execute(db);
  // Who scores: everything, or the memberships of one unit.
  await sql`create table cycle_scorers (
    cycle_id uuid not null references cycles (id) on delete cascade,
    actor_id uuid not null references actors (id),
    unit_id uuid references records (id),
    unique nulls not distinct (cycle_id, actor_id, unit_id)
  )`.execute(db);

  await sql`grant select, insert, update, delete on assessments, decisions, cycles, cycle_scores, cycle_scorers to koga_app`.execute(db);
  await sql`grant select, insert on criteria_sets to koga_app`.execute(db);
}
