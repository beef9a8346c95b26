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
 * Words that the text must hold something like, and how like it is. pg_trgm's own threshold of 0.6 would refuse `gdanks` for `miasto gdansk` (0.57), and only
 * `<%`, which takes the threshold from a setting, can use the index. `setting` sets it until the end of the transaction; `holds` names it, so that it is set
 * first. Null where no word is long enough.
 */
export function likeness(
  words: readonly string[],
  column: 'title_folded' | 'folded',
): { setting: RawBuilder<unknown>; holds: RawBuilder<boolean>; degree: RawBuilder<number> } | null {
  const long = words.filter((word) => word.length >= shortestLike);
  if (long.length === 0) return null;
  const text = sql.ref(column);
  return {
    setting: sql`(select set_config('pg_trgm.word_similarity_threshold', '0.5', true) as threshold offset 0) as setting`,
    holds: sql<boolean>`(setting.threshold is not null and ${sql.join(
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

/** `more`: there are more than were counted, for what was typed stands in so much of the register. */
type FoundPage = { counts: Map<string, number>; documents: FoundDocument[]; more: boolean };

/** So many records that bear the words in their names, and so many that have them anywhere, are ranked and counted; a register of one city has a few hundred in all. */
const mostRanked = 500;

/** A record found, how many of its kind there are, and which of them it is. */
type DocumentRow = FoundDocument & { count: number; place: number; more: boolean };

type AskedFor = { lang: Lang; question: Question; kind?: string | undefined; limit: number; offset: number };

/** The records that hold every word, or are called so as a whole: the best of each kind, or one kind alone; `foundPage` reads the rows. */
export function documentsFound({ lang, question: { words, whole }, kind, limit, offset }: AskedFor): RawBuilder<DocumentRow> | null {
  if (words.length === 0) return null;
  // Each language has an index of its own, which is used only where the language is written out.
  const inLang = sql`lang = ${sql.lit(lang)}`;
  const isExact = sql`exact @> array[${whole}]`;
  const begun = everyWordBegun(words);
  // How good a find is, told where it is found: to look it up again for that would take as long as all the rest.
  const hit = (holds: RawBuilder<unknown>) => sql`(
        select record_id, kind, title, ${isExact} as exact,
          case when ${isExact} then 3 when title_words @@ ${everyWordWhole(words)} then 2 when title_words @@ ${begun} then 1 else 0 end as tier,
          ts_rank(words, ${begun}, 1) as rank
        from search_documents where ${inLang} and ${holds} limit ${mostRanked}
      )`;
  return sql<DocumentRow>`
    with found as materialized (
      ${hit(isExact)} union ${hit(sql`title_words @@ ${begun}`)} union ${hit(sql`words @@ ${begun}`)}
    ),
    placed as (
      select *, row_number() over (partition by kind order by tier desc, rank desc, title collate pl, record_id)::int as place, count(*) over (partition by kind)::int as count
      from found
    )
    select placed.record_id as "recordId", placed.kind, placed.title, documents.path, documents.names, documents.text,
      ${lang === 'pl' ? sql`documents.text` : sql`coalesce((select text from search_documents where record_id = placed.record_id and lang = 'pl'), '')`} as "polishText",
      placed.exact, placed.tier >= 2 as named, placed.count, placed.place, (select count(*) from found) >= ${mostRanked} as more
    from placed
    join search_documents as documents on documents.record_id = placed.record_id and documents.lang = ${sql.lit(lang)}
    where placed.place = 1 or (placed.place > ${offset} and placed.place <= ${offset + limit} and ${kind === undefined ? sql`true` : sql`placed.kind = ${kind}`})
    order by placed.tier desc, placed.rank desc, placed.title collate pl, placed.record_id`;
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

/** The records whose name is like what was typed, the likest first. */
export function documentsLike(asked: { lang: Lang; question: Question; limit: number }): RawBuilder<FoundDocument> | null {
  const like = likeness(asked.question.words, 'title_folded');
  if (like === null) return null;
  const inLang = sql`lang = ${sql.lit(asked.lang)}`;
  return sql<FoundDocument>`
    with candidates as materialized (
      select record_id, title_folded from ${like.setting}
      cross join lateral (select record_id, title_folded from search_documents where ${inLang} and ${like.holds} limit ${mostCompared}) as candidates
    ),
    likest as (
      select record_id, ${like.degree} as degree from candidates order by degree desc, length(title_folded), record_id limit ${asked.limit}
    )
    select record_id as "recordId", kind, title, path, names, text, false as exact, false as named,
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
