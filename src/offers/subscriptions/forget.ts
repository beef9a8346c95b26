import type { Db } from '#db/handles.ts';
import { eraseMails } from '#mail/index.ts';
import { triesCountMs } from './limits.ts';
import { mailKey } from './mail-keys.ts';
import { deleteRequests, deleteTries, emptyRequests } from './store.ts';

const dayMs = 24 * 3_600_000;
/** So long a link can still say why it does not work. Nothing personal is kept for it. */
const linkRememberedMs = 90 * dayMs;

/** Addresses that nobody confirmed go with the end of their link, and with them the mails that were sent there. Answers these mails' ids. */
export function forgetUnconfirmed(db: Db, now: Date): Promise<string[]> {
  return db.write(async (tx) => {
    const emptied = await emptyRequests(tx, now);
    await deleteRequests(tx, { before: new Date(now.getTime() - linkRememberedMs) });
    await deleteTries(tx, { before: new Date(now.getTime() - triesCountMs) });
    return eraseMails(tx, { onceKeys: emptied.map(mailKey.confirmation) });
  });
}
