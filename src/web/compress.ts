import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodings, type Encoding } from './negotiate.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A body kept in every encoding that somebody has asked for so far. */
export type Packed = {
  offered: readonly Encoding[];
  /** A strong tag for each encoding: the bytes differ, so the tags must. */
  tag(encoding: Encoding): string;
  /** The bytes at once where they are ready, else a promise of them; compressed once. */
  bytes(encoding: Encoding): Buffer | Promise<Buffer>;
  weight: () => number;
};

const compressible = /^(text\/|image\/svg|font\/(ttf|otf)|application\/([a-z.-]+\+)?(json|xml|javascript|yaml|n-triples|sql)\b)/i;

/**
 * `grew` is called when a new encoding has added to the weight. Quality 5 for pages (half a millisecond for 37 kB, where 11 takes 53);
 * files that are packed once for the life of the process may take more.
 */
export function pack(identity: Buffer, type: string, { quality = 5, grew }: { quality?: number; grew?: () => void } = {}): Packed {
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  const ready = new Map<Encoding, Buffer | Promise<Buffer>>([['identity', identity]]);
  let weight = identity.length;

  const squeeze = async (encoding: Encoding): Promise<Buffer> => {
    const bytes =
      encoding === 'gzip'
        ? await zip(identity, { level: 6 })
        : await brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } });
    ready.set(encoding, bytes);
    weight += bytes.length;
    grew?.();
    return bytes;
  };

  return {
    offered: compressible.test(type) ? encodings : ['identity'],
    tag: (encoding) => (encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`),
    bytes(encoding) {
      const held = ready.get(encoding);
      if (held !== undefined) return held;
      const promised = squeeze(encoding);
      ready.set(encoding, promised);
      return promised;
    },
    weight: () => weight,
  };
}
