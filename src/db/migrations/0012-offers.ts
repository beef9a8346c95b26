import { sql, type Kysely } from 'kysely';

/** What organisations open to others: public rows like those of 0002. deadline_at and city_deadline_at are the first instants that are too late. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table offers (
    id uuid primary key references records (id),
    organisation_id uuid references records (id),
    type text not null,
    themes text[] not null,
    audiences text[] not null,
    intermediary text not null check (intermediary in ('yes', 'no', 'unknown')),
    opens date,
    deadline_at timestamptz,
    city_deadline_at timestamptz,
    begins date,
    ends date,
    folded text not null,
    body jsonb not null
  )`.execute(db);
  await sql`create index offers_by_organisation on offers (organisation_id)`.execute(db);
  await sql`grant select, insert, update, delete on offers to koga_app`.execute(db);
}
