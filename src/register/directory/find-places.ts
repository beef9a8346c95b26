import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { Text } from '#publishing/facts.ts';
import { everyWordBegun, everyWordWhole, likeness, type Question } from '#publishing/search.ts';

/** A place on the lists of members; where nobody could tell which place is meant, `geonames` is null and `name` is as the source writes it. */
export type FoundPlace = { name: string; country: string; geonames: number | null; networkIds: string[]; exact: boolean };

/** One place may stand on many lists; without a GeoNames id its name and country tell it apart. */
const onePlace = sql`coalesce(geonames::text, country || ' ' || folded)`;

/** The places whose names hold every word, whole words before beginnings; `ids` are places that bear such a name in a language of the reader. */
export async function findPlaces(
  reader: Reader,
  asked: { question: Question; ids: readonly number[]; limit: number; offset: number },
): Promise<{ places: FoundPlace[]; total: number }> {
  const { question, ids, limit, offset } = asked;
  if (question.words.length === 0) return { places: [], total: 0 };
  const begun = sql`to_tsvector('simple', folded) @@ ${everyWordBegun(question.words)}`;
  const named = sql`geonames = any(${[...ids]}::bigint[])`;
  const { rows } = await sql<FoundPlace & { total: number; position: number }>`
    with found as (
      select coalesce(min(place), min(name)) as name, min(country) as country, min(geonames) as geonames, array_agg(distinct network_id::text) as network_ids,
        coalesce(bool_or(to_tsvector('simple', folded) @@ ${everyWordWhole(question.words)} or ${named}), false) as exact
      from network_members
      where role <> 'candidate' and (${begun} or ${named})
      group by ${onePlace}
    ),
    placed as (
      select *, row_number() over (order by exact desc, cardinality(network_ids) desc, name collate pl, country)::int as position, count(*) over ()::int as total from found
    )
    select * from placed where position = 1 or (position > ${offset} and position <= ${offset + limit}) order by position`.execute(reader);
  const wanted = rows.filter((row) => row.position > offset && row.position <= offset + limit);
  return { places: wanted.map(({ total: _total, position: _position, ...place }) => place), total: rows[0]?.total ?? 0 };
}

/** The places whose names are like what was typed, the likest first. */
export async function placesLike(reader: Reader, question: Question, limit: number): Promise<FoundPlace[]> {
  const like = await likeness(reader, question.words, 'folded');
  if (like === null) return [];
  const { rows } = await sql<FoundPlace>`
    select coalesce(min(place), min(name)) as name, min(country) as country, min(geonames) as geonames, array_agg(distinct network_id::text) as network_ids, false as exact
    from network_members
    where role <> 'candidate' and ${like.holds}
    group by ${onePlace}
    order by max(${like.degree}) desc, cardinality(array_agg(distinct network_id)) desc, 1
    limit ${limit}`.execute(reader);
  return rows;
}

export async function countPlaces(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct ${onePlace})::int as count from network_members where role <> 'candidate'`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** A network of the directory, and the organisation of the register that it is, where there is one. */
export type NetworkName = { id: string; slug: string; name: Text; acronym: string | null; organisation: { slug: string; shortName: Text } | null };

export async function networksNamed(reader: Reader, ids: readonly string[]): Promise<Map<string, NetworkName>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NetworkName>`
    select networks.id, records.slug, networks.body -> 'name' as name, networks.body ->> 'acronym' as acronym,
      (
        select jsonb_build_object('slug', its.slug, 'shortName', organisations.body -> 'shortName')
        from organisations join records as its on its.id = organisations.id
        where organisations.network_id = networks.id order by its.slug limit 1
      ) as organisation
    from networks join records on records.id = networks.id
    where networks.id = any(${[...ids]}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.id, row]));
}
