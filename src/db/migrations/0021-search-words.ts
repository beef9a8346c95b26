import { sql, type Kysely } from 'kysely';

/**
 * Two ways to find at a price that does not grow with the register. An index of words (GIN) gives the places of a word only when it has collected all of them;
 * search_words has them in the order of their weight, and then of the beginnings of their titles, so that the best few hundred are read and no more. And a name
 * that is mistyped by one sign is found by the spellings that both have once a sign is left out, instead of by all names that share some signs with it.
 *
 * The spellings: W. Garbe, Symmetric Delete spelling correction, 2012, after T. Bocek, E. Hunt and B. Stiller, Fast Similarity Search in Large Dictionaries,
 * University of Zurich, 2007.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_words (
    record_id uuid not null,
    lang text not null,
    word text collate "C" not null,
    kind text not null,
    in_title boolean not null,
    rank double precision not null,
    title text collate "C" not null,
    primary key (record_id, lang, word),
    foreign key (record_id, lang) references search_documents (record_id, lang) on delete cascade
  )`.execute(db);
  await sql`grant select, insert, update, delete on search_words to koga_app`.execute(db);
  await sql`insert into search_words (record_id, lang, word, kind, in_title, rank, title)
    select record_id, lang, lexeme, kind, title_words @@ its, ts_rank(words, its, 1), left(title_folded, 32)
    from search_documents, unnest(words), lateral (select quote_literal(lexeme)::tsquery as its) as query`.execute(db);
  await sql`create index search_words_by_weight on search_words (lang, word, in_title desc, rank desc, title, record_id) include (kind)`.execute(db);

  // Words of three letters have too many neighbours, and nobody types one of more than sixty. Its cost keeps the planner from making spellings row by row, also
  // before it knows the tables.
  await sql`create function search_spellings(folded text) returns text[] language sql immutable strict parallel safe cost 100000 as $$
    select coalesce(array_agg(distinct left(word, place - 1) || substr(word, place + 1)), '{}')
    from string_to_table(folded, ' ') as word, generate_series(1, length(word) + 1) as place
    where length(word) between 4 and 60
  $$`.execute(db);
  await sql`grant execute on function search_spellings(text) to koga_app`.execute(db);
  for (const lang of ['pl', 'en'])
    await sql`create index ${sql.ref(`search_documents_by_spelling_${lang}`)} on search_documents using gin (search_spellings(title_folded)) where lang = ${sql.lit(lang)}`.execute(
      db,
    );
  await sql`create index network_members_by_spelling on network_members using gin (search_spellings(folded))`.execute(db);
}
