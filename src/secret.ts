import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * What signs cookies and locks up the secrets of code apps. KOGA_SECRET where it is set, which several processes over one database need; else made once
 * and kept beside the data, for the owner's eyes alone. It never stands in the database: who has a copy of that still cannot open a session.
 */
export async function installationSecret({ secret, dataFolder }: Config): Promise<string> {
  if (secret !== null) return secret;
  const path = join(dataFolder, 'secret');
  const kept = await read(path);
  if (kept !== null) return kept;
  await mkdir(dataFolder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // Of two processes that make one at the same time, the first one's counts.
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await read(path);
  if (made === null) throw new Error(`${path} cannot be read`);
  return made;
}

async function read(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
