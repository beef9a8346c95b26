import type { Reader } from '#db/handles.ts';
import { sandboxPolicy } from '#web/security-headers.ts';
import { findFile, contentOf } from './store.ts';

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/**
 * A file as bytes that no browser will run: downloaded, not sniffed, and in a sandbox should it be opened after all. Null where there
 * is none, or where `mayBeSent` says no.
 */
export async function sendFile(reader: Reader, given: { id: string; has: string | null; isPublic: boolean; mayBeSent?: () => Promise<boolean> }): Promise<Response | null> {
  const { id, has, isPublic, mayBeSent = () => Promise.resolve(true) } = given;
  const file = isId(id) ? await findFile(reader, id) : undefined;
  if (file === undefined || !(await mayBeSent())) return null;
  const tag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${plainName(file.name)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': sandboxPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': isPublic ? 'public, max-age=0, must-revalidate' : 'no-store',
    etag: tag,
  };
  if (has !== null && has.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return new Response(null, { status: 304, headers });
  const content = await contentOf(reader, id);
  return content === undefined ? null : new Response(content, { headers: { ...headers, 'content-length': String(file.size) } });
}

/** For programs that know only the old way of naming: ASCII, nothing that could end the quotes. */
const plainName = (name: string): string => name.normalize('NFKD').replace(/[^\w .-]+/g, '');
