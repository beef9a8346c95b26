import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
  createZstdCompress,
  gunzip,
  gzip,
  gzipSync,
  zstdCompress,
  zstdDecompress,
  type BrotliOptions,
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

/** Up to here nothing is compressed beside something else, each in memory of its own: zstd takes one page after the other, gzip and brotli do it at once. */
const atOnceBytes = 262_144;

/** What comes out of brotli, as much at a time. A compressor holds its last piece for longer than it is of use (src/commands/start.ts). */
const chunkSize = 4_096;

/** Level 3 makes pages a twentieth smaller and takes half as long again. A window of 128 kB holds nearly every page. */
const zstdParams = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 17 };

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
  if (encoding === 'zstd') return toSize(isSmall ? await frameOf(plain) : await zstd(plain, { params: zstdParams, pledgedSrcSize: plain.length }));
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

type Encoder = (plain: Buffer) => Promise<Buffer>;

/**
 * One encoder for all pages, which makes a whole frame of whatever is written to it, in a thread of its own. An encoder for each page would hold the one that
 * serves for an eighth of the time that a page takes, and stay in memory until all of the heap is tidied next.
 */
function frames(): Encoder {
  // Pieces of 16 kB, most pages in one: larger ones live so long that they are counted with what stays.
  const encoder = createZstdCompress({ params: zstdParams, flush: constants.ZSTD_e_end, chunkSize: 16_384 });
  let pieces: Buffer[] = [];
  encoder.on('data', (piece: Buffer) => pieces.push(piece));
  // Whoever waits is told; the next page gets another encoder.
  encoder.on('error', () => {
    framing = undefined;
  });
  return (plain) =>
    new Promise((resolve, reject) => {
      encoder.write(plain, (error) => {
        if (error) return reject(error);
        resolve(Buffer.concat(pieces));
        pieces = [];
      });
    });
}

let framing: Encoder | undefined;

const frameOf: Encoder = (plain) => (framing ??= frames())(plain);

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
