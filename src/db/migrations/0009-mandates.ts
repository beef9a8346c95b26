import { sql, type Kysely } from 'kysely';

/** Who acts for the city, its journeys, and the files of joining and leaving: public rows like those of 0002. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table mandates (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    begins date,
    ends date,
    body jsonb not null
  )`.execute(db);
  await sql`create index mandates_by_organisation on mandates (organisation_id)`.execute(db);
  await sql`create index mandates_by_end on mandates (ends)`.execute(db);

  await sql`create table trips (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    begins date,
    ends date,
    reported boolean not null,
    body jsonb not null
  )`.execute(db);
  await sql`create index trips_by_organisation on trips (organisation_id)`.execute(db);
  await sql`create index trips_without_report on trips (ends) where not reported`.execute(db);

  await sql`create table procedures (
    id uuid primary key references records (id),
    organisation_id uuid not null references records (id),
    closed boolean not null,
    body jsonb not null
  )`.execute(db);
  await sql`create index procedures_by_organisation on procedures (organisation_id)`.execute(db);

  await sql`grant select, insert, update, delete on mandates, trips, procedures to koga_app`.execute(db);
}
