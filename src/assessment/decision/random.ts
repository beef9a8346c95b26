/**
 * Random numbers that are the same on every machine: sfc32, Chris Doty-Humphrey's "small fast counting" generator of the PractRand suite, in whole
 * 32-bit additions, shifts and exclusive ors. Nothing here calls Math.log, Math.exp or Math.random, whose last bit differs from engine to engine.
 */

/** What a run may be seeded with. A number is read as its decimal text, so 7 and '7' are one seed; any text will do, also an empty one. */
export type Seed = string | number;

/** The four words of one generator; `fill` moves it on. */
export type Stream = Int32Array;

/** FNV-1a over the two bytes of each UTF-16 unit, then the last mixing step of MurmurHash3, so that short texts spread over all 32 bits. */
function hash(text: string, start: number): number {
  let h = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * The stream of a seed and of names below it. Streams of different names are independent of each other, so a membership keeps its draws whoever
 * stands beside it. The names are told apart whole: ('a', 'bc') is not ('ab', 'c').
 */
export function streamOf(seed: Seed, ...names: readonly string[]): Stream {
  const text = JSON.stringify([String(seed), ...names]);
  const stream = Int32Array.of(hash(text, 0x811c9dc5), hash(text, 0x9e3779b9), hash(text, 0x243f6a88), 1);
  // The first outputs still show the seed.
  fill(stream, new Float64Array(16), 0, 16);
  return stream;
}

/**
 * Writes uniform draws to `into[from]` … `into[to - 1]`: multiples of 2⁻³² in [0, 1). Sums and differences of a few of them lose nothing in a double,
 * so weights made of them add up to exactly 1.
 */
export function fill(stream: Stream, into: Float64Array, from: number, to: number): void {
  let a = stream[0] ?? 0;
  let b = stream[1] ?? 0;
  let c = stream[2] ?? 0;
  let counter = stream[3] ?? 0;
  for (let index = from; index < to; index += 1) {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    into[index] = (out >>> 0) / 4294967296;
  }
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = counter;
}

/**
 * The same draws, each stretched from `low` by `width` at its own place: low + width · u. As u stays below 1 by 2⁻³² at least, rounding never lifts it above
 * the end. The generator stands here a second time because one loop that serves both is a fifth slower, and this loop is the one that a run waits for.
 */
export function fillBetween(stream: Stream, into: Float64Array, from: number, to: number, low: Float64Array, width: Float64Array): void {
  let a = stream[0] ?? 0;
  let b = stream[1] ?? 0;
  let c = stream[2] ?? 0;
  let counter = stream[3] ?? 0;
  for (let index = from; index < to; index += 1) {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    into[index] = (low[index] ?? 0) + (width[index] ?? 0) * ((out >>> 0) / 4294967296);
  }
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = counter;
}
