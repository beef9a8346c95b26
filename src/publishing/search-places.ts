import { sql, type RawBuilder } from 'kysely';
import { titleBegins } from './search-document.ts';
import { everyWordBegun } from './search-question.ts';

/** So many records that hold a word are ranked and counted; a register of one city has a few hundred in all. */
const mostRanked = 500;

/** So many places of words that only begin so; a letter begins several words of a record. */
const mostBegun = 5000;

/** Several words are put together from all that the newest so many records hold, and from so many places of each in the names of older ones. */
const mostJoined = 1000;
const mostNamed = 500;

/** So many places of several words the index of texts collects in the time in which as many records as these are looked at. */
const mostCollected = 7000;

/** Of the rarest word so many places are read, and so many finds in them are enough. */
const mostOfRarest = 150;
const mostTaken = 60;

/** Above all that PostgreSQL can keep in a text, in the order of its signs. */
const lastSign = '\u{10FFFF}';

/**
 * In which language, whose index is used only where it is written out; what is called so as a whole, and that whole by itself, for a plan that is kept.
 */
export type InLang = { inLang: RawBuilder<unknown>; isExact: RawBuilder<unknown>; whole: string };

/**
 * The records that hold one word, as `placed` (kind, ids with the best first) and `weighed` (more: whether there are more than were read). Those that are called
 * so come first, then those in whose names the word stands, or begins a longer one, then those in whose texts it does. The index gives them in that order.
 */
export const placedByWord = (word: string, { inLang, isExact }: InLang): RawBuilder<unknown> => sql`
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

/** Whether a row of search_words is of the word `asked` for or of one that begins so. */
const begunBy = sql`search_words.word >= asked.word and search_words.word < asked.word || ${lastSign}::text`;

/** Places of the words asked for that stand side by side in the index by age; without the order PostgreSQL would take the index by weight, where they do not. */
const side = (which: RawBuilder<unknown>, most: number, inLang: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select record_id, kind, word, in_title, rank from search_words where ${inLang} and ${begunBy} and ${which} order by word, record_id desc limit ${sql.lit(most)})`;

/** Before all ids. */
const nil = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

const since = (inLang: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    since as materialized (
      select coalesce((select record_id from search_documents where ${inLang} order by record_id desc offset ${sql.lit(mostJoined)} limit 1), ${nil}) as id
    )`;

/**
 * The same for several words, of which a record holds every one or is called so as a whole: it is as good a find as it is for the word for which it is least so,
 * and where two are as good, the newer comes first. The index by age gives the places in the newest records without those in the others; of the others only names
 * are looked at. What more there may be, `placedFurther` finds.
 */
export const placedInNewest = (words: readonly string[], { inLang, isExact }: InLang): RawBuilder<unknown> => sql`
    asked as materialized (
      select word from unnest(${[...words]}::text[]) as its (word)
    ),
    ${since(inLang)},
    places as (
      select asked.word as asked, its.* from asked, since, lateral (
        ${side(sql`in_title and record_id > since.id`, mostBegun, inLang)}
        union all ${side(sql`not in_title and record_id > since.id`, mostBegun, inLang)}
        union all ${side(sql`in_title and record_id <= since.id`, mostNamed, inLang)}
      ) as its
    ),
    of_words as (
      select asked, record_id, kind, max(2 * in_title::int + (word = asked)::int) as tier, sum(rank) as rank from places group by asked, record_id, kind
    ),
    held as (
      select record_id, kind, min(tier) as tier, sum(rank) as rank from of_words group by record_id, kind having count(*) = ${words.length}
    ),
    weighed as (
      select id > ${nil} and not exists (select from asked where not exists (select from search_words where ${inLang} and ${begunBy} offset 0)) as more from since
    ),
    ${exactlyBefore(sql`search_documents where ${inLang} and ${isExact} limit ${sql.lit(mostRanked)}`)}`;

/** How good a find it is, as placedInNewest tells it, from the words of its texts. */
const weight = sql`
        select min(case when title_words @@ asked.whole then 3 when title_words @@ asked.begun then 2 when words @@ asked.whole then 1 else 0 end) as tier,
          sum(ts_rank(words, asked.begun, 1)) as rank
        from asked`;

/**
 * The same from all of the register where the words together have few places, as their number in the newest records lets expect: the index of texts collects all
 * places of each word before it gives one. Otherwise from the records of that word which the fewest hold: of these, the newest whose texts have it, and the newest
 * that are called so; and only if none of them has all the words, from all of the register. What was typed is rows that tell the planner nothing of it, and the
 * numbers are written out, so that a session can keep the plan.
 */
export const placedFurther = (words: readonly string[], { inLang, whole }: InLang): RawBuilder<unknown> => sql`
    typed as materialized (
      select ${everyWordBegun(words)} as every, array[${whole}::text] as exact, ${[...words]}::text[] as words
    ),
    asked as materialized (
      select word, quote_literal(word)::tsquery as whole, (quote_literal(word) || ':*')::tsquery as begun from typed, unnest(typed.words) as its (word)
    ),
    ${since(inLang)},
    counted as materialized (
      select word,
        (select count(*) from (select from search_words where ${inLang} and ${begunBy} limit ${sql.lit(mostOfRarest)}) as its) as places,
        (
          select count(*)
          from (${side(sql`in_title and record_id > since.id`, mostBegun, inLang)} union all ${side(sql`not in_title and record_id > since.id`, mostBegun, inLang)}) as its
        ) as near
      from asked, since
    ),
    rarest as materialized (
      select word, places < ${sql.lit(mostOfRarest)} as all_read,
        (select sum(near) from counted) * (select reltuples from pg_class where oid = 'search_documents'::regclass) < ${sql.lit(mostCollected * mostJoined * 2)} as quick
      from counted order by places, length(word) desc limit 1
    ),
    holding as materialized (
      select record_id from rarest as asked, lateral (${side(sql`in_title`, mostOfRarest, inLang)} union all ${side(sql`not in_title`, mostOfRarest, inLang)}) as its
      where not quick
    ),
    of_rarest as materialized (
      select its.* from holding, typed, lateral (
        select record_id, kind, title_words, words from search_documents where record_id = holding.record_id and ${inLang} and search_documents.words @@ typed.every offset 0
      ) as its
      limit ${sql.lit(mostTaken)}
    ),
    of_all as materialized (
      select record_id, kind, title_words, search_documents.words from typed, search_documents
      where (select quick or not (all_read or exists (select from of_rarest)) from rarest) and ${inLang} and search_documents.words @@ typed.every
      limit ${sql.lit(mostRanked)}
    ),
    held as materialized (
      select record_id, kind, weight.* from (select * from of_rarest union all select * from of_all) as its, lateral (${weight}) as weight
    ),
    weighed as (
      select case
        when not quick and all_read then (select count(*) from of_rarest) >= ${sql.lit(mostTaken)}
        else exists (select from of_rarest) or (select count(*) from of_all) >= ${sql.lit(mostRanked)}
      end as more from rarest
    ),
    ${exactlyBefore(sql`typed, search_documents where ${inLang} and search_documents.exact @> typed.exact`)}`;

/** What is called so, from where it is, and then what was held. */
const exactlyBefore = (exactly: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    found as (
      select record_id, kind, max(tier) as tier, max(rank) as rank from (
        select record_id, kind, tier, rank from held
        union all (select record_id, kind, 4, 0 from ${exactly})
      ) as its group by record_id, kind
    ),
    placed as materialized (
      select kind, array_agg(record_id order by tier desc, rank desc, record_id desc) as ids from found group by kind
    )`;
