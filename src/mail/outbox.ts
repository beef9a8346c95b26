import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Sent, Transport } from './mail.ts';
import { bytesOf } from './message.ts';

/** Where no server is set, mails become files: they can be read in the office, or by any mail program. The same mail is the same file. */
export function outboxTransport(given: { folder: string; from: string }): Transport {
  const { folder, from } = given;
  return {
    async send(mail): Promise<Sent> {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = fileOf(folder, mail.id);
        // Beside it first: whoever looks into the folder never finds half a mail.
        await writeFile(`${file}.unfinished`, await bytesOf(mail, from), { mode: 0o600 });
        await rename(`${file}.unfinished`, file);
        return { became: 'sent' };
      } catch (error) {
        return { became: 'later', why: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.eml`);

/** The words of a mail in the folder; null where it is not there any more. */
export async function readOutbox(folder: string, id: string): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  try {
    const mail = await PostalMime.parse(await readFile(fileOf(folder, id)));
    return mail.text ?? '';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Files of mails that were taken back: with the mail its reader's address goes. */
export async function eraseFromOutbox(folder: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (/^[0-9a-f-]{36}$/.test(id)) await rm(fileOf(folder, id), { force: true });
}
