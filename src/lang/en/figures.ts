import type { Same } from '../lang.ts';
import { numberInWords, plural } from '../numbers.ts';
import type { figures as pl } from '../pl/figures.ts';

const number = (n: number): string => numberInWords(n, 'en');
const counted = (n: number, one: string, other: string): string => `${number(n)} ${plural(n, 'en', { one, other })}`;
const cities = (n: number): string => counted(n, 'city', 'cities');
const km = (n: number): string => `${number(n)} km`;
const lie = (n: number): string => plural(n, 'en', { one: 'lies', other: 'lie' });

/** Figures about places: the city in the world, who sits with us, fellow cities of one organisation. */
export const figures: Same<typeof pl> = {
  frame: { table: 'The data as a table', csv: 'The data as CSV', key: 'Key' },
  km,

  world: {
    title: (city) => `Seats of the organisations that ${city} belongs to`,
    noSeats: 'No seat is known',
    oneSeat: (place, far, cityOf) => `The only known seat is ${place}, ${km(far)} from ${cityOf}`,
    seats: (within, all, ring, cityOf, farthest, far) =>
      `Of ${number(all)} known seats, ${number(within)} ${lie(within)} within ${km(ring)} of ${cityOf}; the farthest is ${farthest} (${km(far)})`,
    dots: (shown, all, rim) =>
      shown === all
        ? `; dots mark ${cities(all)} in the same networks`
        : `; dots mark ${number(shown)} of the ${cities(all)} in the same networks, the others lie more than ${km(rim)} away`,
    dotsFrequent: (shown) => `; dots mark ${cities(shown)} with two or more shared networks`,
    noDots: '; no cities of the same networks are known',
    reading: (cityFrom) => `Directions from ${cityFrom} are true, and each line is the shortest way. Distances shrink towards the rim; the rings give the scale.`,
    beyond: (shown, all) => `The map shows ${number(shown)} of ${cities(all)}; the others lie beyond its rim.`,
    mostShown: (shown, all) => `The map shows ${number(shown)} of ${cities(all)}: those with the most shared networks.`,
    smallMap: (shown) => `On a small screen the map shows only the ${cities(shown)} with two or more shared networks.`,
    unplaced: (n) => `${counted(n, 'entry on the lists has no known place and is not counted here', 'entries on the lists have no known place and are not counted here')}.`,
    keySeat: 'seat confirmed by a source',
    keyOpen: 'seat not confirmed',
    keyDots: 'cities: 1, 2, 3, 4 or more shared networks',
    list: 'Seats, nearest first',
    unconfirmed: 'not confirmed:',
    also: 'Sources disagree on the seat of:',
    alsoOther: (organisation, places) => `${organisation} (also ${places})`,
    cityUnknown: 'City of the seat unknown:',
    seatUnknown: 'Seat unknown:',
    more: (n) => `${counted(n, 'more seat lies', 'more seats lie')} farther away.`,
    table: {
      seats: 'Seats',
      number: 'No.',
      seat: 'Seat',
      country: 'Country',
      distance: 'Distance',
      organisations: 'Organisations',
      source: 'Source',
      confirmed: 'yes',
      open: 'none',
      some: 'for some',
      groups: 'Cities in the same networks',
      shared: 'Shared networks',
      cities: 'Cities',
      nearest: 'Nearest of them',
    },
  },

  coverage: {
    lists: (listed, all, counts) => {
      if (listed === 0) return 'The member lists of these organisations are not known.';
      const parts = [
        counts.complete === 0 ? 'none is complete' : `${number(counts.complete)} ${plural(counts.complete, 'en', { one: 'is', other: 'are' })} complete`,
        ...(counts.nearComplete === 0 ? [] : [`${number(counts.nearComplete)} nearly complete`]),
        ...(counts.partial === 0 ? [] : [`${number(counts.partial)} partial`]),
      ];
      return `Member lists are known for ${number(listed)} of ${counted(all, 'organisation', 'organisations')}: ${parts.join(', ')}.${counts.complete === all ? '' : ' There may be more shared cities and networks.'}`;
    },
    short: { complete: 'complete', 'near-complete': 'nearly complete', partial: 'partial' },
    none: 'list not known',
    heading: 'How complete are the lists?',
  },

  table: {
    caption: 'Cities and shared networks',
    city: 'City',
    total: 'Total',
    mark: 'member',
    notListed: 'not on the list',
    notKnown: 'not on the part of the list that is known',
    finding: (place, shared, lists) => `${place} shares the most networks with us: ${number(shared)} of the ${number(lists)} whose lists are known.`,
    top: (shown, all) => `The ${cities(shown)} with the most shared networks, of ${number(all)} found. Where numbers are equal, the nearer city comes first.`,
    all: (shown) => `${cities(shown)}, those with the most shared networks first. Where numbers are equal, the nearer city comes first.`,
    tied: (n, shared) => `${counted(n, 'more city, not shown here, shares', 'more cities, not shown here, share')} ${counted(shared, 'network', 'networks')}.`,
    without: 'None of these cities is on the lists of:',
    nobody: 'No cities of the same networks are known yet: the register has no member lists.',
  },

  fellow: {
    mapTitle: (organisation, city) => `${organisation}: known member cities on a map centred on ${city}`,
    finding: (all, countries, within, ring, cityOf) =>
      `${number(within)} of ${cities(all)} ${lie(within)} within ${km(ring)} of ${cityOf}; the cities are in ${counted(countries, 'country', 'countries')}.`,
    caption: (shown, all, city) =>
      shown === all
        ? `Dots: the ${cities(all)} on this list, larger where a city shares more other networks with us. Centre of the map: ${city}.`
        : `Dots: ${number(shown)} of the ${cities(all)} on this list, larger where a city shares more other networks with us; the others lie beyond the rim. Centre of the map: ${city}.`,
    seat: (place) => `The line leads to the seat: ${place}.`,
    seatOpen: (place) => `The dashed line leads to a seat that no source confirms: ${place}.`,
    keyDots: 'other shared networks: none, one, two or more',
    sharing: 'In other networks with us too (how many)',
    sharingMore: (n) => `and ${cities(n)} more`,
    group: (country, n) => `${country}, ${number(n)}`,
    others: (n) => `Other countries, ${number(n)}`,
    rest: (countries, n) => `${counted(countries, 'more country', 'more countries')}, ${cities(n)}`,
    leftOut: (n) => `This page shows the beginning of the list; ${cities(n)} more are in the CSV file.`,
    unplaced: (n) => `Without a known place, ${number(n)}`,
    none: 'The member list of this organisation is not known.',
    noneListed: 'The member list of this organisation names no other cities.',
    table: {
      caption: (shown, all) => (shown === all ? 'Cities, nearest first' : `Cities, nearest first: ${number(shown)} of ${number(all)}, the others are in the CSV file`),
      city: 'City',
      country: 'Country',
      distance: 'Distance',
      others: 'Other shared networks',
    },
  },
};
