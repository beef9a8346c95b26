import { hash as digest } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, expand, fileQuality, isCompressible, pageQuality } from './compress.ts';
import { countAnswer } from './counters.ts';
import { chooseEncoding, fileEncodings, namesTag, pageEncodings, type Encoding } from './negotiate.ts';
import { withSecurity } from './respond.ts';
import { TextAnswer } from './text-answer.ts';

/** Everything of an answer in one encoding, ready to be sent any number of times; the lines are name, value, name, value. */
export type Ready = { tag: string; whole: string[]; unchanged: string[]; bytes: Buffer };

/** A page or file. It holds its bytes in the encodings that were asked for so far, and in no other. */
export type Page = {
  offered: readonly Encoding[];
  ready: Readonly<Partial<Record<Encoding, Ready>>>;
  /** Makes what is not ready yet, once for all who wait. */
  make(encoding: Encoding): Promise<Ready>;
  until: number;
  weight: () => number;
};

/** A file served as it is. `immutable` where its name contains a hash of its bytes, which is the rule. */
export type Asset = { bytes: Uint8Array; type: string; immutable?: boolean };

const revalidated = 'public, max-age=0, must-revalidate';

/** Whether the app's answer may be given to everybody who asks for the same address. */
export function isPage({ status, headers }: Response): boolean {
  const vary = headers.get('vary');
  return status === 200 && headers.get('x-koga-cache') === 'page' && headers.getSetCookie().length === 0 && (vary === null || /^accept-encoding$/i.test(vary));
}

/** What a page is made under: the version in force, the headers of every answer, and what its first reader takes. */
export type Making = { version: string; security: ReadonlyMap<string, string>; accepts: string | undefined; grew: (page: Page) => void };

/** Makes the app's answer ready to be kept and sent many times; `grew` is told when an encoding is added. */
export async function pageOf(answer: Response, { version, security, accepts, grew }: Making): Promise<Page> {
  const headers = withSecurity(security, answer.headers);
  for (const name of ['content-length', 'etag', 'last-modified']) headers.delete(name);
  headers.set('vary', 'Accept-Encoding').set('cache-control', revalidated);
  const page = packed(answer instanceof TextAnswer ? answer.utf8 : Buffer.from(await answer.arrayBuffer()), {
    headers,
    encodings: pageEncodings,
    quality: pageQuality,
    until: endOf(answer, version),
    grew,
  });
  const encoding = chooseEncoding(accepts, page.offered);
  // Before it is kept, so that it is kept small from the first.
  if (encoding !== null) await page.make(encoding);
  return page;
}

/** The instant at which a page ends: at once where it was read at another version than the one it would be kept under. */
function endOf({ headers }: Response, version: string): number {
  if ((headers.get('x-koga-version') ?? version) !== version) return 0;
  const until = headers.get('x-koga-until');
  return until === null ? Infinity : Number(until) || 0;
}

export function pageOfFile({ bytes, type, immutable = true }: Asset, security: ReadonlyMap<string, string>): Page {
  const headers = new Map([...security, ['content-type', type], ['vary', 'Accept-Encoding'], ['cache-control', immutable ? 'public, max-age=31536000, immutable' : revalidated]]);
  return packed(Buffer.from(bytes), { headers, encodings: fileEncodings, quality: fileQuality, until: Infinity });
}

type Packing = { headers: Map<string, string>; encodings: readonly Encoding[]; quality: number; until: number; grew?: (page: Page) => void };

function packed(plain: Buffer, { headers, encodings, quality, until, grew }: Packing): Page {
  const lines = [...headers].flat();
  const offered: readonly Encoding[] = isCompressible(headers.get('content-type') ?? '') ? encodings : ['identity'];
  const ready: Partial<Record<Encoding, Ready>> = {};
  const making = new Map<Encoding, Promise<Ready>>();
  // The plain bytes stay until there are others to make them from.
  let source: { bytes: Buffer; encoding: Encoding } = { bytes: plain, encoding: 'identity' };

  const make = async (encoding: Encoding): Promise<Ready> => {
    const bytes = await compress(await expand(source.bytes, source.encoding), encoding, quality);
    // A strong tag: of the very bytes that are sent, which differ from encoding to encoding.
    const tag = `"${digest('sha256', bytes, 'base64url').slice(0, 22)}"`;
    const encoded = encoding === 'identity' ? [] : ['content-encoding', encoding];
    const made = { tag, bytes, whole: [...lines, ...encoded, 'etag', tag, 'content-length', String(bytes.length)], unchanged: [...lines, 'etag', tag] };
    ready[encoding] = made;
    source = { bytes, encoding };
    grew?.(page);
    return made;
  };

  const page: Page = {
    offered,
    until,
    ready,
    make(encoding) {
      const begun = ready[encoding] ?? making.get(encoding);
      if (begun !== undefined) return Promise.resolve(begun);
      const promised = make(encoding).finally(() => making.delete(encoding));
      making.set(encoding, promised);
      return promised;
    },
    weight: () => Object.values(ready).reduce((sum, { bytes }) => sum + bytes.length, 0) || source.bytes.length,
  };
  return page;
}

/** Sends ready bytes: 304, 200 with or without a body. False where the reader takes none of the encodings there are. */
export async function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, page: Page): Promise<boolean> {
  const encoding = chooseEncoding(incoming.headers['accept-encoding'], page.offered);
  if (encoding === null) return false;
  sendReady(outgoing, await page.make(encoding), incoming.headers['if-none-match'], incoming.method === 'HEAD');
  return true;
}

export function sendReady(outgoing: ServerResponse, { tag, whole, unchanged, bytes }: Ready, has: string | undefined, isHead: boolean): void {
  const isUnchanged = has !== undefined && namesTag(has, tag);
  countAnswer(isUnchanged ? 304 : 200);
  if (isUnchanged) outgoing.writeHead(304, unchanged).end();
  else if (isHead) outgoing.writeHead(200, whole).end();
  else outgoing.writeHead(200, whole).end(bytes);
}
