import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { fileTypes, type FileType } from '#register/index.ts';
import { fileWithContent, insertFile, type StoredFile } from './store.ts';

export const maxFileBytes = 10 * 1_048_576;

export type Checked = { content: Buffer; type: FileType; name: string };

const isAdmitted = (type: string): type is FileType => fileTypes.some((one) => one === type);

/** What the bytes say they are decides, never the name or the type that the browser tells. */
export async function checkFile(file: File): Promise<Outcome<Checked, 'empty' | 'tooLarge' | 'type'>> {
  if (file.size === 0) return refused('empty');
  if (file.size > maxFileBytes) return refused('tooLarge');
  const content = Buffer.from(await file.arrayBuffer());
  const found = await fileTypeFromBuffer(content);
  if (found === undefined || !isAdmitted(found.mime)) return refused('type');
  return done({ content, type: found.mime, name: safeName(file.name, found.ext) });
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

export async function keepFile(tx: Tx, { content, type, name }: Checked, by: { actorId: string; now: Date }): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const known = await fileWithContent(tx, sha256);
  if (known !== undefined) return known;
  const file = { id: uuidv7(by.now.getTime()), sha256, name, type, size: content.length };
  await insertFile(tx, { ...file, content, uploadedBy: by.actorId, uploadedAt: by.now });
  await insertAudit(tx, { at: by.now, actorId: by.actorId, action: 'upload file', about: `file ${file.id}` });
  return file;
}
