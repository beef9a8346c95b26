import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#db/handles.ts';
import { officeIntake as en } from '#lang/en/office-intake.ts';
import { officeIntake as pl } from '#lang/pl/office-intake.ts';
import { mailBytesAtMost, readMail, type MailRefusal } from './mail.ts';
import { mailboxActor } from './store.ts';
import { takeIn } from './take-in.ts';

/** Not more at once, so that a folder with a whole mailbox in it does not hold up the other work. */
const mostAtOnce = 20;
/** A file that was written to a moment ago may still grow. */
const settlesMs = 10_000;
/** A name that can be typed, shown and moved without surprises. */
const goodName = /^[\p{L}\p{N}][\p{L}\p{N} ._@+,=()-]{0,180}\.eml$/iu;

type FolderRefusal = MailRefusal | 'name' | 'notAFile';
/** Whoever looks after the folder reads one language or the other. */
const why = (refusal: FolderRefusal): string => `${en.folder[refusal]} ${pl.folder[refusal]}`;

/**
 * Takes mails from a folder, each once: read, then moved to `taken` or to `refused` with a line that says why. The same mail dropped again, or one whose move
 * was cut short, makes no second item. How many were taken.
 */
export async function takeFromFolder(db: Db, folder: string, now: Date): Promise<number> {
  for (const name of ['taken', 'refused']) await mkdir(join(folder, name), { recursive: true });
  const names = (await readdir(folder)).filter((name) => /\.eml$/i.test(name)).toSorted();
  let taken = 0;
  let looked = 0;
  for (const name of names) {
    if (looked === mostAtOnce) break;
    const result = await takeFile(db, { folder, name, now });
    if (result !== 'later') looked += 1;
    if (result === 'taken') taken += 1;
  }
  return taken;
}

type Place = { folder: string; name: string; now: Date };

async function takeFile(db: Db, place: Place): Promise<'taken' | 'refused' | 'later'> {
  const { folder, name, now } = place;
  const path = join(folder, name);
  const found = await lstat(path).catch(() => null);
  if (found === null) return 'later';
  // Moving a link moves the link and touches nothing that it points to.
  if (!found.isFile()) return refuse(place, 'notAFile');
  if (!goodName.test(name)) return refuse(place, 'name');
  if (now.getTime() - found.mtimeMs < settlesMs) return 'later';
  if (found.size > mailBytesAtMost) return refuse(place, 'tooLarge');
  const bytes = await bytesOf(path, found);
  if (bytes === 'changed') return 'later';
  if (bytes === 'notAFile') return refuse(place, 'notAFile');
  const read = await readMail(bytes);
  if (!read.ok) return refuse(place, read.refusal);
  await db.write(async (tx) => takeIn(tx, { letter: read.value, via: 'folder', url: null, actorId: await mailboxActor(tx, now), now }));
  await rename(path, await freeName(join(folder, 'taken'), name));
  return 'taken';
}

/** Opened without following a link, and read only while it is the very file that was looked at, of the same size. */
async function bytesOf(path: string, seen: { ino: number; dev: number; size: number; mtimeMs: number }): Promise<Uint8Array | 'changed' | 'notAFile'> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (file === null) return 'notAFile';
  try {
    const before = await file.stat();
    if (before.ino !== seen.ino || before.dev !== seen.dev || !before.isFile()) return 'changed';
    const bytes = new Uint8Array(seen.size);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    const after = await file.stat();
    return at !== seen.size || after.size !== seen.size || after.mtimeMs !== seen.mtimeMs ? 'changed' : bytes;
  } finally {
    await file.close();
  }
}

async function refuse({ folder, name, now }: Place, refusal: FolderRefusal): Promise<'refused'> {
  const plain = name.replace(/[^\p{L}\p{N} ._@+,=()-]/gu, '_').slice(0, 180);
  const target = await freeName(join(folder, 'refused'), plain);
  await rename(join(folder, name), target);
  await writeFile(`${target}.txt`, `${now.toISOString()} ${why(refusal)}\n`, { flag: 'wx' }).catch(() => undefined);
  return 'refused';
}

/** A name that nothing in the folder has yet: nothing is written over. */
async function freeName(folder: string, name: string): Promise<string> {
  const [stem, end] = /^(.*?)(\.[^.]*)?$/s.exec(name)?.slice(1) ?? [];
  for (let count = 0; ; count += 1) {
    const path = join(folder, count === 0 ? name : `${stem ?? name}-${count}${end ?? ''}`);
    if ((await lstat(path).catch(() => null)) === null) return path;
  }
}
