import type { Lang } from '#lang/lang.ts';

/** What stands after the method in a request, once it is known to be safe to hand on. Paths stay percent-encoded. */
export type Target =
  | { kind: 'page'; path: string; query: string }
  | { kind: 'moved'; location: string }
  | { kind: 'server' }
  | { kind: 'refused'; status: 400 | 404 | 414; why: 'malformed' | 'absolute' | 'doubled' | 'tooLong' };

export type TargetBounds = { maxTargetChars: number; maxQueryChars: number };
export const targetBounds: TargetBounds = { maxTargetChars: 8_000, maxQueryChars: 2_000 };

const refused = (status: 400 | 404 | 414, why: 'malformed' | 'absolute' | 'doubled' | 'tooLong'): Target => ({ kind: 'refused', status, why });

// Nearly every address of ours is made of these alone, so that the careful reading below is seldom needed.
const plainPath = /^(\/[a-z0-9_-]+(\.[a-z0-9]+)?)+$/;

/**
 * Judges a request target. Whatever a proxy, the URL parser and the router could read differently is refused here,
 * so that nothing behind this line meets it: encoded slashes, dot segments, broken UTF-8, NUL.
 */
export function readTarget(target: string, bounds: TargetBounds = targetBounds): Target {
  if (target.length > bounds.maxTargetChars) return refused(414, 'tooLong');
  if (target === '*') return { kind: 'server' };
  if (!target.startsWith('/')) return refused(400, /^[a-z][a-z0-9+.-]*:/i.test(target) ? 'absolute' : 'malformed');
  // Visible ASCII only; a fragment never belongs in a request, and browsers' URL parser reads a backslash as a slash.
  if (!/^[!-~]+$/.test(target) || /[#\\]/.test(target)) return refused(400, 'malformed');

  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark);
  if (query.length > bounds.maxQueryChars) return refused(414, 'tooLong');
  if (query.includes('%') && !isReadableQuery(query)) return refused(400, 'malformed');
  if (path === '/' || plainPath.test(path)) return { kind: 'page', path, query };

  const decoded = decodedPath(path);
  if (decoded === null) return refused(400, 'malformed');
  // Before the trailing slash is taken off: `//evil.example/` must never become the address of another host.
  if (path.includes('//')) return refused(404, 'doubled');
  return path.endsWith('/') ? { kind: 'moved', location: path.slice(0, -1) + query } : { kind: 'page', path, query };
}

function decodedPath(path: string): string | null {
  if (/%2f|%5c/i.test(path)) return null;
  try {
    const decoded = decodeURIComponent(path);
    // C0 controls, DEL and C1 controls have no place in an address.
    if (/\p{Cc}/u.test(decoded)) return null;
    return decoded.split('/').some((segment) => segment === '.' || segment === '..') ? null : decoded;
  } catch {
    return null;
  }
}

/** A lone `%` in a query is somebody's typing (`?q=100%`) and passes; bytes that are not UTF-8 and NUL do not. */
function isReadableQuery(query: string): boolean {
  if (/%00/.test(query)) return false;
  try {
    decodeURIComponent(query.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}

/** The language of the page somebody was after, as far as the address tells. */
export const langOf = (path: string): Lang => (/^\/en(?=[/?]|$)/.test(path) ? 'en' : 'pl');
