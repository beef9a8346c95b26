import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { forgetPersonAgain } from '#accounts/index.ts';
import type { Db } from '#db/handles.ts';
import { eraseContactAgain, eraseInstitutionAgain, eraseSubscriberAgain } from '#offers/index.ts';
import type { Config } from './config.ts';
import { eraseContacts } from './feedback/index.ts';

/**
 * What was erased, once more beside the database: one line of JSON each, `{"id","at","what","subject"}`, ids alone. A database that comes back from an older
 * backup does not know of erasures made since; this file does, so it is kept apart from backups and outlives them.
 */
export const erasureLog = (config: Pick<Config, 'dataFolder'>): string => join(config.dataFolder, 'erasures.ndjson');

const lineShape = z.object({ id: z.uuid(), at: z.iso.datetime(), what: z.string(), subject: z.uuid() });
type Erasure = z.infer<typeof lineShape>;

/** What the file says; a line that a power cut left unfinished is passed over, for it is written again. */
export async function readErasures(file: string): Promise<Erasure[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line) => {
    const read = lineShape.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Adds to the file what the database has and the file has not. */
export async function keepErasures(db: Db, file: string): Promise<number> {
  const rows = await db.read((reader) => reader.selectFrom('erasures').selectAll().orderBy('at').orderBy('id').execute());
  if (rows.length === 0) return 0;
  const kept = new Set((await readErasures(file)).map(({ id }) => id));
  const missing = rows.filter(({ id }) => !kept.has(id));
  const lines = missing.map(({ id, at, what, subject }) => JSON.stringify({ id, at: at.toISOString(), what, subject } satisfies Erasure));
  // A line break first: the file may end in the middle of a line.
  if (lines.length > 0) await appendFile(file, `\n${lines.join('\n')}\n`, { mode: 0o600 });
  return missing.length;
}

/** Erases again what the file names and the database still has, and notes in the database what was erased before. */
export async function eraseAgain(db: Db, file: string, now: Date): Promise<{ named: number; erased: number; unknown: string[] }> {
  const erasures = await readErasures(file);
  let erased = 0;
  const unknown = new Set<string>();
  for (const one of erasures) {
    const again = await oneAgain(db, one, now);
    if (again === null) unknown.add(one.what);
    else if (again) erased += 1;
    await db.write((tx) =>
      tx
        .insertInto('erasures')
        .values(one)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  }
  return { named: erasures.length, erased, unknown: [...unknown] };
}

function oneAgain(db: Db, { what, subject }: Erasure, now: Date): Promise<boolean | null> {
  if (what === 'person') return forgetPersonAgain(db, subject, now);
  if (what === 'contact') return eraseContactAgain(db, subject, now);
  if (what === 'subscriber') return eraseSubscriberAgain(db, subject);
  if (what === 'institution') return eraseInstitutionAgain(db, subject, now);
  if (what === 'remark-contact') return db.write((tx) => eraseContacts(tx, subject));
  return Promise.resolve(null);
}
