import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { Text } from '#publishing/facts.ts';
import { everyWordBegun, everyWordWhole, type Question } from '#publishing/search-question.ts';
import { likeness, mostCompared, type Likeness } from '#publishing/search.ts';

/** A place on the lists of members; where nobody could tell which place is meant, `geonames` is null and `name` is as the source writes it. */
export type FoundPlace = { name: string; country: string; geonames: number | null; networkIds: string[]; exact: boolean };

/** One place may stand on many lists; without a GeoNames id its name and country tell it apart. */
const onePlace = sql`coalesce(geonames::text, country || ' ' || folded)`;

/** So many entries of the lists are put together; a city of a name that is common stands on dozens. */
const mostEntries = 5000;

/** A place found, how many there are, and which of them it is. */
type PlaceRow = FoundPlace & { total: number; position: number };

type AskedFor = { question: Question; ids: readonly number[]; limit: number; offset: number };

/** The places whose names hold every word, whole words before beginnings; `ids` are places that bear such a name in a language of the reader. `foundPlaces` reads the rows. */
export function placesFound({ question, ids, limit, offset }: AskedFor): RawBuilder<PlaceRow> | null {
  if (question.words.length === 0) return null;
  const named = sql`geonames = any(${[...ids]}::bigint[])`;
  return sql<PlaceRow>`
    with entries as materialized (
      select * from network_members where role <> 'candidate' and (words @@ ${everyWordBegun(question.words)} or ${named}) limit ${mostEntries}
    ),
    found as (
      select coalesce(min(place), min(name)) as name, min(country) as country, min(geonames) as geonames, array_agg(distinct network_id::text) as "networkIds",
        coalesce(bool_or(words @@ ${everyWordWhole(question.words)} or ${named}), false) as exact
      from entries
      group by ${onePlace}
    ),
    placed as (
      select *, row_number() over (order by exact desc, cardinality("networkIds") desc, name collate pl, country)::int as position, count(*) over ()::int as total from found
    )
    select * from placed where position = 1 or (position > ${offset} and position <= ${offset + limit}) order by position`;
}

export function foundPlaces(rows: readonly PlaceRow[], { limit, offset }: AskedFor): { places: FoundPlace[]; total: number } {
  const wanted = rows.filter((row) => row.position > offset && row.position <= offset + limit);
  return { places: wanted.map(({ total: _total, position: _position, ...place }) => place), total: rows[0]?.total ?? 0 };
}

/** The places whose names are like what was typed, the likest first. */
export function placesLike({ question, limit }: { question: Question; limit: number }, by: Likeness): RawBuilder<FoundPlace> | null {
  const like = likeness(question.words, 'folded', by);
  if (like === null) return null;
  return sql<FoundPlace>`
    with entries as materialized (
      select candidates.*, ${like.degree} as degree from ${like.setting}
      cross join lateral (select * from network_members where role <> 'candidate' and ${like.holds} limit ${mostCompared}) as candidates
    )
    select coalesce(min(place), min(name)) as name, min(country) as country, min(geonames) as geonames, array_agg(distinct network_id::text) as "networkIds", false as exact
    from entries
    group by ${onePlace}
    order by max(degree) desc, cardinality(array_agg(distinct network_id)) desc, 1
    limit ${limit}`;
}

export async function countPlaces(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct ${onePlace})::int as count from network_members where role <> 'candidate'`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** A network of the directory, and the organisation of the register that it is, where there is one. */
export type NetworkName = { id: string; slug: string; name: Text; acronym: string | null; organisation: { slug: string; shortName: Text } | null };

export const networksNamed = (ids: readonly string[]): RawBuilder<NetworkName> | null =>
  ids.length === 0
    ? null
    : sql<NetworkName>`
    select networks.id, records.slug, networks.body -> 'name' as name, networks.body ->> 'acronym' as acronym,
      (
        select jsonb_build_object('slug', its.slug, 'shortName', organisations.body -> 'shortName')
        from organisations join records as its on its.id = organisations.id
        where organisations.network_id = networks.id order by its.slug limit 1
      ) as organisation
    from networks join records on records.id = networks.id
    where networks.id = any(${[...ids]}::uuid[])`;
