import { dotRadii, roomAround, roomForCompass, type AzimuthalDrawing, type MapSeat } from '#ui/figures/azimuthal-map.tsx';
import { onMap, radiusAtKm, type Law, type Point, type Position } from './azimuthal.ts';
import { pushedApart, type Round } from './apart.ts';
import { landPath } from './land.ts';

export type Dot = Position & { size: 0 | 1 | 2 | 3 };
export type Seat = { position: Position; confirmed: boolean };

type Asked = {
  centre: Position;
  name: string;
  law: Law;
  dots: readonly Dot[];
  seats: readonly Seat[];
  rings: readonly { km: number; text: string | null }[];
  compass: boolean;
  pinRadius: number;
  land: { id: string } | { of: string; scale: number };
  /** Stands beside the one seat in place of a number. */
  seatName?: string;
};

/** Places in degrees become a drawing: dots, rays, pins pushed apart, names where they cover least. */
export function drawMap(asked: Asked): AzimuthalDrawing & { shown: number } {
  const { centre, law, pinRadius } = asked;
  const dots: Point[][] = [[], [], [], []];
  const marks: Round[] = [];
  for (const dot of asked.dots) {
    const at = onMap(dot, centre, law);
    if (!at) continue;
    dots[dot.size]?.push(at);
    marks.push({ ...at, r: dotRadii[dot.size] });
  }
  const shown = marks.length;
  const seats = asked.seats.flatMap((seat, index) => {
    const at = onMap(seat.position, centre, law);
    return at ? [{ at, number: index + 1, confirmed: seat.confirmed }] : [];
  });
  const seatAt = seats.map((seat) => seat.at);
  const edge = law.radius + (asked.compass ? roomForCompass : roomAround);
  const rings = asked.rings.map(({ km, text }) => ({ r: radiusAtKm(km, law), text }));
  const ringTexts = rings.flatMap((ring) => (ring.text === null ? [] : lettering({ at: { x: 3, y: ring.r - 4 }, end: false }, ring.text)));
  const home = freeName({ x: 0, y: 0 }, asked.name, { marks: [...marks, ...seatAt.map((at) => ({ ...at, r: pinRadius }))], texts: ringTexts, edge });
  const homeText = lettering(home, asked.name);
  const taken = [...marks, ...homeText, { x: 0, y: 0, r: 8 }, ...ringTexts];
  const pins = asked.seatName === undefined ? pushedApart(seatAt, { pin: pinRadius, within: law.radius - pinRadius + (asked.compass ? 8 : 0), marks: taken }) : seatAt;
  const mapSeats: MapSeat[] = seats.map((seat, index) => ({ ...seat, pin: pins[index] ?? seat.at }));
  const only = mapSeats[0];
  return {
    shown,
    radius: law.radius,
    land: 'id' in asked.land ? { path: landPath(centre, law), id: asked.land.id } : asked.land,
    rings,
    dots,
    seats: mapSeats,
    pinRadius,
    compass: asked.compass,
    home: { name: asked.name, ...home },
    ...(asked.seatName !== undefined && only
      ? { seatName: { text: asked.seatName, ...freeName(only.at, asked.seatName, { marks: [...marks, { x: 0, y: 0, r: 8 }], texts: [...homeText, ...ringTexts], edge }) } }
      : {}),
  };
}

type Name = { at: Point; end: boolean };

type Around = { marks: readonly Round[]; texts: readonly Round[]; edge: number };

/** One text over another is read by nobody, and what lies beyond the edge is cut; a dot under a letter is still seen beside it. */
const weightOfText = 4;
const weightOfCut = 8;

/** The spot beside a place where its name is whole, leaves other texts free and covers the fewest marks. */
function freeName(place: Point, text: string, { marks, texts, edge }: Around): Name {
  const beside = (dx: number, dy: number, end: boolean): Name => ({ at: { x: place.x + dx, y: place.y + dy }, end });
  const spots = [
    beside(10, 18, false),
    beside(11, 5, false),
    beside(10, -9, false),
    beside(-10, 18, true),
    beside(-11, 5, true),
    beside(-10, -9, true),
    beside(-4, 24, false),
    beside(-4, -14, false),
  ];
  let [best, least] = [spots[0] ?? beside(0, 0, false), Infinity];
  for (const spot of spots) {
    const letters = lettering(spot, text);
    const cut = letters.filter(({ x, y, r }) => Math.max(Math.abs(x), Math.abs(y)) + r > edge).length;
    const covered = marksUnder(letters, marks) + weightOfText * marksUnder(letters, texts) + weightOfCut * cut;
    if (covered < least) [best, least] = [spot, covered];
  }
  return best;
}

/** How often a letter meets a mark. The letters of a name stand in one row, so most of the marks are far above or below all of them. */
function marksUnder(letters: readonly Round[], marks: readonly Round[]): number {
  const [first] = letters;
  if (first === undefined) return 0;
  let covered = 0;
  for (const mark of marks) {
    const y = mark.y - first.y;
    const near = mark.r + first.r;
    if (y >= near || y <= -near) continue;
    for (const letter of letters) {
      const x = mark.x - letter.x;
      if (x * x + y * y < near * near) covered += 1;
    }
  }
  return covered;
}

/** The room that a name takes, as a row of rounds, one for each letter (about 9 units wide in the map's type, capitals more). */
const lettering = ({ at, end }: Name, text: string): Round[] => Array.from(text, (_letter, index) => ({ x: at.x + (end ? -1 : 1) * (index + 0.5) * 9.2, y: at.y - 5, r: 6 }));
