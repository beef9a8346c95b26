import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { scopes } from '../organisations/organisation.ts';
import type { Claim, Text } from '#publishing/facts.ts';
import type { Seat } from '../organisations/organisation.ts';
import type { Network } from './network.ts';

export { registerMark } from '#publishing/register-state.ts';

export type DirectoryCount = { scope: Network['scope']; networks: number; inRegister: number; active: number };

/** How much of the directory the register knows: networks by scope, those that are organisations of the register, and those with an active membership on a day. */
export async function directoryBeside(reader: Reader, on: Day): Promise<DirectoryCount[]> {
  const rows = await reader
    .selectFrom('networks')
    .leftJoin('organisations', 'organisations.networkId', 'networks.id')
    .select((select) => [
      'networks.scope',
      select.fn.count<number>('networks.id').distinct().as('networks'),
      select.fn.count<number>('organisations.networkId').distinct().as('inRegister'),
      select.fn
        .count<number>('organisations.networkId')
        .distinct()
        .filterWhere((where) =>
          where.exists(
            where
              .selectFrom('memberships')
              .innerJoin('membershipStatuses', 'membershipStatuses.membershipId', 'memberships.id')
              .whereRef('memberships.organisationId', '=', 'organisations.id')
              .where('membershipStatuses.status', '=', 'active')
              .where((status) => status.or([status('membershipStatuses.fromDay', 'is', null), status('membershipStatuses.fromDay', '<=', on)]))
              .where((status) => status.or([status('membershipStatuses.toDay', 'is', null), status('membershipStatuses.toDay', '>', on)]))
              .select('memberships.id'),
          ),
        )
        .as('active'),
    ])
    .groupBy('networks.scope')
    .execute();
  return scopes.flatMap((scope) => rows.filter((row) => row.scope === scope).map((row) => ({ ...row, scope })));
}

/** What maps and comparisons need of an organisation that somebody of the city belongs to. `byCity`: the city itself is the member, not one of its units or officials. */
export type BelongedTo = { id: string; slug: string; shortName: Text; seat: Claim<Seat>[]; networkId: string | null; byCity: boolean };

/** The organisations with a membership that is active on the day, in the order of their slugs. */
export async function organisationsBelongedToOn(reader: Reader, on: Day, limit: number): Promise<BelongedTo[]> {
  const { rows } = await sql<BelongedTo>`
    select organisations.id, records.slug, organisations.body -> 'shortName' as short_name, coalesce(organisations.body -> 'seat', '[]') as seat,
      organisations.network_id, bool_or(memberships.holder = 'city') as by_city
    from membership_statuses
    join memberships on memberships.id = membership_statuses.membership_id
    join organisations on organisations.id = memberships.organisation_id
    join records on records.id = organisations.id
    where membership_statuses.status = 'active'
      and (membership_statuses.from_day is null or membership_statuses.from_day <= ${on})
      and (membership_statuses.to_day is null or membership_statuses.to_day > ${on})
    group by organisations.id, records.slug
    order by records.slug
    limit ${limit}`.execute(reader);
  return rows;
}

export type ListCoverage = { id: string; listedMembers: number; coverage: Network['coverage'] };

