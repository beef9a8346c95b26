import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import { fold } from '#basics/fold.ts';
import type { Reader } from '#db/handles.ts';
import { columnsOf } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import type { Claim } from '#publishing/facts.ts';
import { listOf, type ListCoverage, type ListEntry, type NetworkList, type Seat } from '#register/index.ts';
import { distanceKm } from './azimuthal.ts';
import { placeName } from './place-name.ts';
import { ownNames, ownPlaces } from './shared-places.ts';
import type { PlaceTable } from './world.ts';

/** A place on one organisation's list, and in how many other networks it sits with the city. */
export type Fellow = { geonames: number; place: string; country: string; lat: number; lon: number; km: number; others: number };

export type FellowCitiesView = {
  list: ListCoverage | undefined;
  /** The nearest first. */
  fellows: Fellow[];
  /** Entries without a known place, as the list names them. */
  unplaced: { name: string; country: string }[];
  seat: Claim<Seat> | undefined;
};

type Seats = readonly Claim<Seat>[];

/** The members of one organisation's network without the city itself; `networkId` as the organisation bears it. */
export async function readFellowCities(reader: Reader, { networkId, on, ...asked }: { city: City; on: Day; networkId: string | null; seat: Seats }): Promise<FellowCitiesView> {
  return fellowCitiesIn(reader, { ...asked, list: networkId === null ? null : await listOf(reader, networkId, on) });
}

/** The same of a list that has been read. */
export async function fellowCitiesIn(reader: Reader, { city, list: found, seat }: { city: City; list: NetworkList | null; seat: Seats }): Promise<FellowCitiesView> {
  if (found === null || found.list.listedMembers === 0) return { list: found?.list, fellows: [], unplaced: [], seat: seat[0] };
  const own = await ownPlaces(reader, city);
  const names = ownNames(city);
  const placed = new Map<number, Fellow>();
  const unplaced: { name: string; country: string }[] = [];
  for (const entry of found.entries) {
    if (isPlaced(entry)) {
      if (!own.includes(entry.geonames)) placed.set(entry.geonames, { ...entry, km: distanceKm(city.position, entry) });
    } else if (entry.country !== city.country || !names.includes(fold(entry.name))) unplaced.push({ name: entry.name, country: entry.country });
  }
  return { list: found.list, fellows: [...placed.values()].toSorted((a, b) => a.km - b.km || a.geonames - b.geonames), unplaced, seat: seat[0] };
}

type Placed = ListEntry & { geonames: number; place: string; lat: number; lon: number };
const isPlaced = (entry: ListEntry): entry is Placed => entry.geonames !== null && entry.place !== null && entry.lat !== null && entry.lon !== null;

const fellowColumns = columnsOf('fellowCities', {
  city: 'text',
  country: 'text',
  latitude: 'decimal',
  longitude: 'decimal',
  kilometres: 'integer',
  other_shared_networks: 'integer',
  geonames: 'integer',
});

/** The list as it is known, a row each, the places first. */
export function fellowCitiesTable(view: FellowCitiesView, lang: Lang): PlaceTable {
  return {
    name: 'fellow-cities',
    columns: fellowColumns,
    rows: [
      ...view.fellows.map((one) => [placeName(one, lang), one.country, one.lat, one.lon, Math.round(one.km), one.others, one.geonames]),
      ...view.unplaced.map((entry) => [entry.name, entry.country, null, null, null, null, null]),
    ],
  };
}
