import type { Point } from './azimuthal.ts';

export type Round = Point & { r: number };

type Room = {
  /** Radius of a pin. */
  pin: number;
  /** Pins stay inside this circle around the middle. */
  within: number;
  /** What a pin must not cover: fellow cities, names. */
  marks: readonly Round[];
};

/** Air between a pin and what is beside it. */
const air = 1.2;
const step = 3;
const farthest = 96;
/** Tried outwards first, then ever more aside. */
const turns = [0, 15, -15, 30, -30, 45, -45, 60, -60, 80, -80, 100, -100, 125, -125, 150, -150, 180].map((degrees) => (degrees * Math.PI) / 180);

/**
 * Where the pins stand, in the order of their seats. Each looks around its true place for the nearest spot where it covers no
 * other pin and no mark; where all is full it takes the spot that covers least. The spots are finite, so this always ends.
 */
export function pushedApart(seats: readonly Point[], room: Room): Point[] {
  const pins: Point[] = [];
  for (const [index, seat] of seats.entries()) pins.push(spotFor(seat, index, { seats, pins, room }));
  return pins;
}

function spotFor(seat: Point, index: number, { seats, pins, room }: { seats: readonly Point[]; pins: readonly Point[]; room: Room }): Point {
  const near = room.marks.filter((mark) => apart(mark, seat) < farthest + room.pin + mark.r + air);
  const outwards = Math.atan2(seat.y, seat.x);
  let best: Point = seat;
  let least = Infinity;
  for (let away = 0; away <= farthest && away < least; away += step) {
    for (const turn of away === 0 ? [0] : turns) {
      const spot = { x: seat.x + away * Math.cos(outwards + turn), y: seat.y + away * Math.sin(outwards + turn) };
      let cost = away + Math.abs(turn) * 3;
      if (Math.hypot(spot.x, spot.y) > room.within) continue;
      if (cost >= least) continue;
      for (const mark of near) {
        const gap = apart(mark, spot) - room.pin - mark.r;
        if (gap < air) cost += 60 + (air - gap) * 10;
        if (cost >= least) break;
      }
      if (cost >= least) continue;
      for (const [other, pin] of pins.entries()) {
        const gap = apart(pin, spot) - 2 * room.pin;
        if (gap < air * 1.5) cost += 2000 - gap * 10;
        const itsSeat = seats[other];
        if (!itsSeat) continue;
        if (crossing(seat, spot, itsSeat, pin)) cost += 40;
        // Nor may one pin stand on the other's leader.
        if (toSegment(spot, itsSeat, pin) < room.pin + 1 || toSegment(pin, seat, spot) < room.pin + 1) cost += 30;
      }
      // A pin on another seat's line or true place would be read as belonging to it.
      for (const [other, itsSeat] of seats.entries()) {
        if (other === index) continue;
        if (toSegment(spot, { x: 0, y: 0 }, itsSeat) < room.pin) cost += 9;
        if (apart(spot, itsSeat) < room.pin + 3) cost += 80;
      }
      if (cost < least) [best, least] = [spot, cost];
    }
  }
  return best;
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function toSegment(point: Point, a: Point, b: Point): number {
  const squared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / squared));
  return apart(point, { x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y) });
}

/** On which side of the line p–q the point r lies, by its sign. */
const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);

/** Whether the lines a–b and c–d cross. */
export const crossing = (a: Point, b: Point, c: Point, d: Point): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
