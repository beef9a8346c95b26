import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath, geoProjection, type GeoContext } from 'd3-geo';
import { feature } from 'topojson-client';
import { radiusAtAngle, type Law, type Point, type Position } from './azimuthal.ts';

/** How far, in units of the drawing, a coast may run beside its true course. */
const tolerance = 0.4;
/** Islands smaller than this square would be specks. */
const smallest = 2.5;

const drawn = new Map<string, string>();

/** The land of Natural Earth (1 : 110 million) around a centre, as one path. Cities do not move, so each is drawn once. */
export function landPath(centre: Position, law: Law): string {
  const key = [centre.lat, centre.lon, law.radius, law.widest, law.power].join(' ');
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const path = draw(centre, law);
  drawn.set(key, path);
  return path;
}

function draw(centre: Position, law: Law): string {
  const inRadians = Math.PI / 180;
  const projection = geoProjection((lambda, phi) => {
    const east = Math.cos(phi) * Math.sin(lambda);
    const north = Math.sin(phi);
    const sine = Math.hypot(east, north);
    if (sine < 1e-9) return [0, 0];
    const angle = Math.atan2(sine, Math.cos(phi) * Math.cos(lambda)) / inRadians;
    const stretch = radiusAtAngle(angle, law) / sine;
    return [stretch * east, stretch * north];
  })
    .scale(1)
    .translate([0, 0])
    .rotate([-centre.lon, -centre.lat])
    .clipAngle(law.widest)
    .precision(0.5);

  const rings: Point[][] = [];
  const pen: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void rings.push([{ x, y }]),
    lineTo: (x, y) => void rings.at(-1)?.push({ x, y }),
    closePath: () => undefined,
    arc: () => undefined,
  };
  geoPath(projection, pen)(land());
  return rings.map(ringPath).join('');
}

type Topology = Parameters<typeof feature>[0];

function land() {
  const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8')) as Topology;
  const shape = topology.objects['land'];
  if (!shape) throw new Error('world-atlas has no land');
  return feature(topology, shape);
}

/** A closed ring in whole units and relative steps: the shortest way to write it. */
function ringPath(ring: Point[]): string {
  if (Math.abs(area(ring)) < smallest) return '';
  const [first, ...rest] = simplified(ring, tolerance).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  if (!first) return '';
  let at = first;
  let steps = '';
  let count = 0;
  for (const point of rest) {
    const [dx, dy] = [point.x - at.x, point.y - at.y];
    if (dx === 0 && dy === 0) continue;
    steps += `${steps !== '' && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`;
    at = point;
    count += 1;
  }
  return count < 3 ? '' : `M${first.x}${first.y < 0 ? '' : ' '}${first.y}l${steps}z`;
}

function area(ring: readonly Point[]): number {
  return ring.reduce((sum, point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    return sum + (point.x * next.y - next.x * point.y) / 2;
  }, 0);
}

/** Douglas and Peucker: drops the points that lie beside the straight line by less than the tolerance. */
function simplified(line: readonly Point[], most: number): Point[] {
  const keep = new Set([0, line.length - 1]);
  const parts: [number, number][] = [[0, line.length - 1]];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part;
    const a = line[from];
    const b = line[to];
    if (!a || !b) continue;
    let farthest = -1;
    let far = most;
    for (let index = from + 1; index < to; index += 1) {
      const point = line[index];
      if (!point) continue;
      const off = beside(point, a, b);
      if (off > far) [farthest, far] = [index, off];
    }
    if (farthest === -1) continue;
    keep.add(farthest);
    parts.push([from, farthest], [farthest, to]);
  }
  return line.filter((_point, index) => keep.has(index));
}

function beside(point: Point, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(point.x - a.x, point.y - a.y);
  return Math.abs((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / length;
}
