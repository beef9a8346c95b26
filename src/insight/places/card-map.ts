import type { City } from '#basics/city.ts';
import { onMap, radiusAtKm, worldLaw, type Point } from './azimuthal.ts';
import { landPath } from './land.ts';
import type { CityInWorldView } from './world.ts';

/** The city in the world without names and numbers, in units of its drawing; the middle is 0, 0. */
export type CardMap = { radius: number; land: string; rings: number[]; seats: (Point & { confirmed: boolean })[]; towns: (Point & { shared: number })[] };

const rings = [500, 1000, 2500, 5000, 9000];

export function cardMap(view: CityInWorldView, { position }: City, radius: number): CardMap {
  const law = worldLaw(radius);
  return {
    radius,
    land: landPath(position, law),
    rings: rings.map((km) => radiusAtKm(km, law)),
    seats: view.seats.flatMap((seat) => {
      const at = onMap(seat.position, position, law);
      return at ? [{ ...at, confirmed: seat.confirmed.length > 0 }] : [];
    }),
    towns: view.cities.flatMap((town) => {
      const at = onMap(town, position, law);
      return at ? [{ ...at, shared: town.shared }] : [];
    }),
  };
}
