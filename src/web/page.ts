import { pack, type Packed } from './compress.ts';
import { chooseEncoding, namesTag } from './negotiate.ts';
import { withSecurity, type Exchange } from './respond.ts';

/** A page or file whose bytes are all there; `headers` (name, value, name, value) without those about length, encoding and tag. */
export type Page = { packed: Packed; headers: readonly string[]; until: number; weight: () => number };

/** A file served as it is. `immutable` where its name contains a hash of its bytes, which is the rule. */
export type Asset = { bytes: Uint8Array; type: string; immutable?: boolean };

const revalidated = 'public, max-age=0, must-revalidate';

/** Whether the app's answer may be given to everybody who asks for the same address. */
export function isPage({ status, headers }: Response): boolean {
  const vary = headers.get('vary');
  return status === 200 && headers.get('x-koga-cache') === 'page' && headers.getSetCookie().length === 0 && (vary === null || /^accept-encoding$/i.test(vary));
}

/** Makes the app's answer ready to be kept and sent many times; `grew` is told when an encoding is added. */
export async function pageOf(answer: Response, version: string, security: ReadonlyMap<string, string>, grew: (page: Page) => void): Promise<Page> {
  const headers = withSecurity(security, answer.headers);
  for (const name of ['content-length', 'etag', 'last-modified']) headers.delete(name);
  headers.set('vary', 'Accept-Encoding').set('cache-control', revalidated);
  const packed = pack(Buffer.from(await answer.arrayBuffer()), headers.get('content-type') ?? '', { grew: () => grew(page) });
  const page: Page = { packed, headers: [...headers].flat(), until: endOf(answer, version), weight: packed.weight };
  return page;
}

/** The instant at which a page ends: at once where it was read at another version than the one it would be kept under. */
function endOf({ headers }: Response, version: string): number {
  if ((headers.get('x-koga-version') ?? version) !== version) return 0;
  const until = headers.get('x-koga-until');
  return until === null ? Infinity : Number(until) || 0;
}

export function pageOfFile({ bytes, type, immutable = true }: Asset, security: ReadonlyMap<string, string>): Page {
  const packed = pack(Buffer.from(bytes), type, { quality: 9 });
  const headers = new Map([...security, ['content-type', type], ['vary', 'Accept-Encoding'], ['cache-control', immutable ? 'public, max-age=31536000, immutable' : revalidated]]);
  return { packed, headers: [...headers].flat(), until: Infinity, weight: packed.weight };
}

/** Sends ready bytes: 304, 200 with or without a body. False where the reader takes none of the encodings there are. */
export async function sendPage({ incoming, outgoing }: Exchange, { packed, headers }: Page): Promise<boolean> {
  const encoding = chooseEncoding(incoming.headers['accept-encoding'], packed.offered);
  if (encoding === null) return false;
  const etag = packed.tag(encoding);
  if (namesTag(incoming.headers['if-none-match'], etag)) {
    outgoing.writeHead(304, [...headers, 'etag', etag]).end();
    return true;
  }
  const made = packed.bytes(encoding);
  const bytes = made instanceof Promise ? await made : made;
  const length = ['etag', etag, 'content-length', String(bytes.length)];
  outgoing.writeHead(200, encoding === 'identity' ? [...headers, ...length] : [...headers, 'content-encoding', encoding, ...length]);
  outgoing.end(incoming.method === 'HEAD' ? undefined : bytes);
  return true;
}
