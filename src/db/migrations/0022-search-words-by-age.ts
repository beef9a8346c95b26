import { sql, type Kysely } from 'kysely';

/**
 * The places of a word by the age of their records. Several words are put together from the places in the newest records, which stand side by side in this
 * index, so that what it takes does not grow with the register.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index search_words_by_age on search_words (lang, word, in_title, record_id desc) include (kind, rank)`.execute(db);
}
