import { sandboxPolicy } from './security-headers.ts';

/** For programs that know only the old way of naming: ASCII, nothing that could end the quotes. */
const plainName = (name: string): string => name.normalize('NFKD').replace(/[^\w .-]+/g, '');

/** A file of somebody's own as bytes that no browser will run and nobody keeps: downloaded, not sniffed, and in a sandbox should it be opened after all. */
export const attachment = ({ name, type, content }: { name: string; type: string; content: Buffer<ArrayBuffer> }): Response =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': sandboxPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(content.length),
    },
  });
