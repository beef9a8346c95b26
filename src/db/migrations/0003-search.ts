import { sql, type Kysely } from 'kysely';

/**
 * Search by the beginnings of words, by names as a whole, and by names that are only like what was typed. pg_trgm is a trusted
 * extension: whoever may create in the database may install it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`alter table search_documents
    add column names text[] not null default '{}',
    add column text text not null default '',
    add column title_folded text not null default '',
    add column exact text[] not null default '{}'`.execute(db);
  // Rows written before can be found at once; the next making of the public rows gives them the rest.
  await sql`update search_documents set title_folded = folded`.execute(db);
  await sql`alter table search_documents alter column names drop default, alter column text drop default, alter column title_folded drop default, alter column exact drop default`.execute(
    db,
  );

  await sql`create index search_documents_by_word on search_documents using gin (to_tsvector('simple', folded))`.execute(db);
  await sql`create index search_documents_by_likeness on search_documents using gin (title_folded gin_trgm_ops)`.execute(db);
  await sql`create index search_documents_by_exact_name on search_documents using gin (exact)`.execute(db);
  await sql`create index network_members_by_word on network_members using gin (to_tsvector('simple', folded))`.execute(db);
  await sql`create index network_members_by_likeness on network_members using gin (folded gin_trgm_ops)`.execute(db);
}
