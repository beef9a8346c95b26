import { Drawing } from './figure.tsx';

export type Point = { x: number; y: number };

/** A seat, where it truly is and where its pin stands. */
export type MapSeat = { at: Point; pin: Point; number: number; confirmed: boolean };

/** Everything that a map around a city shows, in units of its drawing; the middle is 0, 0. */
export type AzimuthalDrawing = {
  radius: number;
  /** The coasts as a path, or the id of a wider drawing's coasts on the same page and how much smaller they are here. */
  land: { path: string; id?: string } | { of: string; scale: number };
  rings: { r: number; text: string | null }[];
  /** Towns by size, from the smallest to the largest. */
  dots: readonly (readonly Point[])[];
  seats: MapSeat[];
  pinRadius: number;
  /** A name beside a seat instead of a number. */
  seatName?: { text: string; at: Point; end: boolean };
  home: { name: string; at: Point; end: boolean };
  compass: boolean;
};

/** Classes of the towns' sizes, and the radius that each has on paper. */
const dotSizes = ['g-d1', 'g-d2', 'g-d3', 'g-d4'] as const;
/** From the rim to the edge of the drawing. */
export const roomForCompass = 20;
export const roomAround = 4;
export const dotRadii = [1.1, 1.8, 2.7, 3.8] as const;

/** A map around a city: directions are true, rays are great circles, rings tell the distance. */
export const AzimuthalMap = ({ id, title, finding, drawing }: { id: string; title: string; finding: string; drawing: AzimuthalDrawing }) => {
  const { radius, land, seats, home, seatName, pinRadius } = drawing;
  const edge = radius + (drawing.compass ? roomForCompass : roomAround);
  return (
    <Drawing id={id} title={title} finding={finding} viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`}>
      <circle class="g-sea" r={radius} />
      {'path' in land ? <path class="g-land" id={land.id} d={land.path} /> : <use href={`#${land.of}`} transform={`scale(${land.scale})`} />}
      {drawing.rings.map((ring) => (
        <circle class="g-ring" r={short(ring.r)} />
      ))}
      {seats.map((seat) => (
        <path class={seat.confirmed ? 'g-ray' : 'g-ray g-ray--open'} d={line({ x: 0, y: 0 }, seat.at)} />
      ))}
      {drawing.dots.map((points, size) => points.length > 0 && <path class={`g-dots ${dotSizes[size] ?? ''}`} d={dotsPath(points)} />)}
      {drawing.rings.map(
        (ring) =>
          ring.text !== null && (
            <text class="g-ringt" x="3" y={short(ring.r - 4)}>
              {ring.text}
            </text>
          ),
      )}
      <circle class="g-edge" r={radius} />
      {drawing.compass && <Compass radius={radius} />}
      {seats.map((seat) => (
        <>
          {away(seat) > pinRadius && <path class="g-lead" d={line(seat.at, seat.pin)} />}
          {away(seat) > 1 && <circle class="g-seat" cx={short(seat.at.x)} cy={short(seat.at.y)} r="2.4" />}
        </>
      ))}
      {seats.map((seat) => (
        <>
          <circle class={seat.confirmed ? 'g-pin' : 'g-pin g-pin--open'} cx={short(seat.pin.x)} cy={short(seat.pin.y)} r={pinRadius} />
          {seatName === undefined && (
            <text class={seat.confirmed ? 'g-pint' : 'g-pint g-pint--open'} x={short(seat.pin.x)} y={short(seat.pin.y + 4.2)}>
              {seat.number}
            </text>
          )}
        </>
      ))}
      <circle class="g-home" r="6" />
      {seatName !== undefined && <Name {...seatName} />}
      <Name text={home.name} at={home.at} end={home.end} />
    </Drawing>
  );
};

const Name = ({ text, at, end }: { text: string; at: Point; end: boolean }) => (
  <text class={end ? 'g-homet g-end' : 'g-homet'} x={short(at.x)} y={short(at.y)}>
    {text}
  </text>
);

/** Ticks every ten degrees at the rim, and the four quarters of the world. */
const Compass = ({ radius }: { radius: number }) => {
  const ticks = Array.from({ length: 36 }, (_one, index) => {
    const turn = (index * Math.PI) / 18;
    const [x, y] = [Math.sin(turn), -Math.cos(turn)];
    return line({ x: x * radius, y: y * radius }, { x: x * (radius + (index % 9 === 0 ? 0 : 4)), y: y * (radius + (index % 9 === 0 ? 0 : 4)) });
  });
  const beside = radius + 5;
  return (
    <>
      <path class="g-edge" d={ticks.join('')} />
      <text class="g-card g-mid" x="0" y={-beside - 1}>
        N
      </text>
      <text class="g-card" x={beside} y="4">
        E
      </text>
      <text class="g-card g-mid" x="0" y={beside + 10}>
        S
      </text>
      <text class="g-card g-end" x={-beside} y="4">
        W
      </text>
    </>
  );
};

/** Signs for the key: the same parts as on the map. */
export const SeatSign = ({ confirmed }: { confirmed: boolean }) => (
  <svg viewBox="0 0 40 16" aria-hidden="true" focusable="false">
    <path class={confirmed ? 'g-ray' : 'g-ray g-ray--open'} d="M0 8L26 8" />
    <circle class={confirmed ? 'g-pin' : 'g-pin g-pin--open'} cx="32" cy="8" r="7" />
  </svg>
);
export const DotsSign = ({ from = 0 }: { from?: number }) => (
  <svg viewBox={`0 0 ${(dotSizes.length - from) * 13} 16`} aria-hidden="true" focusable="false">
    {dotSizes.slice(from).map((size, index) => (
      <path class={`g-dots ${size}`} d={`M${6 + index * 13} 8h0`} />
    ))}
  </svg>
);

const away = (seat: MapSeat): number => Math.hypot(seat.pin.x - seat.at.x, seat.pin.y - seat.at.y);
const short = (value: number): number => Math.round(value * 10) / 10;
const line = (from: Point, to: Point): string => `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`;

/** All towns of one size as one path: strokes of no length with round ends, each a step from the one before. */
function dotsPath(points: readonly Point[]): string {
  let at = { x: 0, y: 0 };
  let path = '';
  for (const point of points) {
    const to = { x: Math.round(point.x), y: Math.round(point.y) };
    path += path === '' ? `M${to.x} ${to.y}h0` : `m${to.x - at.x} ${to.y - at.y}h0`;
    at = to;
  }
  return path;
}
