import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { prepared } from '#db/prepared.ts';
import type { Lang } from '#lang/lang.ts';
import { placedByWord, placedFurther, placedInNewest } from './search-places.ts';
import { everyWordWhole, type Question } from './search-question.ts';

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

/** `more`: there may be more than were counted. `further`: so few of several words were found in the newest records that others are to be asked for too. */
type FoundPage = { counts: Map<string, number>; documents: FoundDocument[]; more: boolean; further: boolean };

/** A record found, how many of its kind there are, and which of them it is; or that none was. */
type DocumentRow = { more: boolean } & ((FoundDocument & { count: number; place: number }) | { recordId: null });

type DocumentsAsked = { lang: Lang; question: Question; further?: boolean; kind?: string | undefined; limit: number; offset: number };

/** The records that hold every word, or are called so as a whole: the best of each kind, or one kind alone; `foundPage` reads the rows. */
export function documentsFound({ lang, question: { words, whole }, further = false, kind, limit, offset }: DocumentsAsked): RawBuilder<DocumentRow> | null {
  const [word, ...others] = words;
  if (word === undefined) return null;
  const asked = { inLang: sql`lang = ${sql.lit(lang)}`, isExact: sql`exact @> array[${whole}]`, whole };
  const placed = further ? placedFurther : placedInNewest;
  return sql<DocumentRow>`
    with ${others.length === 0 ? placedByWord(word, asked) : placed(words, asked)},
    wanted as (
      select kind, record_id, place::int as place, cardinality(ids) as count from placed, unnest(ids) with ordinality as one (record_id, place)
      where place = 1 or (place > ${offset} and place <= ${offset + limit} and kind = coalesce(${kind ?? null}, kind))
    ),
    shown as (
      select wanted.record_id as "recordId", wanted.kind, title, path, names, text,
        ${lang === 'pl' ? sql`text` : sql`coalesce((select text from search_documents as polish where polish.record_id = wanted.record_id and lang = 'pl'), '')`} as "polishText",
        ${asked.isExact} as exact, ${asked.isExact} or title_words @@ ${everyWordWhole(words)} as named, count, place
      from wanted join search_documents on search_documents.record_id = wanted.record_id and ${asked.inLang}
    )
    select shown.*, more from weighed left join shown on true order by kind, place`;
}

/** Fewer finds than fill a page are too few to look no further. */
const few = 20;

export function foundPage(rows: readonly DocumentRow[], { further = false, kind, limit, offset }: DocumentsAsked): FoundPage {
  const found = rows.filter((row) => row.recordId !== null);
  const counts = new Map(found.map((row) => [row.kind, row.count]));
  const more = rows[0]?.more ?? false;
  return {
    counts,
    documents: found
      .filter((row) => (kind === undefined || row.kind === kind) && row.place > offset && row.place <= offset + limit)
      .map(({ count: _count, place: _place, more: _more, ...document }) => document),
    more,
    further: more && !further && inAll({ counts }) < few,
  };
}

const inAll = ({ counts }: Pick<FoundPage, 'counts'>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/**
 * The page, from further in the register where `rows`, which answer `documentsFound`, are too few and more are found there. A large register keeps the plan of
 * that question.
 */
export async function documentsPage(reader: Reader, rows: readonly DocumentRow[], asked: DocumentsAsked): Promise<FoundPage> {
  const page = foundPage(rows, asked);
  const further = { ...asked, further: true };
  const question = page.further ? documentsFound(further) : null;
  if (question === null) return page;
  const { rows: itsRows } = await sql<DocumentRow>`${prepared}${question}`.execute(reader);
  const wider = foundPage(itsRows, further);
  return inAll(wider) < inAll(page) ? page : wider;
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
