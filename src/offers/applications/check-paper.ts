import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { maxFileMegabytes } from './form.ts';

/** Papers that an office can open and that no browser runs. */
const admitted = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);

export const paperRefusals = ['empty', 'tooLarge', 'type'] as const;
export type PaperRefusal = (typeof paperRefusals)[number];
export type CheckedPaper = { content: Buffer; type: string; name: string; sha256: string; size: number };

/** What the bytes say they are decides, never the name or the type that the browser tells. */
export async function checkPaper(file: File, megabytes: number = maxFileMegabytes): Promise<Outcome<CheckedPaper, PaperRefusal>> {
  if (file.size === 0) return refused('empty');
  if (file.size > Math.min(megabytes, maxFileMegabytes) * 1_048_576) return refused('tooLarge');
  const content = Buffer.from(await file.arrayBuffer());
  const found = await fileTypeFromBuffer(content);
  if (found === undefined || !admitted.has(found.mime)) return refused('type');
  return done({ content, type: found.mime, name: safeName(file.name, found.ext), sha256: createHash('sha256').update(content).digest('hex'), size: content.length });
}

/** The name without folders and odd signs, and with the ending of what it really is. */
function safeName(name: string, ending: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[ .-]+|[ .-]+$/g, '')
    .slice(0, 100);
  return `${plain === '' ? 'plik' : plain}.${ending}`;
}
