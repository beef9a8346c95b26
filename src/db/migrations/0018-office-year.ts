import { sql, type Kysely } from 'kysely';

/** What an author says of a change stays with the draft; who wants to hear of publishing; and whose data were erased, so that a restored copy can forget them too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table drafts add column why_pl text not null default '', add column why_en text not null default ''`.execute(db);
  await sql`alter table staff add column publishing_mails boolean not null default true`.execute(db);

  // Ids alone. A copy of the rows lies beside the database, for a database that is restored from an older backup does not know of them.
  await sql`create table erasures (
    id uuid primary key,
    at timestamptz not null default now(),
    what text not null,
    subject uuid not null
  )`.execute(db);
  await sql`create trigger never_changed before update or delete or truncate on erasures for each statement execute function refuse_change()`.execute(db);
  await sql`grant select, insert on erasures to koga_app`.execute(db);

  // The office looks for a part of a title or of an address; and it asks after the last act of each newest revision.
  await sql`create index changes_by_title_part on changes using gin (title_pl gin_trgm_ops)`.execute(db);
  await sql`create index records_by_slug_part on records using gin (slug gin_trgm_ops)`.execute(db);
}
