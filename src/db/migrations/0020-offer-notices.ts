import { sql, type Kysely } from 'kysely';

/** In how many mails an offer was told of, and nothing about whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table offer_notices (
    offer_id uuid primary key references records (id),
    mails integer not null check (mails > 0)
  )`.execute(db);
  await sql`grant select, insert, update on offer_notices to koga_app`.execute(db);
}
