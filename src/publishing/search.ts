import { sql, type RawBuilder } from 'kysely';
import { fold } from '#basics/fold.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { asOneWord } from './search-document.ts';

/** What was typed, as search sees it. */
export type Question = {
  /** Folded words, each once; every one of them must be found. */
  words: readonly string[];
  /** The whole as one word, for names and numbers. */
  whole: string;
};

/** PostgreSQL refuses a word of more than 2,046 bytes in a query, and nobody types so many words. */
const longestWord = 60;
const mostWords = 20;

export function questionOf(typed: string): Question {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => Array.from(word).slice(0, longestWord).join(''));
  return { words: [...new Set(words)].slice(0, mostWords), whole: asOneWord(typed) };
}

// A folded word holds letters and digits only, so the quotes cannot be left.
export const everyWordBegun = (words: readonly string[]): RawBuilder<unknown> => sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`;
export const everyWordWhole = (words: readonly string[]): RawBuilder<unknown> => sql`to_tsquery('simple', ${words.map((word) => `'${word}'`).join(' & ')})`;

/** Two letters are like too many words. */
const shortestLike = 3;

/**
 * Words that the text must hold something like, and how like it is. pg_trgm's own threshold of 0.6 would refuse `gdanks`
 * for `miasto gdansk` (0.57); the setting holds until the end of the transaction, and only `<%` can use the index.
 * Null where no word is long enough.
 */
export async function likeness(
  reader: Reader,
  words: readonly string[],
  column: 'title_folded' | 'folded',
): Promise<{ holds: RawBuilder<boolean>; degree: RawBuilder<number> } | null> {
  const long = words.filter((word) => word.length >= shortestLike);
  if (long.length === 0) return null;
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`.execute(reader);
  const text = sql.ref(column);
  return {
    holds: sql<boolean>`(${sql.join(
      long.map((word) => sql`${word} <% ${text}`),
      sql` and `,
    )})`,
    degree: sql<number>`(${sql.join(
      long.map((word) => sql`word_similarity(${word}, ${text})`),
      sql` + `,
    )})`,
  };
}

export type FoundDocument = {
  recordId: string;
  kind: string;
  title: string;
  path: string;
  /** Other names and numbers, as written. */
  names: string[];
  /** What is said of it, a text a line. */
  text: string;
  /** The lines that the Polish page has too; on an English page they are in Polish. */
  polishText: string;
  /** Whether the whole of what was typed is one of its names or numbers. */
  exact: boolean;
  /** Whether its names hold every word whole. */
  named: boolean;
};

export type FoundPage = { counts: Map<string, number>; documents: FoundDocument[] };

const inWords = sql`to_tsvector('simple', folded)`;

/** The records that hold every word, or are called so as a whole: the best of each kind, or one kind alone, and how many there are of each. */
export async function searchDocuments(reader: Reader, asked: { lang: Lang; question: Question; kind?: string | undefined; limit: number; offset: number }): Promise<FoundPage> {
  const { lang, question, kind, limit, offset } = asked;
  const { words, whole } = question;
  if (words.length === 0) return { counts: new Map(), documents: [] };
  const { rows } = await sql<FoundDocument & { count: number; place: number | null }>`
    with asked as materialized (select ${everyWordBegun(words)} as begun, ${everyWordWhole(words)} as whole),
    found as (
      select record_id, kind, title, exact @> array[${whole}] as exact,
        case
          when exact @> array[${whole}] then 3
          when to_tsvector('simple', title_folded) @@ asked.whole then 2
          when to_tsvector('simple', title_folded) @@ asked.begun then 1
          else 0
        end as tier,
        ts_rank(${inWords}, asked.begun, 1) as rank
      from search_documents, asked
      where lang = ${lang} and (${inWords} @@ ${everyWordBegun(words)} or exact @> array[${whole}])
    ),
    placed as (
      select *, row_number() over (partition by kind order by tier desc, rank desc, title collate pl, record_id)::int as place, count(*) over (partition by kind)::int as count
      from found
    )
    select placed.record_id, placed.kind, placed.title, documents.path, documents.names, documents.text, coalesce(polish.text, '') as polish_text,
      placed.exact, placed.tier >= 2 as named, placed.count, placed.place
    from placed
    join search_documents as documents on documents.record_id = placed.record_id and documents.lang = ${lang}
    left join search_documents as polish on polish.record_id = placed.record_id and polish.lang = 'pl'
    where placed.place = 1 or (placed.place > ${offset} and placed.place <= ${offset + limit} and ${kind === undefined ? sql`true` : sql`placed.kind = ${kind}`})
    order by placed.tier desc, placed.rank desc, placed.title collate pl, placed.record_id`.execute(reader);
  const counts = new Map(rows.map((row) => [row.kind, row.count]));
  const wanted = rows.filter((row) => (kind === undefined || row.kind === kind) && row.place !== null && row.place > offset && row.place <= offset + limit);
  return { counts, documents: wanted.map(({ count: _count, place: _place, ...document }) => document) };
}

/** The records whose name is like what was typed, the likest first. */
export async function documentsLike(reader: Reader, asked: { lang: Lang; question: Question; limit: number }): Promise<FoundDocument[]> {
  const like = await likeness(reader, asked.question.words, 'title_folded');
  if (like === null) return [];
  const { rows } = await sql<FoundDocument>`
    with found as (
      select record_id, kind, title, path, names, text, false as exact, false as named, ${like.degree} as degree
      from search_documents
      where lang = ${asked.lang} and ${like.holds}
      order by degree desc, length(title_folded), record_id
      limit ${asked.limit}
    )
    select found.record_id, found.kind, found.title, found.path, found.names, found.text, found.exact, found.named, coalesce(polish.text, '') as polish_text
    from found left join search_documents as polish on polish.record_id = found.record_id and polish.lang = 'pl'
    order by found.degree desc, length(found.title), found.record_id`.execute(reader);
  return rows;
}

/** How many records of each kind can be searched in a language. */
export async function countDocuments(reader: Reader, lang: Lang): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`select kind, count(*)::int as count from search_documents where lang = ${lang} group by kind`.execute(reader);
  return new Map(rows.map((row) => [row.kind, row.count]));
}