/** How complete the lists of members of these networks are. */
export async function coverageOf(reader: Reader, networkIds: readonly string[]): Promise<Map<string, ListCoverage>> {
  const { rows } = await sql<ListCoverage>`
    select id, listed_members, body -> 'coverage' as coverage from networks where id = any(${[...networkIds]}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A place on the lists of members, by its GeoNames id. */
export type ListedPlace = { geonames: number; place: string; country: string; lat: number; lon: number };

/** The listed places of one country inside a box; finds under which ids a city stands in the lists. */
export async function placesInBox(reader: Reader, box: { country: string; south: number; north: number; west: number; east: number }): Promise<ListedPlace[]> {
  const { rows } = await sql<ListedPlace>`
    select distinct on (geonames) geonames, place, country, lat, lon from network_members
    where country = ${box.country} and lat between ${box.south} and ${box.north} and lon between ${box.west} and ${box.east} and geonames is not null and place is not null
    order by geonames, network_id`.execute(reader);
  return rows;
}

/** In how many of the networks each place stands: the first `limit` of them, most networks first, and how many places there are for each number of networks. A candidate is no member yet. */
export async function placesSharing(
  reader: Reader,
  networkIds: readonly string[],
  view: { without: readonly number[]; limit: number },
): Promise<{ places: { geonames: number; shared: number }[]; groups: { shared: number; places: number }[] }> {
  if (networkIds.length === 0) return { places: [], groups: [] };
  // In the order of the index by place the distinct networks are counted as they pass by, without sorting a million entries.
  const counted = sql`
    with counted as materialized (
      select geonames, count(distinct network_id)::int as shared from network_members
      where network_id = any(${[...networkIds]}::uuid[]) and geonames is not null and role <> 'candidate' and geonames <> all(${[...view.without]}::bigint[])
      group by geonames
    )`;
  const { rows } = await sql<{ geonames: number | null; shared: number; places: number }>`${counted}
    (select geonames, shared, 1 as places from counted order by shared desc, geonames limit ${view.limit})
    union all
    select null, shared, count(*)::int from counted group by shared
    order by shared desc, geonames nulls first`.execute(reader);
  return {
    places: rows.flatMap(({ geonames, shared }) => (geonames === null ? [] : [{ geonames, shared }])),
    groups: rows.filter((row) => row.geonames === null).map(({ shared, places }) => ({ shared, places })),
  };
}

/** Name, country and position of places, by their GeoNames id. */
export async function placesWithIds(reader: Reader, ids: readonly number[]): Promise<Map<number, ListedPlace>> {
  const { rows } = await sql<ListedPlace>`
    select found.geonames, found.place, found.country, found.lat, found.lon
    from unnest(${[...ids]}::bigint[]) as wanted (id)
    cross join lateral (
      select geonames, place, country, lat, lon from network_members
      where geonames = wanted.id and place is not null and lat is not null and lon is not null
      order by network_id, position limit 1
    ) as found`.execute(reader);
  return new Map(rows.map((row) => [row.geonames, row]));
}

/** Which of the networks each of these places stands in. */
export async function networksOfPlaces(reader: Reader, ids: readonly number[], networkIds: readonly string[]): Promise<Map<number, Set<string>>> {
  const { rows } = await sql<{ geonames: number; networkId: string }>`
    select distinct geonames, network_id from network_members
    where geonames = any(${[...ids]}::bigint[]) and network_id = any(${[...networkIds]}::uuid[]) and role <> 'candidate'`.execute(reader);
  const found = new Map<number, Set<string>>();
  for (const { geonames, networkId } of rows) {
    const its = found.get(geonames) ?? new Set();
    its.add(networkId);
    found.set(geonames, its);
  }
  return found;
}

/** Entries of the lists that stand for no known place: regions, transport authorities, places that nobody could tell apart. */
export async function countUnplaced(reader: Reader, networkIds: readonly string[], without: { country: string; folded: readonly string[] }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from network_members
    where network_id = any(${[...networkIds]}::uuid[]) and geonames is null and role <> 'candidate'
      and not (country = ${without.country} and folded = any(${[...without.folded]}::text[]))`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** One entry of a network's list. Where its place is known, `place` names it; `name` is as the source writes it. `others`: in how many other networks the city itself sits with the place. */
export type ListEntry = { name: string; country: string; geonames: number | null; place: string | null; lat: number | null; lon: number | null; others: number };

type EntryValues = [name: string, country: string, geonames: number | null, place: string | null, lat: number | null, lon: number | null, others: number];

/** As many entries as a network may list. */
const mostListed = 20_000;

/** A network's list of members: how complete it is, and its entries in their order. */
export type NetworkList = { list: ListCoverage; entries: ListEntry[] };

/** The list of one network, as a column of a larger question; `listFromJson` reads it. Null where there is no such network. */
export const listAsJson = (networkId: RawBuilder<unknown>, on: Day): RawBuilder<unknown> => sql`(
    with entries as materialized (
      select position, name, country, geonames, place, lat, lon from network_members
      where network_id = ${networkId} and role <> 'candidate' order by position limit ${mostListed}
    ),
    elsewhere as materialized (
      select geonames, network_id from network_members
      where role <> 'candidate' and geonames = any(array(select geonames from entries where geonames is not null)) and network_id <> ${networkId}
    ),
    belonged as materialized (
      select network_id from (select distinct network_id from elsewhere) as candidates
      where exists (
        select from organisations
        join memberships on memberships.organisation_id = organisations.id and memberships.holder = 'city'
        join membership_statuses on membership_statuses.membership_id = memberships.id and membership_statuses.status = 'active'
        where organisations.network_id = candidates.network_id
          and (membership_statuses.from_day is null or membership_statuses.from_day <= ${on})
          and (membership_statuses.to_day is null or membership_statuses.to_day > ${on})
      )
    ),
    shared as materialized (
      select geonames, count(distinct network_id) as others from elsewhere join belonged using (network_id) group by geonames
    )
    select json_build_object('id', id, 'listedMembers', listed_members, 'coverage', body -> 'coverage', 'entries', coalesce((
      select json_agg(json_build_array(name, country, geonames, place, lat, lon, coalesce(others, 0)) order by position) from entries left join shared using (geonames)
    ), '[]'))
    from networks where id = ${networkId}
)`;

export type ListJson = ListCoverage & { entries: EntryValues[] };

export function listFromJson(row: ListJson | null): NetworkList | null {
  if (row === null) return null;
  const { entries, ...list } = row;
  return { list, entries: entries.map(([name, country, geonames, place, lat, lon, others]) => ({ name, country, geonames, place, lat, lon, others })) };
}

export async function listOf(reader: Reader, networkId: string, on: Day): Promise<NetworkList | null> {
  const { rows } = await sql<{ list: ListJson | null }>`select ${listAsJson(sql.val(networkId), on)} as list`.execute(reader);
  return listFromJson(rows[0]?.list ?? null);
}
