import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  gunzip,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
  zstdDecompress,
  type BrotliOptions,
  type ZstdOptions,
} from 'node:zlib';
import type { Encoding } from './negotiate.ts';

const brotli = promisify(brotliCompress);
const unbrotli = promisify(brotliDecompress);
const zip = promisify(gzip);
const unzip = promisify(gunzip);
const zstd = promisify(zstdCompress);
const unzstd = promisify(zstdDecompress);

const compressible = /^(text\/|image\/svg|font\/(ttf|otf)|application\/([a-z.-]+\+)?(json|xml|javascript|yaml|n-triples|sql)\b)/i;

/** Whether bytes of this type become smaller. */
export const isCompressible = (type: string): boolean => compressible.test(type);

/**
 * Up to here compressing waits for nobody: a page of 80 kB takes a sixth of a millisecond, which is less than handing it to another thread, and each of
 * several at a time would hold an encoder's memory.
 */
const atOnceBytes = 262_144;

/** Of what comes out, as much at a time. A compressor holds its last piece for longer than it is of use (src/commands/start.ts). */
const chunkSize = 4_096;

/** The level of zstd: 3 makes pages a twentieth smaller and takes half as long again. */
const zstdLevel = 1;

/** A window of 64 kB instead of 4 MB: pages grow by half a hundredth, and an encoder takes a fraction of the memory. */
const smallWindow = 16;

/**
 * Of brotli, quality 2 for pages: with 5 they are a tenth smaller, one packet of some seven, and take more than twice as long. Files that are packed once for the
 * life of the process may take more.
 */
export const pageQuality = 2;
export const fileQuality = 9;

export async function compress(plain: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity') return plain;
  const isSmall = plain.length <= atOnceBytes;
  // Cut to size, so that what is kept weighs what it is said to weigh: the encoder hands out slices of larger pieces of memory.
  if (encoding === 'gzip') return toSize(isSmall ? gzipSync(plain, { level: 6 }) : await zip(plain, { level: 6 }));
  if (encoding === 'zstd') {
    const options: ZstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel }, pledgedSrcSize: plain.length, chunkSize };
    return toSize(isSmall ? zstdCompressSync(plain, options) : await zstd(plain, options));
  }
  const options: BrotliOptions = {
    chunkSize,
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      ...(quality === pageQuality ? { [constants.BROTLI_PARAM_LGWIN]: smallWindow } : {}),
    },
  };
  return toSize(isSmall ? brotliCompressSync(plain, options) : await brotli(plain, options));
}

export async function expand(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return bytes;
  return toSize(await expanders[encoding](bytes));
}

const expanders = { zstd: unzstd, br: unbrotli, gzip: unzip };

function toSize(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
