import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cityShape } from '#basics/city.ts';
import { day } from '#basics/day.ts';
import { findOrganisation } from '#register/index.ts';
import { storeFor } from '../../../test/world.ts';
import { CityInWorld } from './city-in-world.tsx';
import { FellowCities } from './fellow-cities.tsx';
import { fellowCitiesTable, readFellowCities } from './fellows.ts';
import { WhoSitsWithUs } from './who-sits-with-us.tsx';
import { cityInWorldTable, readCityInWorld, readWhoSitsWithUs } from './world.ts';

const city = cityShape.parse(JSON.parse(readFileSync(new URL('../../db/example/krakow/city.json', import.meta.url), 'utf8')));
const on = day('2026-11-22');

describe('the places of the example city', () => {
  const store = storeFor('world');
  const world = () => store().db.read((reader) => readCityInWorld(reader, { city, on }));
  const fellows = (slug: string) =>
    store().db.read(async (reader) => {
      const organisation = await findOrganisation(reader, slug);
      if (!organisation) throw new Error(`no ${slug}`);
      return readFellowCities(reader, { city, on, networkId: organisation.networkId, seat: organisation.body.seat });
    });

  it('never count the city itself', async () => {
    const view = await world();
    expect(view.total).toBe(714);
    expect(view.cities.map((one) => one.geonames)).not.toContain(3094802);
    expect((await fellows('hanse')).fellows.map((one) => one.place)).not.toContain('Kraków');
  });

  it('begin with the nearest seat and end with the farthest', async () => {
    const { seats } = await world();
    expect([seats[0]?.city.pl, seats.at(-1)?.city.pl]).toEqual(['Warszawa', 'Kioto']);
    expect(seats.map((seat) => seat.km)).toEqual(seats.map((seat) => seat.km).toSorted((a, b) => a - b));
  });

  it('put Barcelona first at the table, with seven shared networks', async () => {
    const view = await store().db.read((reader) => readWhoSitsWithUs(reader, { city, on, top: 10 }));
    expect(view.rows[0]).toMatchObject({ place: 'Barcelona', shared: 7 });
    expect(view.rows.every((row) => row.networks.size === row.shared)).toBe(true);
    const page = String(<WhoSitsWithUs view={view} lang="pl" id="who" />);
    expect(page.match(/<b><\/b>/g)).toHaveLength(view.rows.reduce((sum, row) => sum + row.shared, 0));
    expect(page).toContain('Warszawa');
  });

  it('are drawn with a name and a finding, and without a style of their own', async () => {
    const view = await world();
    const page = String(<CityInWorld view={view} city={city} lang="en" csvHref="/en.csv" />);
    expect(page.match(/<svg viewBox="[^"]*" role="img"/g)).toHaveLength(2);
    expect(page).toContain('Of 14 known seats');
    expect(page).not.toMatch(/style=|NaN|undefined/);
    expect(page.match(/class="g-pin/g)?.length).toBeGreaterThanOrEqual(2 * view.seats.length);
    expect(cityInWorldTable(view, 'en').rows).toHaveLength(view.seats.length + view.cities.length);
  });

  it('say so where there is no list of members', async () => {
    const view = await fellows('femcities');
    expect(String(<FellowCities view={view} city={city} lang="pl" id="m" organisation={{ pl: 'FemCities' }} />)).toContain('Nie znamy listy członków');
    expect(fellowCitiesTable(view, 'pl').rows).toEqual([]);
  });

  it('name first the cities that sit with us elsewhere too', async () => {
    const page = String(<FellowCities view={await fellows('hanse')} city={city} lang="pl" id="m" organisation={{ pl: 'Hanza' }} />);
    expect(page.indexOf('Wrocław')).toBeLessThan(page.indexOf('Białogard'));
    expect(page).toContain('Lubeka');
  });
});
