/** Numbers from 0 to 1 that a seed brings back: mulberry32 (Tommy Ettinger, public domain). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Another one in every run, and in every failure's text. KOGA_ACCIDENTS_SEED brings the same moments back, as far as the machine keeps its pace. */
export const seed = Number(process.env['KOGA_ACCIDENTS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
