import { sql, type Kysely } from 'kysely';

/**
 * The words of what can be searched, kept beside the text: made while searching, as an index over an expression leaves it, they cost more than the search
 * itself, for ranks and whole words need them again for each record found. One index for each language, since every question is asked in one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_documents
    add column words tsvector not null generated always as (to_tsvector('simple', folded)) stored,
    add column title_words tsvector not null generated always as (to_tsvector('simple', title_folded)) stored`.execute(db);
  await sql`drop index search_documents_by_word`.execute(db);
  await sql`drop index search_documents_by_likeness`.execute(db);
  for (const lang of ['pl', 'en']) {
    await sql`create index ${sql.ref(`search_documents_by_word_${lang}`)} on search_documents using gin (words) where lang = ${sql.lit(lang)}`.execute(db);
    await sql`create index ${sql.ref(`search_documents_by_title_word_${lang}`)} on search_documents using gin (title_words) where lang = ${sql.lit(lang)}`.execute(db);
    await sql`create index ${sql.ref(`search_documents_by_likeness_${lang}`)} on search_documents using gin (title_folded gin_trgm_ops) where lang = ${sql.lit(lang)}`.execute(db);
  }

  await sql`alter table network_members add column words tsvector not null generated always as (to_tsvector('simple', folded)) stored`.execute(db);
  await sql`drop index network_members_by_word`.execute(db);
  await sql`create index network_members_by_word on network_members using gin (words)`.execute(db);

  // Without a sample of the texts the planner takes the index at once; with one it measures a hundred likenesses for each question, longer than the answer takes.
  await sql`alter table search_documents alter column title_folded set statistics 0`.execute(db);
  await sql`alter table network_members alter column folded set statistics 0`.execute(db);

  // The list shows fifty periods by name or by day: in this order it reads so many and not all. A list of members asks which networks the city is in.
  for (const name of ['name_pl', 'name_en']) await sql`create index ${sql.ref(`organisations_by_${name}`)} on organisations (${sql.ref(name)} collate pl)`.execute(db);
  await sql`create index memberships_by_beginning on memberships (begins)`.execute(db);
  await sql`create index organisations_by_network on organisations (network_id)`.execute(db);
}
