import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeFrames, planPlane, topOf, type PlaneLines, type PlanePoint } from './plane-geometry.ts';

const lines: PlaneLines = { limits: [0.2, 0.45], just: [0.1, 0.2, 0.3], clear: [0.3, 0.4, 0.5] };
const exactly = (value: number) => ({ mean: value, low: value, high: value });
const point = (number: number, asks: number, benefits: number): PlanePoint => ({ number, asks: exactly(asks), benefits: exactly(benefits), of: 'keep' });

describe('the plane of benefits and asks', () => {
  it('puts more benefits higher and more asks further to the right', () => {
    const [low, high] = planPlane([point(1, 0.1, 0.2), point(2, 0.5, 0.4)], lines, planeFrames.wide).points;
    expect(high && low && [high.x > low.x, high.y < low.y]).toEqual([true, true]);
  });

  it('shows as much of the scale as everything needs, alike on both axes', () => {
    expect(topOf([point(1, 0.1, 0.2)], lines)).toBeCloseTo(0.6);
    expect(topOf([point(1, 0.97, 0.2)], lines)).toBe(1);
  });

  it('keeps signs apart and inside, however close the memberships lie', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 }), (values) => {
        const { points, frame } = planPlane(
          values.map(([asks, benefits], index) => point(index + 1, asks, benefits)),
          lines,
          planeFrames.wide,
        );
        for (const { sign } of points) expect(sign.x >= frame.left && sign.x <= frame.right && sign.y >= frame.top && sign.y <= frame.bottom).toBe(true);
      }),
    );
    const { points, frame } = planPlane([point(1, 0.3, 0.3), point(2, 0.3, 0.3), point(3, 0.31, 0.3)], lines, planeFrames.narrow);
    for (const [index, one] of points.entries())
      for (const other of points.slice(index + 1)) expect(Math.hypot(one.sign.x - other.sign.x, one.sign.y - other.sign.y)).toBeGreaterThan(frame.radius * 2 - 1);
  });
});
