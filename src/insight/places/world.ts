import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { columnsOf, type CsvColumn } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import type { Text } from '#publishing/facts.ts';
import { inLang, networksOfPlaces, type BelongedTo } from '#register/index.ts';
import { distanceKm, type Position } from './azimuthal.ts';
import { placeName } from './place-name.ts';
import { sharedPlaces, type FellowCity, type SharedNetwork, type SharedPlaces } from './shared-places.ts';

/** A city where organisations have their seats. Confirmed: for at least one of them a source says so. */
export type SeatPlace = { city: Text; country: string; position: Position; km: number; confirmed: BelongedTo[]; unconfirmed: BelongedTo[] };

export type CityInWorldView = Pick<SharedPlaces, 'cities' | 'groups' | 'total' | 'coverage' | 'unplaced'> & {
  /** The nearest first. */
  seats: SeatPlace[];
  /** The country is known, the city is not. */
  cityUnknown: BelongedTo[];
  seatUnknown: BelongedTo[];
};

/** The view of an answer that is kept is kept with it, and so is what was drawn from it. */
const views = new WeakMap<SharedPlaces, CityInWorldView>();

/** Everything that the picture "the city in the world" needs. */
export async function readCityInWorld(reader: Reader, { city, on }: { city: City; on: Day }): Promise<CityInWorldView> {
  const shared = await sharedPlaces(reader, { city, on });
  const known = views.get(shared);
  if (known) return known;
  const { cities, groups, total, coverage, unplaced, organisations } = shared;
  const view = { cities, groups, total, coverage, unplaced, ...seatsOf(organisations, city.position) };
  views.set(shared, view);
  return view;
}

/** Organisations gathered by the city of their seat; where sources differ, by the claim that lists go by. */
export function seatsOf(organisations: readonly BelongedTo[], centre: Position): Pick<CityInWorldView, 'seats' | 'cityUnknown' | 'seatUnknown'> {
  const seats = new Map<string, SeatPlace>();
  const cityUnknown: BelongedTo[] = [];
  const seatUnknown: BelongedTo[] = [];
  for (const organisation of organisations) {
    const claim = organisation.seat[0];
    if (!claim) {
      seatUnknown.push(organisation);
      continue;
    }
    const { city, country, lat, lon } = claim.value;
    if (city === null || lat === undefined || lon === undefined) {
      cityUnknown.push(organisation);
      continue;
    }
    const key = `${country} ${city.pl}`;
    const seat: SeatPlace = seats.get(key) ?? { city, country, position: { lat, lon }, km: distanceKm(centre, { lat, lon }), confirmed: [], unconfirmed: [] };
    (claim.confirmed === false ? seat.unconfirmed : seat.confirmed).push(organisation);
    seats.set(key, seat);
  }
  return { seats: [...seats.values()].toSorted((a, b) => a.km - b.km || (a.city.pl < b.city.pl ? -1 : 1)), cityUnknown, seatUnknown };
}

export type WhoSitsWithUsView = Pick<SharedPlaces, 'groups' | 'total' | 'coverage'> & {
  rows: (FellowCity & { networks: Set<string> })[];
  /** Networks with at least one of these cities, the most of them first. */
  columns: SharedNetwork[];
  /** Networks whose list names none of these cities. */
  without: SharedNetwork[];
  /** Cities with as many shared networks as the last row that had no room. */
  tied: number;
};

/** The cities with the most shared networks, and in which of the networks each of them is. Kept as long as what it is made from: in a large register it goes through thousands of networks. */
export async function readWhoSitsWithUs(reader: Reader, { city, on, top }: { city: City; on: Day; top: number }): Promise<WhoSitsWithUsView> {
  const shared = await sharedPlaces(reader, { city, on });
  const known = companies.get(shared);
  if (known?.top === top) return known.view;
  const view = await whoSits(reader, shared, top);
  companies.set(shared, { top, view });
  return view;
}

const companies = new WeakMap<SharedPlaces, { top: number; view: WhoSitsWithUsView }>();

async function whoSits(reader: Reader, { cities, networks, groups, total, coverage }: SharedPlaces, top: number): Promise<WhoSitsWithUsView> {
  const first = cities.slice(0, top);
  const members = await networksOfPlaces(
    reader,
    first.map((one) => one.geonames),
    networks.map((network) => network.id),
  );
  const rows = first.map((one) => ({ ...one, networks: members.get(one.geonames) ?? new Set<string>() }));
  const counted = new Map(networks.map((network) => [network.id, rows.filter((row) => row.networks.has(network.id)).length]));
  const marks = (network: SharedNetwork): number => counted.get(network.id) ?? 0;
  const ordered = networks.toSorted((a, b) => marks(b) - marks(a) || (a.organisation.slug < b.organisation.slug ? -1 : 1));
  const last = rows.at(-1)?.shared ?? 0;
  const alike = groups.find((group) => group.shared === last)?.places ?? 0;
  return {
    rows,
    columns: ordered.filter((network) => marks(network) > 0),
    without: ordered.filter((network) => marks(network) === 0),
    groups,
    total,
    coverage,
    tied: alike - rows.filter((row) => row.shared === last).length,
  };
}

export type PlaceTable = { name: string; columns: readonly CsvColumn[]; rows: readonly (readonly (string | number | boolean | null)[])[] };

const placeColumns = columnsOf('places', {
  what: 'text',
  city: 'text',
  country: 'text',
  latitude: 'decimal',
  longitude: 'decimal',
  kilometres: 'integer',
  confirmed: 'yesNo',
  organisations: 'slugs',
  shared_networks: 'integer',
  geonames: 'integer',
});
const sharedColumns = columnsOf('sharedNetworks', { city: 'text', country: 'text', geonames: 'integer', kilometres: 'integer', shared_networks: 'integer' });

/** Seats and fellow cities of the map, a row each. */
export function cityInWorldTable(view: CityInWorldView, lang: Lang): PlaceTable {
  const seats = view.seats.map((seat) => [
    'seat',
    inLang(seat.city, lang),
    seat.country,
    seat.position.lat,
    seat.position.lon,
    Math.round(seat.km),
    seat.confirmed.length > 0,
    [...seat.confirmed, ...seat.unconfirmed].map((organisation) => organisation.slug).join(' '),
    null,
    null,
  ]);
  const cities = view.cities.map((one) => ['fellow-city', placeName(one, lang), one.country, one.lat, one.lon, Math.round(one.km), null, null, one.shared, one.geonames]);
  return {
    name: 'places',
    columns: placeColumns,
    rows: [...seats, ...cities],
  };
}

/** The matrix with a column for each network: 1 where the city is on its list, 0 where it is not on a complete list, empty where nobody knows. */
export function whoSitsWithUsTable(view: WhoSitsWithUsView, lang: Lang): PlaceTable {
  const networks = [...view.columns, ...view.without];
  return {
    name: 'shared-networks',
    columns: [
      ...sharedColumns,
      ...networks.map(({ organisation }): CsvColumn => {
        const { pl, en = pl } = organisation.shortName;
        return { name: organisation.slug, type: 'integer', titles: { pl, en } };
      }),
    ],
    rows: view.rows.map((row) => [
      placeName(row, lang),
      row.country,
      row.geonames,
      Math.round(row.km),
      row.shared,
      ...networks.map((network) => (row.networks.has(network.id) ? 1 : network.coverage?.completeness === 'complete' ? 0 : null)),
    ]),
  };
}
