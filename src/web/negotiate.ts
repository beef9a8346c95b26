export type Encoding = 'zstd' | 'br' | 'gzip' | 'identity';

/** What pages come in: zstd packs them as small as brotli does in half the time. Files, packed once for long, come smaller from brotli. */
export const pageEncodings: readonly Encoding[] = ['zstd', 'br', 'gzip', 'identity'];
export const fileEncodings: readonly Encoding[] = ['br', 'gzip', 'identity'];

type Weighed = { name: string; weight: number };

/** A list as in `Accept` or `Accept-Encoding`: names in lower case with their weights; what is malformed is left out. */
function weighed(header: string): Weighed[] {
  return header.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (name === '') return [];
    const given = parameters.find((parameter) => /^q\s*=/.test(parameter));
    if (given === undefined) return [{ name, weight: 1 }];
    const weight = given.replace(/^q\s*=\s*/, '');
    return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ name, weight: Number(weight) }] : [];
  });
}

/**
 * The encoding to answer in (RFC 9110, 12.5.3), the first of `offered` where the reader likes several equally.
 * Null where the reader takes none of them. Without the header nothing is known of the reader: plain bytes.
 */
export function chooseEncoding(header: string | undefined, offered: readonly Encoding[]): Encoding | null {
  if (header === undefined) return 'identity';
  const chosen = chosenBefore.get(offered);
  const known = chosen?.get(header);
  if (known !== undefined) return known;
  const best = choose(header, offered);
  // Browsers know a handful of these headers; whoever makes up others does not fill the memory.
  if (chosen !== undefined && chosen.size < 100 && header.length < 200) chosen.set(header, best);
  return best;
}

const chosenBefore = new Map<readonly Encoding[], Map<string, Encoding | null>>([
  [pageEncodings, new Map()],
  [fileEncodings, new Map()],
]);

function choose(header: string, offered: readonly Encoding[]): Encoding | null {
  const list = weighed(header);
  const weightOf = (name: string): number | undefined => list.find((item) => item.name === name || item.name === `x-${name}`)?.weight;
  const anyOther = weightOf('*');
  let best: Encoding | null = null;
  let bestWeight = 0;
  for (const encoding of offered) {
    // Plain bytes are welcome without being named, but only after everything that is named. Zstandard is younger than some who say that they take anything.
    const weight = weightOf(encoding) ?? (encoding === 'zstd' ? undefined : anyOther) ?? (encoding === 'identity' ? 0.0001 : 0);
    if (weight > bestWeight) {
      best = encoding;
      bestWeight = weight;
    }
  }
  return best;
}

/** Whether `If-None-Match` names this entity tag: lists, `*`, and the weak comparison (RFC 9110, 13.1.2). */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some((match) => match[1] === etag);
}

/** Whether an error should be a page for people rather than JSON for a program. */
export function prefersPage(accept: string | undefined, path: string): boolean {
  const list = weighed(accept ?? '');
  const best = (pattern: RegExp) => Math.max(0, ...list.filter((item) => pattern.test(item.name)).map((item) => item.weight));
  const page = best(/^(text\/html|application\/xhtml\+xml)$/);
  const json = best(/^application\/(.+\+)?json$/);
  if (page > 0 || json > 0) return page >= json;
  return !/^\/api(\/|$)|\.(json|jsonld|csv|xml|ttl|ics|atom|zip|xlsx|js|css|map)$/.test(path);
}
