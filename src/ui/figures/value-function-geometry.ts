/** The picture of a value function: indicator from left to right, value from 0 at the bottom to 1 at the top. */
export const pictureSize = { width: 240, height: 120, pad: 8 } as const;

export type PictureCorner = { at: number; value: number };

const round = (value: number): number => Math.round(value * 10) / 10;

/** Where the corners lie in the picture; the first and the last at its ends. Corners that are no numbers are left out. */
export function picturePoints(corners: readonly PictureCorner[]): { x: number; y: number }[] {
  const { width, height, pad } = pictureSize;
  const sound = corners.filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value)).toSorted((a, b) => a.at - b.at);
  const first = sound[0]?.at ?? 0;
  const span = (sound.at(-1)?.at ?? 0) - first;
  return sound.map(({ at, value }) => ({
    x: round(pad + (span === 0 ? 0 : ((at - first) / span) * (width - 2 * pad))),
    y: round(height - pad - Math.min(1, Math.max(0, value)) * (height - 2 * pad)),
  }));
}

export const pointList = (points: readonly { x: number; y: number }[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');
