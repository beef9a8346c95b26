import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worldNow } from '../../../test/database.ts';
import { storeFor } from '../../../test/world.ts';
import { takeFromFolder } from './folder.ts';

const place = storeFor('empty');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koga-intake-'));
  await place().db.write((tx) => tx.deleteFrom('intakeItems').execute());
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mail = (subject: string): string => `From: a@network.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@network.example>\r\n\r\nDeadline: 1 March 2027\r\n`;

/** Dropped a while ago, unless said otherwise. */
async function drop(name: string, content: string, secondsAgo = 60): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  const at = new Date(worldNow.getTime() - secondsAgo * 1000);
  await utimes(path, at, at);
  return path;
}
const take = (seconds = 0): Promise<number> => takeFromFolder(place().db, folder, new Date(worldNow.getTime() + seconds * 1000));
const subjects = async (): Promise<(string | null)[]> =>
  (await place().db.read((reader) => reader.selectFrom('intakeItems').select('subject').orderBy('subject').execute())).map((row) => row.subject);
const within = async (name: string): Promise<string[]> => (await readdir(join(folder, name))).toSorted();

describe('the watched folder', () => {
  it('gives each mail once and moves it among those that were taken', async () => {
    await drop('one.eml', mail('one'));
    await drop('two.EML', mail('two'));
    await drop('notes.txt', 'nothing');
    expect(await take()).toBe(2);
    expect(await take()).toBe(0);
    expect(await subjects()).toEqual(['one', 'two']);
    expect(await within('taken')).toEqual(['one.eml', 'two.EML']);
    expect(await within('.')).toEqual(['notes.txt', 'refused', 'taken']);
    const trace = await place().db.read((reader) =>
      reader.selectFrom('audit').innerJoin('actors', 'actors.id', 'audit.actorId').select(['action', 'actors.kind', 'actors.rolePl']).execute(),
    );
    expect(trace).toContainEqual({ action: 'take in mail', kind: 'system', rolePl: 'skrzynka ofert' });
  });

  it('makes no second item of a mail that was dropped again, or whose move was cut short, and writes over nothing', async () => {
    await drop('one.eml', mail('one'));
    await take();
    await drop('one.eml', mail('one'));
    await drop('copy.eml', mail('one'));
    await take();
    expect(await subjects()).toEqual(['one']);
    expect(await within('taken')).toEqual(['copy.eml', 'one-1.eml', 'one.eml']);
  });

  it('leaves a file that is still being written until it rests', async () => {
    const path = await drop('half.eml', mail('half').slice(0, 30), 1);
    expect(await take()).toBe(0);
    await appendFile(path, mail('half').slice(30));
    const at = worldNow;
    await utimes(path, at, at);
    expect(await take(5)).toBe(0);
    expect(await take(15)).toBe(1);
    expect(await subjects()).toEqual(['half']);
  });

  it('refuses links, folders, odd names, mails that are too large and what is no mail, each with a line that says why', async () => {
    const outside = join(folder, 'outside.txt');
    await writeFile(outside, mail('secret'));
    await symlink(outside, join(folder, 'link.eml'));
    await mkdir(join(folder, 'folder.eml'));
    await drop('a\u001b[31m\nb.eml', mail('control'));
    await drop('.hidden.eml', mail('hidden'));
    await drop('nothing.eml', 'not a mail at all');
    const large = await drop('large.eml', '');
    await truncate(large, 5 * 1_048_576 + 1);
    await utimes(large, new Date(worldNow.getTime() - 60_000), new Date(worldNow.getTime() - 60_000));
    expect(await take()).toBe(0);
    expect(await subjects()).toEqual([]);
    expect(await within('refused')).toEqual(
      ['.hidden.eml', '.hidden.eml.txt', 'a_[31m_b.eml', 'folder.eml', 'folder.eml.txt', 'large.eml', 'large.eml.txt', 'link.eml', 'link.eml.txt', 'nothing.eml', 'nothing.eml.txt']
        .concat('a_[31m_b.eml.txt')
        .map((name) => name.replace('a_[31m', 'a__31m'))
        .toSorted(),
    );
    expect(await readFile(join(folder, 'refused', 'large.eml.txt'), 'utf8')).toMatch(/^\S+Z The mail is larger than 5 MB\. .+\n$/);
    expect(await readFile(join(folder, 'refused', 'link.eml.txt'), 'utf8')).toContain('no ordinary file');
    expect(await readFile(outside, 'utf8')).toBe(mail('secret'));
  });

  it('takes twenty at a time and comes back for the rest', async () => {
    for (let index = 10; index < 35; index += 1) await drop(`m${index}.eml`, mail(`m${index}`));
    expect(await take()).toBe(20);
    expect(await take()).toBe(5);
  });
});
