import { sql, type Kysely } from 'kysely';

/**
 * Applications through the office. Nothing of it is a record: no page is made of it, and all that says who applied or what they wrote can be
 * erased, while state, dates, kind of institution and themes stay for the figures.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the office takes for an offer, and the form that is being composed. A form that was opened stays as it was, under its number.
  await sql`create table offer_calls (
    offer_id uuid primary key references records (id),
    takes text not null default 'nothing' check (takes in ('nothing', 'interest', 'applications')),
    form_number integer,
    draft jsonb not null,
    version integer not null default 1 check (version > 0),
    updated_at timestamptz not null,
    check (takes <> 'applications' or form_number is not null)
  )`.execute(db);
  await sql`create table application_forms (
    offer_id uuid not null references records (id),
    number integer not null check (number > 0),
    form jsonb not null,
    opened_by uuid not null references actors (id),
    opened_at timestamptz not null,
    primary key (offer_id, number)
  )`.execute(db);
  await sql`create table offer_coordinators (
    offer_id uuid not null references records (id),
    actor_id uuid not null references actors (id),
    since timestamptz not null,
    primary key (offer_id, actor_id)
  )`.execute(db);
  await sql`create table offer_scorers (
    offer_id uuid not null references records (id),
    actor_id uuid not null references actors (id),
    since timestamptz not null,
    primary key (offer_id, actor_id)
  )`.execute(db);

  await sql`create table application_numbers (year integer primary key, last integer not null check (last > 0))`.execute(db);
  // id: random, so that nobody finds another's by counting. number: for people. once_key: the same form sent twice makes one application.
  await sql`create table applications (
    id uuid primary key,
    number text not null unique,
    offer_id uuid not null references records (id),
    form_number integer,
    state text not null check (state in ('interest', 'draft', 'sent', 'to-amend', 'checked', 'chosen', 'not-chosen', 'endorsed', 'passed-on', 'won', 'lost', 'withdrawn')),
    institution_id uuid references institutions (id) on delete set null,
    institution_kind text not null,
    themes text[] not null,
    interest jsonb,
    answers jsonb not null default '{}',
    amend_by timestamptz,
    signed_by text,
    signed_on date,
    passed_on date,
    outcome_on date,
    effect_draft_id uuid,
    once_key text not null unique,
    version integer not null default 1 check (version > 0),
    created_at timestamptz not null,
    sent_at timestamptz,
    ended_at timestamptz,
    erased_at timestamptz,
    check (erased_at is null or institution_id is null),
    check (form_number is not null or state in ('interest', 'withdrawn')),
    foreign key (offer_id, form_number) references application_forms (offer_id, number)
  )`.execute(db);
  await sql`create index applications_by_offer on applications (offer_id, state)`.execute(db);
  await sql`create index applications_by_institution on applications (institution_id, created_at desc) where institution_id is not null`.execute(db);
  await sql`create index applications_at_work on applications (state, amend_by) where state in ('sent', 'to-amend', 'checked', 'chosen', 'endorsed', 'passed-on')`.execute(db);
  await sql`create index applications_to_erase on applications (ended_at) where erased_at is null and ended_at is not null`.execute(db);

  // The path is added to and never changed but for what is personal in it: the reason's words and who of the institution it was.
  await sql`create table application_steps (
    id uuid primary key,
    application_id uuid not null references applications (id),
    from_state text,
    to_state text not null,
    at timestamptz not null,
    role text not null check (role in ('applicant', 'coordinator')),
    actor_id uuid references actors (id),
    contact_id uuid,
    reason text,
    until date
  )`.execute(db);
  await sql`create index application_steps_by_application on application_steps (application_id, id)`.execute(db);

  await sql`create table application_files (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    purpose text not null check (purpose in ('answer', 'endorsement')),
    field text,
    name text not null,
    type text not null,
    size integer not null check (size between 1 and 26214400),
    sha256 text not null,
    content bytea not null,
    at timestamptz not null,
    check ((purpose = 'answer') = (field is not null)),
    unique nulls not distinct (application_id, purpose, field)
  )`.execute(db);
  await sql`create table application_messages (
    id uuid primary key,
    application_id uuid not null references applications (id) on delete cascade,
    role text not null check (role in ('applicant', 'coordinator')),
    actor_id uuid references actors (id),
    contact_id uuid,
    text text not null,
    at timestamptz not null,
    read_at timestamptz,
    once_key text not null unique
  )`.execute(db);
  await sql`create index application_messages_by_application on application_messages (application_id, id)`.execute(db);
  await sql`create index application_messages_unread on application_messages (application_id) where read_at is null and role = 'applicant'`.execute(db);
  await sql`create table application_scores (
    application_id uuid not null references applications (id) on delete cascade,
    scorer_id uuid not null references actors (id),
    criterion text not null,
    points integer not null check (points >= 0),
    reason text not null,
    at timestamptz not null,
    primary key (application_id, scorer_id, criterion)
  )`.execute(db);

  await sql`grant select, insert, update, delete on offer_calls, offer_coordinators, offer_scorers, application_numbers, applications, application_files, application_messages, application_scores to koga_app`.execute(
    db,
  );
  await sql`grant select, insert on application_forms, application_steps to koga_app`.execute(db);
  await sql`grant update (reason, contact_id) on application_steps to koga_app`.execute(db);
}
