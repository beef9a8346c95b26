import type { Db } from '#db/handles.ts';
import { deleteContact, unconfirmedContacts } from './contact-store.ts';
import { deleteEnded, forgetTriesBefore } from './session-store.ts';
import { lasts } from './contact.ts';
import { takeBackLetters } from './letters.ts';
import { longestMs } from './limits.ts';
import { deleteUnconfirmed } from './store.ts';

const dayMs = 86_400_000;
/** So long a link can still say why it does not work. */
const linkRememberedMs = 30 * dayMs;

/**
 * What has had its day: tries that no longer count, sessions and links that have ended, registrations and invitations that nobody took up. Answers the ids of mails
 * that went with them.
 */
export function forgetContacts(db: Db, now: Date): Promise<string[]> {
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  return db.write(async (tx) => {
    await forgetTriesBefore(tx, ago(longestMs));
    await deleteEnded(tx, now, ago(linkRememberedMs));
    const mails: string[] = [];
    // A letter may have waited for days, and a later one may have been asked for.
    for (const person of await unconfirmedContacts(tx, ago(2 * lasts.confirmation))) {
      mails.push(...(await takeBackLetters(tx, person)));
      await deleteContact(tx, person.institutionId, person.id);
    }
    await deleteUnconfirmed(tx, ago(2 * lasts.confirmation));
    return mails;
  });
}
