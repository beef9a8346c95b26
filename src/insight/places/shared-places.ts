import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import { fold } from '#basics/fold.ts';
import type { Reader } from '#db/handles.ts';
import {
  countUnplaced,
  registerMark,
  coverageOf,
  organisationsBelongedToOn,
  placesInBox,
  placesSharing,
  placesWithIds,
  type BelongedTo,
  type ListCoverage,
  type ListedPlace,
} from '#register/index.ts';
import { distanceKm } from './azimuthal.ts';
import { remembered } from '#basics/remembered.ts';

/** A city of the same networks: in how many of them it stands, and how far away it is. */
export type FellowCity = ListedPlace & { shared: number; km: number };

/** A network that the city belongs to today, under the name of its organisation, with how complete its list is. */
export type SharedNetwork = ListCoverage & { organisation: BelongedTo };

export type CoverageCounts = {
  /** Organisations that the city itself belongs to today. */
  organisations: number;
  /** Those of them whose list of members is known, at least in part. */
  listed: number;
  complete: number;
  nearComplete: number;
  partial: number;
};

export type SharedPlaces = {
  organisations: BelongedTo[];
  networks: SharedNetwork[];
  coverage: CoverageCounts;
  /** Most shared networks first, the nearer first among equals; never the city itself. */
  cities: FellowCity[];
  /** How many cities there are for each number of shared networks, the highest number first. */
  groups: { shared: number; places: number }[];
  total: number;
  /** Entries on the lists that stand for no known place. */
  unplaced: number;
};

/** A register with more organisations than this is no city's; the limit bounds the work for one page. */
const mostOrganisations = 2000;
/** More dots than this would be one blot. */
export const mostCities = 2000;

type Asked = { city: City; on: Day };

const remember = remembered<SharedPlaces>();

/** The cities that stand on the lists of the networks that the city belongs to on the day. Counted once for each publication: in a large register this reads a million entries. */
export async function sharedPlaces(reader: Reader, asked: Asked): Promise<SharedPlaces> {
  const { slug, position } = asked.city;
  return remember([await registerMark(reader), asked.on, slug, position.lat, position.lon].join(' '), () => countShared(reader, asked));
}

async function countShared(reader: Reader, { city, on }: Asked): Promise<SharedPlaces> {
  const organisations = await organisationsBelongedToOn(reader, on, mostOrganisations);
  const networks = await sharedNetworks(reader, organisations);
  const without = await ownPlaces(reader, city);
  const networkIds = networks.map((network) => network.id);
  const { places, groups } = await placesSharing(reader, networkIds, { without, limit: mostCities });
  const known = await placesWithIds(
    reader,
    places.map((place) => place.geonames),
  );
  const unplaced = await countUnplaced(reader, networkIds, { country: city.country, folded: ownNames(city) });
  const cities = places.flatMap(({ geonames, shared }) => {
    const place = known.get(geonames);
    return place ? [{ ...place, shared, km: distanceKm(city.position, place) }] : [];
  });
  return {
    organisations,
    networks,
    coverage: countCoverage(organisations, networks),
    cities: cities.toSorted((a, b) => b.shared - a.shared || a.km - b.km || a.geonames - b.geonames),
    groups,
    total: groups.reduce((sum, group) => sum + group.places, 0),
    unplaced,
  };
}

/** The networks with a list of members that stand behind the organisations which the city itself belongs to. */
export async function sharedNetworks(reader: Reader, organisations: readonly BelongedTo[]): Promise<SharedNetwork[]> {
  const byNetwork = new Map<string, BelongedTo>();
  for (const organisation of organisations) {
    if (organisation.byCity && organisation.networkId !== null && !byNetwork.has(organisation.networkId)) byNetwork.set(organisation.networkId, organisation);
  }
  const coverage = await coverageOf(reader, [...byNetwork.keys()]);
  return [...byNetwork].flatMap(([id, organisation]) => {
    const list = coverage.get(id);
    return list && list.listedMembers > 0 ? [{ ...list, organisation }] : [];
  });
}

function countCoverage(organisations: readonly BelongedTo[], networks: readonly SharedNetwork[]): CoverageCounts {
  const withState = (state: string): number => networks.filter((network) => (network.coverage?.completeness ?? 'partial') === state).length;
  return {
    organisations: organisations.filter((organisation) => organisation.byCity).length,
    listed: networks.length,
    complete: withState('complete'),
    nearComplete: withState('near-complete'),
    partial: withState('partial'),
  };
}

/** The names under which lists may know the city, folded. */
export const ownNames = (city: City): string[] => [...new Set([fold(city.name.pl.nominative), fold(city.name.en)])];

/** The GeoNames ids of the city itself: a place of its country that lies where the city lies and bears its name. A neighbouring town does not, nor does a namesake elsewhere. */
export async function ownPlaces(reader: Reader, city: City): Promise<number[]> {
  const { slug, country, position } = city;
  return rememberOwn([await registerMark(reader), slug, country, position.lat, position.lon, ...ownNames(city)].join(' '), () => readOwnPlaces(reader, city));
}

const rememberOwn = remembered<number[]>();

async function readOwnPlaces(reader: Reader, city: City): Promise<number[]> {
  const { lat, lon } = city.position;
  const wide = 0.2 / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const near = await placesInBox(reader, { country: city.country, south: lat - 0.2, north: lat + 0.2, west: lon - wide, east: lon + wide });
  const names = ownNames(city);
  return near.filter((place) => names.includes(fold(place.place))).map((place) => place.geonames);
}
