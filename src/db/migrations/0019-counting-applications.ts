import { sql, type Kysely } from 'kysely';

/** Counting tens of thousands of applications reads narrow indexes instead of rows that hold all that was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index applications_counted on applications (offer_id, state) where state = 'interest' or sent_at is not null`.execute(db);
  await sql`create index applications_figured on applications (institution_kind, state) include (themes, sent_at) where sent_at is not null`.execute(db);
  await sql`create index applications_by_sender on applications (institution_id) where sent_at is not null`.execute(db);
  await sql`create index applications_interests on applications (id) where form_number is null`.execute(db);
  await sql`create index applications_withdrawn on applications (id) include (themes, sent_at) where state = 'withdrawn' and sent_at is not null`.execute(db);
  await sql`create index application_steps_put_forward on application_steps (application_id) include (to_state) where to_state in ('endorsed', 'passed-on')`.execute(db);
}
