import type { Accounts, Letter } from './accounts.ts';
import { linkMs, makeLink } from './invite.ts';
import { accountKey, addressKey, oneMoreTry } from './limits.ts';
import { langOf } from './signed-in.ts';
import { actorWithEmail, doorkeeper, trace } from './store.ts';
import type { Lang } from '#lang/lang.ts';

/** Three letters to one address of mail, and ten asked for from one address of the network, in a quarter of an hour. */
const lettersAtMost = { account: 3, address: 10 } as const;

/** Sends a link for a new password, where there is an account. The answer is the same where there is none. */
export async function sendPasswordLink(
  accounts: Accounts,
  { email, address, write }: { email: string; address: string; write: (path: string, lang: Lang) => Omit<Letter, 'to'> },
): Promise<{ waitSeconds: number } | null> {
  const at = accounts.now();
  const { secret, sendLetter } = accounts;
  return accounts.db.write(async (tx) => {
    const tries = [
      { key: accountKey(secret, `letter to ${email}`), atMost: lettersAtMost.account },
      { key: addressKey(secret, `letters from ${address}`), atMost: lettersAtMost.address },
    ];
    const limited = await oneMoreTry(tx, tries, at);
    if (limited !== null) return { waitSeconds: limited.waitSeconds };
    const known = await actorWithEmail(tx, email);
    if (sendLetter === null || known?.active !== true) {
      await trace(tx, { at, actorId: await doorkeeper(tx, 'door', at), action: 'password link asked for', about: 'no account' });
      return null;
    }
    const purpose = known.joined ? 'password' : 'invitation';
    const path = await makeLink(tx, { actorId: known.actorId, purpose, madeBy: await doorkeeper(tx, 'door', at), at, forMs: linkMs[purpose] });
    await sendLetter(tx, { to: email.trim().toLowerCase(), ...write(path, langOf(known.lang)) }, at);
    await trace(tx, { at, actorId: known.actorId, action: 'password link asked for' });
    return null;
  });
}
