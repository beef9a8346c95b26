/** A mean with the ends between which 90 of 100 draws lie; parts of 1. */
export type PlaneSpread = { mean: number; low: number; high: number };
export type PlaneClass = 'keepAndUseMore' | 'keep' | 'reviveOrJustify' | 'examine' | 'uncertain';
export type PlanePoint = { number: number; asks: PlaneSpread; benefits: PlaneSpread; of: PlaneClass };

/** What the office declared: where asks become middling and high, and what benefits each band needs. */
export type PlaneLines = { limits: readonly [number, number]; just: readonly [number, number, number]; clear: readonly [number, number, number] };

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; radius: number };

export const planeFrames = {
  wide: { width: 780, height: 560, left: 44, right: 762, top: 30, bottom: 506, radius: 13 },
  narrow: { width: 344, height: 372, left: 28, right: 336, top: 28, bottom: 326, radius: 10 },
} as const satisfies Record<string, Frame>;

type Placed = PlanePoint & {
  x: number;
  y: number;
  asksFrom: number;
  asksTo: number;
  benefitsFrom: number;
  benefitsTo: number;
  /** Where the sign stands: on the point, or pushed aside by a neighbour, and then with a line to the point. */
  sign: { x: number; y: number };
};

export type PlanePlan = { frame: Frame; top: number; ticks: { at: number; x: number; y: number }[]; points: Placed[]; limits: [number, number]; just: Step[]; clear: Step[] };
type Step = { from: number; to: number; y: number };

/** The least part of the scale, in fifths, that holds everything; the same on both axes, so that neither looks larger than it is. */
export function topOf(points: readonly PlanePoint[], lines: PlaneLines): number {
  const most = Math.max(lines.limits[1], ...points.flatMap(({ asks, benefits }) => [asks.high, benefits.high]));
  return Math.min(1, Math.max(0.2, Math.ceil(most * 5 + 0.05) / 5));
}

export function planPlane(points: readonly PlanePoint[], lines: PlaneLines, frame: Frame): PlanePlan {
  const top = topOf(points, lines);
  const x = (asks: number): number => frame.left + (Math.min(asks, top) / top) * (frame.right - frame.left);
  const y = (benefits: number): number => frame.bottom - (Math.min(benefits, top) / top) * (frame.bottom - frame.top);
  const placed = points.map((point) => ({
    ...point,
    x: x(point.asks.mean),
    y: y(point.benefits.mean),
    asksFrom: x(point.asks.low),
    asksTo: x(point.asks.high),
    benefitsFrom: y(point.benefits.low),
    benefitsTo: y(point.benefits.high),
    sign: { x: x(point.asks.mean), y: y(point.benefits.mean) },
  }));
  apart(placed, frame);
  const limits: [number, number] = [x(lines.limits[0]), x(lines.limits[1])];
  const edges = [frame.left, ...limits, frame.right];
  const steps = (values: readonly number[]): Step[] =>
    values.flatMap((value, band) => {
      const [from, to] = [edges[band] ?? frame.left, edges[band + 1] ?? frame.right];
      return value > top || to <= from ? [] : [{ from, to, y: y(value) }];
    });
  const tick = top > 0.5 ? 0.2 : 0.1;
  const ticks = Array.from({ length: Math.round(top / tick) + 1 }, (_, index) => ({ at: Math.round(index * tick * 100), x: x(index * tick), y: y(index * tick) }));
  return { frame, top, ticks, points: placed, limits, just: steps(lines.just), clear: steps(lines.clear) };
}

/** Signs that would cover each other are pushed apart, and kept inside the drawing. */
function apart(points: Placed[], { left, right, top, bottom, radius }: Frame): void {
  const least = radius * 2 + 2;
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    for (const [index, one] of points.entries())
      for (const other of points.slice(index + 1)) {
        const [dx, dy] = [other.sign.x - one.sign.x, other.sign.y - one.sign.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        moved = true;
        // Points on the very same place part sideways.
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        const push = (least - distance) / 2 + 0.1;
        one.sign = { x: one.sign.x - ux * push, y: one.sign.y - uy * push };
        other.sign = { x: other.sign.x + ux * push, y: other.sign.y + uy * push };
      }
    for (const point of points)
      point.sign = { x: Math.min(right - radius - 2, Math.max(left + radius + 2, point.sign.x)), y: Math.min(bottom - radius - 2, Math.max(top + radius + 2, point.sign.y)) };
    if (!moved) return;
  }
}
