import { describe, expect, it } from 'vitest';
import { pictureSize, picturePoints, pointList } from './value-function-geometry.ts';

describe('the picture of a value function', () => {
  const { width, height, pad } = pictureSize;

  it('runs from the lower left to the upper right where more is better', () => {
    expect(
      picturePoints([
        { at: 0, value: 0 },
        { at: 2, value: 0.5 },
        { at: 8, value: 1 },
      ]),
    ).toEqual([
      { x: pad, y: height - pad },
      { x: 64, y: height / 2 },
      { x: width - pad, y: pad },
    ]);
  });

  it('leaves out what is being typed and is no number yet, and stays inside its frame', () => {
    const points = picturePoints([
      { at: 4, value: 3 },
      { at: Number.NaN, value: 0.5 },
      { at: 0, value: -1 },
    ]);
    expect(pointList(points)).toBe(`${pad},${height - pad} ${width - pad},${pad}`);
    expect(picturePoints([])).toEqual([]);
    expect(picturePoints([{ at: 3, value: 1 }])).toEqual([{ x: pad, y: pad }]);
  });
});
