/** A place on the globe, in degrees. */
export type Position = { lat: number; lon: number };
export type Point = { x: number; y: number };

/**
 * How distance from the centre becomes distance on paper. `widest` is the angle at the rim, in degrees; `power` below 1 gives more
 * room to what is near: with 1 rings stand at equal steps, with 0.42 Europe fills the middle and Japan is still on the map.
 */
export type Law = { radius: number; widest: number; power: number };

export const worldLaw = (radius: number): Law => ({ radius, widest: 88, power: 0.42 });
/** Europe around its middle, about 2,300 km each way, with true distances. */
export const continentLaw = (radius: number): Law => ({ radius, widest: 21, power: 1 });

/** Mean radius of the Earth (IUGG). */
const earthKm = 6371.0088;
const radians = Math.PI / 180;

export const kmOfAngle = (degrees: number): number => degrees * radians * earthKm;
const angleOfKm = (km: number): number => km / earthKm / radians;

/** The angle between two places seen from the middle of the Earth, in degrees. The half-angle form stays exact for places that lie close together. */
function angleBetween(a: Position, b: Position): number {
  const byLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const byLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const half = byLat * byLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * byLon * byLon;
  return (2 * Math.asin(Math.min(1, Math.sqrt(half)))) / radians;
}

export const distanceKm = (a: Position, b: Position): number => kmOfAngle(angleBetween(a, b));

/** The direction in which a great circle sets out, clockwise from north, in radians. */
function azimuth(from: Position, to: Position): number {
  const lon = (to.lon - from.lon) * radians;
  const east = Math.sin(lon) * Math.cos(to.lat * radians);
  const north = Math.cos(from.lat * radians) * Math.sin(to.lat * radians) - Math.sin(from.lat * radians) * Math.cos(to.lat * radians) * Math.cos(lon);
  return Math.atan2(east, north);
}

export const radiusAtAngle = (degrees: number, law: Law): number => law.radius * (degrees / law.widest) ** law.power;
export const radiusAtKm = (km: number, law: Law): number => radiusAtAngle(angleOfKm(km), law);

/** Where a place stands on the map around the centre; null beyond the rim. */
export function onMap(place: Position, centre: Position, law: Law): Point | null {
  const angle = angleBetween(centre, place);
  if (angle > law.widest) return null;
  const radius = radiusAtAngle(angle, law);
  const direction = azimuth(centre, place);
  return { x: radius * Math.sin(direction), y: -radius * Math.cos(direction) };
}
