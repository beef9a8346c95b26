import type { Reader, Tx } from '#db/handles.ts';

export type StoredFile = { id: string; sha256: string; name: string; type: string; size: number };

const columns = ['id', 'sha256', 'name', 'type', 'size'] as const;

export const findFile = (reader: Reader, id: string): Promise<StoredFile | undefined> => reader.selectFrom('files').select(columns).where('id', '=', id).executeTakeFirst();

/** The same bytes are kept once. */
export const fileWithContent = (reader: Reader, sha256: string): Promise<StoredFile | undefined> =>
  reader.selectFrom('files').select(columns).where('sha256', '=', sha256).orderBy('id').limit(1).executeTakeFirst();

export async function contentOf(reader: Reader, id: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const row = await reader.selectFrom('files').select('content').where('id', '=', id).executeTakeFirst();
  return row && Buffer.from(row.content);
}

export async function insertFile(tx: Tx, file: StoredFile & { content: Buffer; uploadedBy: string; uploadedAt: Date }): Promise<void> {
  await tx.insertInto('files').values(file).execute();
}
