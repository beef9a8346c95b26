import { sql, type RawBuilder } from 'kysely';
import { fold } from '#basics/fold.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { asOneWord, titleBegins } from './search-document.ts';

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

/** How a name may be like what was typed: each word but for one sign, or by the groups of three signs that both have (pg_trgm), which costs more and finds more. */
export type Likeness = 'mistyped' | 'alike';

/** Two letters are like too many words; `search_spellings` knows words from four letters on. */
const shortestLike = 3;
const shortestMistyped = 4;

/**
 * Words that the text must hold something like, and how like it is. pg_trgm's own threshold of 0.6 would refuse `gdanks` for `miasto gdansk` (0.57), and only
 * `<%`, which takes the threshold from a setting, can use the index. `setting` sets it until the end of the transaction; `holds` names it, so that it is set
 * first. Null where no word is long enough.
 */
export function likeness(
  words: readonly string[],
  column: 'title_folded' | 'folded',
  by: Likeness,
): { setting: RawBuilder<unknown>; holds: RawBuilder<boolean>; degree: RawBuilder<number> } | null {
  const long = words.filter((word) => word.length >= shortestLike);
  if (!long.some((word) => by === 'alike' || word.length >= shortestMistyped)) return null;
  const text = sql.ref(column);
  const like = (word: string) => (by === 'mistyped' && word.length >= shortestMistyped ? sql`search_spellings(${text}) && search_spellings(${word})` : sql`${word} <% ${text}`);
  return {
    setting: sql`(select set_config('pg_trgm.word_similarity_threshold', '0.5', true) as threshold offset 0) as setting`,
    holds: sql<boolean>`(setting.threshold is not null and ${sql.join(long.map(like), sql` and `)})`,
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

/** `more`: there are more than were counted, for what was typed stands in so much of the register. */
type FoundPage = { counts: Map<string, number>; documents: FoundDocument[]; more: boolean };

/** So many records that bear the words in their names, and so many that have them anywhere, are ranked and counted; a register of one city has a few hundred in all. */
const mostRanked = 500;

/** So many places of words that only begin so; a letter begins several words of a record. */
const mostBegun = 5000;

/** A record found, how many of its kind there are, and which of them it is. */
type DocumentRow = FoundDocument & { count: number; place: number; more: boolean };

type AskedFor = { lang: Lang; question: Question; kind?: string | undefined; limit: number; offset: number };

/** Above all that PostgreSQL can keep in a text, in the order of its signs. */
const lastSign = '\u{10FFFF}';

/** What a language's index is asked for: each has one of its own, which is used only where the language is written out. */
type InLang = { inLang: RawBuilder<unknown>; isExact: RawBuilder<unknown> };

/**
 * The records that hold one word, as `placed` (kind, ids with the best first) and `weighed` (more: whether there are more than were read). Those that are called
 * so come first, then those in whose names the word stands, or begins a longer one, then those in whose texts it does. The index gives them in that order.
 */
const placedByWord = (word: string, { inLang, isExact }: InLang): RawBuilder<unknown> => sql`
    exactly as materialized (
      select record_id, kind from search_documents where ${inLang} and ${isExact} order by left(title_folded, ${titleBegins}), record_id limit ${mostRanked}
    ),
    whole as materialized (
      select record_id, kind, in_title from search_words where ${inLang} and word = ${word} order by in_title desc, rank desc, title, record_id limit ${mostRanked}
    ),
    enough as materialized (
      select exists (select from whole offset ${mostRanked - 1}) as enough
    ),
    longer as materialized (
      select record_id, kind, in_title, rank, title from search_words
      where ${inLang} and word > ${word} and word < ${word + lastSign} and not (select enough from enough)
      order by word limit ${mostBegun}
    ),
    begun as materialized (
      select record_id, kind, bool_or(in_title) as in_title from longer group by record_id, kind order by sum(rank) desc, min(title), record_id
    ),
    weighed as materialized (
      select enough or exists (select from longer offset ${mostBegun - 1}) as more from enough
    ),
    lined_up as (
      select record_id, kind from exactly
      union all select record_id, kind from whole where in_title and record_id not in (select record_id from exactly)
      union all select record_id, kind from begun
        where in_title and record_id not in (select record_id from exactly union all select record_id from whole where in_title)
      union all select record_id, kind from whole
        where not in_title and record_id not in (select record_id from exactly union all select record_id from begun where in_title)
      union all select record_id, kind from begun where not in_title and record_id not in (select record_id from exactly union all select record_id from whole)
    ),
    placed as materialized (
      select kind, array_agg(record_id order by place) as ids from (select *, row_number() over () as place from lined_up) as its group by kind
    )`;

/** The same for several words, which only their index can put together. How good a find is is told where it is found: to look it up again would take as long as all the rest. */
function placedByWords(words: readonly string[], { inLang, isExact }: InLang): RawBuilder<unknown> {
  const begun = everyWordBegun(words);
  const hit = (holds: RawBuilder<unknown>) => sql`(
        select record_id, kind, title,
          case when ${isExact} then 3 when title_words @@ ${everyWordWhole(words)} then 2 when title_words @@ ${begun} then 1 else 0 end as tier,
          ts_rank(words, ${begun}, 1) as rank
        from search_documents where ${inLang} and ${holds} limit ${mostRanked}
      )`;
  return sql`
    found as materialized (
      ${hit(isExact)} union ${hit(sql`title_words @@ ${begun}`)} union ${hit(sql`words @@ ${begun}`)}
    ),
    weighed as materialized (
      select count(*) >= ${mostRanked} as more from found
    ),
    placed as materialized (
      select kind, array_agg(record_id order by tier desc, rank desc, title collate pl, record_id) as ids from found group by kind
    )`;
}

/** The records that hold every word, or are called so as a whole: the best of each kind, or one kind alone; `foundPage` reads the rows. */
export function documentsFound({ lang, question: { words, whole }, kind, limit, offset }: AskedFor): RawBuilder<DocumentRow> | null {
  const [word, ...others] = words;
  if (word === undefined) return null;
  const asked = { inLang: sql`lang = ${sql.lit(lang)}`, isExact: sql`exact @> array[${whole}]` };
  return sql<DocumentRow>`
    with ${others.length === 0 ? placedByWord(word, asked) : placedByWords(words, asked)},
    wanted as (
      select kind, record_id, place::int as place, cardinality(ids) as count from placed, unnest(ids) with ordinality as one (record_id, place)
      where place = 1 or (place > ${offset} and place <= ${offset + limit} and ${kind === undefined ? sql`true` : sql`kind = ${kind}`})
    )
    select wanted.record_id as "recordId", wanted.kind, title, path, names, text,
      ${lang === 'pl' ? sql`text` : sql`coalesce((select text from search_documents as polish where polish.record_id = wanted.record_id and lang = 'pl'), '')`} as "polishText",
      ${asked.isExact} as exact, ${asked.isExact} or title_words @@ ${everyWordWhole(words)} as named, count, place, (select more from weighed) as more
    from wanted join search_documents on search_documents.record_id = wanted.record_id and ${asked.inLang}
    order by wanted.kind, place`;
}

export function foundPage(rows: readonly DocumentRow[], { kind, limit, offset }: AskedFor): FoundPage {
  const wanted = rows.filter((row) => (kind === undefined || row.kind === kind) && row.place > offset && row.place <= offset + limit);
  return {
    counts: new Map(rows.map((row) => [row.kind, row.count])),
    documents: wanted.map(({ count: _count, place: _place, more: _more, ...document }) => document),
    more: rows[0]?.more ?? false,
  };
}

/** So many names that are like what was typed are compared with each other. */
export const mostCompared = 200;

/** `degree`: how like what was typed its names are, of 1 for each word. */
export type LikeDocument = FoundDocument & { degree: number };

/** The records whose name is like what was typed, the likest first. */
export function documentsLike(asked: { lang: Lang; question: Question; limit: number }, by: Likeness): RawBuilder<LikeDocument> | null {
  const like = likeness(asked.question.words, 'title_folded', by);
  if (like === null) return null;
  const inLang = sql`lang = ${sql.lit(asked.lang)}`;
  return sql<LikeDocument>`
    with candidates as materialized (
      select record_id, title_folded from ${like.setting}
      cross join lateral (select record_id, title_folded from search_documents where ${inLang} and ${like.holds} limit ${mostCompared}) as candidates
    ),
    likest as (
      select record_id, ${like.degree} as degree from candidates order by degree desc, length(title_folded), record_id limit ${asked.limit}
    )
    select record_id as "recordId", kind, title, path, names, text, false as exact, false as named, degree,
      coalesce((select text from search_documents as polish where polish.record_id = likest.record_id and lang = 'pl'), '') as "polishText"
    from likest join search_documents using (record_id)
    where ${inLang}
    order by degree desc, length(title), record_id`;
}

/** How many records of each kind can be searched in a language. */
export async function countDocuments(reader: Reader, lang: Lang): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`select kind, count(*)::int as count from search_documents where lang = ${lang} group by kind`.execute(reader);
  return new Map(rows.map((row) => [row.kind, row.count]));
}
