import { describe, expect, it } from 'vitest';
import { cityShape } from '#basics/city.ts';
import type { BelongedTo } from '#register/index.ts';
import { worldFinding } from './city-in-world.tsx';
import { placeName } from './place-name.ts';
import { coverageInWords } from './texts.ts';
import { whoSitsWithUsInWords } from './who-sits-with-us.tsx';
import { seatsOf, whoSitsWithUsTable, type CityInWorldView, type WhoSitsWithUsView } from './world.ts';

const position = { lat: 50.0614, lon: 19.9372 };
const city = cityShape.parse({
  slug: 'krakow',
  name: { pl: { nominative: 'Kraków', genitive: 'Krakowa', dative: 'Krakowowi', accusative: 'Kraków', instrumental: 'Krakowem', locative: 'Krakowie' }, en: 'Kraków' },
  title: { pl: 'Kraków w świecie', en: 'Kraków in the world' },
  subtitle: { pl: 'w świecie', en: 'in the world' },
  country: 'PL',
  timeZone: 'Europe/Warsaw',
  position,
  council: { pl: 'Rada Miasta', en: 'City Council' },
  demonstration: null,
});

const belongedTo = (slug: string, seat: BelongedTo['seat']): BelongedTo => ({ id: slug, slug, shortName: { pl: slug, en: slug }, seat, networkId: slug, byCity: true });
const brussels = { city: { pl: 'Bruksela', en: 'Brussels' }, country: 'BE', lat: 50.8503, lon: 4.3517 };
const kyoto = { city: { pl: 'Kioto', en: 'Kyoto' }, country: 'JP', lat: 35.0116, lon: 135.7681 };
const organisations = [
  belongedTo('eurocities', [{ value: brussels, sourceIds: ['s1'] }]),
  belongedTo('covenant', [{ value: brussels, sourceIds: [], confirmed: false }]),
  belongedTo('lhc', [{ value: kyoto, sourceIds: ['s1'] }]),
  belongedTo('gmf', [{ value: { city: null, country: 'US' }, sourceIds: [] }]),
  belongedTo('encc', []),
];
const coverage = { organisations: 17, listed: 11, complete: 1, nearComplete: 2, partial: 8 };
const empty: CityInWorldView = { cities: [], groups: [], total: 0, coverage, unplaced: 0, seats: [], cityUnknown: [], seatUnknown: [] };

describe('the seats of organisations', () => {
  const found = seatsOf(organisations, position);

  it('are gathered by city, the nearest first, and one source is enough to confirm a city', () => {
    expect(found.seats.map((seat) => [seat.city.pl, seat.confirmed.length, seat.unconfirmed.length])).toEqual([
      ['Bruksela', 1, 1],
      ['Kioto', 1, 0],
    ]);
  });

  it('that nobody knows are named apart', () => {
    expect(found.cityUnknown.map((one) => one.slug)).toEqual(['gmf']);
    expect(found.seatUnknown.map((one) => one.slug)).toEqual(['encc']);
  });

  it('are told in one sentence in both languages', () => {
    const view = { ...empty, seats: found.seats, total: 714 };
    expect(worldFinding(view, { city, lang: 'en', shown: 637 })).toBe(
      'Of 2 known seats, 2 lie within 9,000 km of Kraków; the farthest is Kyoto (8,654 km); dots mark 637 of the 714 cities in the same networks, the others lie more than 9,700 km away.',
    );
    expect(worldFinding({ ...view, seats: found.seats.slice(0, 1), total: 0 }, { city, lang: 'pl', shown: 0 }).replaceAll('\u00a0', ' ')).toBe(
      'Jedyna znana siedziba to Bruksela, 1 105 km od Krakowa; miast z tych samych sieci nie znamy.',
    );
    expect(worldFinding(empty, { city, lang: 'pl', shown: 0 })).toBe('Żadnej siedziby nie udało się ustalić; miast z tych samych sieci nie znamy.');
  });
});

describe('the coverage of the lists', () => {
  it('is said with the right Polish forms', () => {
    expect(coverageInWords(coverage, 'pl')).toBe(
      'Listy członków znamy dla 11 z 17 organizacji: 1 jest pełna, 2 prawie pełne, 8 niepełnych. Wspólnych miast i sieci może być więcej.',
    );
    expect(coverageInWords({ organisations: 3, listed: 3, complete: 3, nearComplete: 0, partial: 0 }, 'pl')).toBe('Listy członków znamy dla 3 z 3 organizacji: 3 są pełne.');
    expect(coverageInWords({ organisations: 3, listed: 0, complete: 0, nearComplete: 0, partial: 0 }, 'en')).toBe('The member lists of these organisations are not known.');
  });
});

describe('who sits with us', () => {
  const list = (id: string, completeness: 'complete' | 'partial') => ({
    id,
    listedMembers: 9,
    coverage: { completeness, says: { pl: 'Lista.', en: 'List.' } },
    organisation: belongedTo(id, []),
  });
  const view: WhoSitsWithUsView = {
    rows: [{ geonames: 3128760, place: 'Barcelona', country: 'ES', lat: 41.4, lon: 2.2, shared: 1, km: 1677, networks: new Set(['emta']) }],
    columns: [list('emta', 'partial')],
    without: [list('eurocities', 'complete'), list('owhc', 'partial')],
    groups: [{ shared: 1, places: 4 }],
    total: 4,
    coverage: { organisations: 3, listed: 3, complete: 1, nearComplete: 0, partial: 2 },
    tied: 3,
  };

  it('tells absence from a complete list apart from what nobody knows', () => {
    expect(whoSitsWithUsTable(view, 'en').rows).toEqual([['Barcelona', 'ES', 3128760, 1677, 1, 1, 0, null]]);
  });

  it('names the first city and how many there are', () => {
    expect(whoSitsWithUsInWords(view, 'en')).toContain('Barcelona shares the most networks with us: 1 of the 3');
    expect(whoSitsWithUsInWords({ ...view, rows: [] }, 'pl')).toBe('');
  });

  it('calls cities as the reader does', () => {
    const vienna = { geonames: 2761369, place: 'Vienna' };
    expect([placeName(vienna, 'pl'), placeName(vienna, 'en'), placeName({ geonames: 3161732, place: 'Bergen' }, 'pl')]).toEqual(['Wiedeń', 'Vienna', 'Bergen']);
  });
});
