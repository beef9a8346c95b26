import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, expand, pageQuality } from './compress.ts';

/** Half of it can be compressed. */
const textOf = (length: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length),
  );

const lengths = [0, 1, 17, 4_096, 16_384, 40_000, 65_536, 200_000, 262_144, 262_145, 1_000_000];

describe('compressing', () => {
  it.each([
    ['zstd', zstdDecompressSync],
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('gives back what was given in %s, many at the same time', async (encoding, decompress) => {
    const texts = [...lengths, ...lengths.toReversed(), ...Array.from({ length: 60 }, (_, n) => n * 700)].map(textOf);
    const packed = await Promise.all(texts.map((text) => compress(text, encoding, pageQuality)));
    expect(packed.map((bytes, n) => decompress(bytes).equals(texts[n] ?? Buffer.alloc(0)))).toEqual(texts.map(() => true));
    expect((await expand(packed[5] ?? Buffer.alloc(0), encoding)).equals(texts[5] ?? Buffer.alloc(0))).toBe(true);
  });

  it('holds no more than what it gives', async () => {
    for (const encoding of ['zstd', 'br', 'gzip'] as const) {
      const packed = await compress(textOf(40_000), encoding, pageQuality);
      expect(packed.buffer.byteLength).toBe(packed.length);
    }
  });

  it('makes the same bytes of the same page, whatever came before it', async () => {
    const page = textOf(50_000);
    const first = await compress(page, 'zstd', pageQuality);
    await Promise.all(lengths.map((length) => compress(textOf(length), 'zstd', pageQuality)));
    expect((await compress(page, 'zstd', pageQuality)).equals(first)).toBe(true);
  });
});
