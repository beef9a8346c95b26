import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, constants, gunzip, gzip, gzipSync, type BrotliOptions } from 'node:zlib';
import { encodings, type Encoding } from './negotiate.ts';

const brotli = promisify(brotliCompress);
const unbrotli = promisify(brotliDecompress);
const zip = promisify(gzip);
const unzip = promisify(gunzip);

const compressible = /^(text\/|image\/svg|font\/(ttf|otf)|application\/([a-z.-]+\+)?(json|xml|javascript|yaml|n-triples|sql)\b)/i;

/** The encodings in which bytes of this type are worth offering. */
export const encodingsFor = (type: string): readonly Encoding[] => (compressible.test(type) ? encodings : ['identity']);

/**
 * Up to here compressing waits for nobody: a page of 40 kB takes a third of a millisecond, which is less than handing it to another thread, and each of
 * several at a time would hold an encoder's memory.
 */
const atOnceBytes = 262_144;

/** A window of 64 kB instead of 4 MB: pages grow by half a hundredth, and an encoder takes a fraction of the memory. */
const smallWindow = 16;

/**
 * Quality 2 for pages: with 5 they are a tenth smaller, one packet of some seven, and take more than twice as long. Files that are packed once for the
 * life of the process may take more.
 */
export const pageQuality = 2;
export const fileQuality = 9;

export async function compress(plain: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity') return plain;
  const isSmall = plain.length <= atOnceBytes;
  // Cut to size, so that what is kept weighs what it is said to weigh: the encoder hands out slices of larger pieces of memory.
  if (encoding === 'gzip') return toSize(isSmall ? gzipSync(plain, { level: 6 }) : await zip(plain, { level: 6 }));
  const options: BrotliOptions = {
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
  return toSize(await (encoding === 'gzip' ? unzip(bytes) : unbrotli(bytes)));
}

function toSize(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
