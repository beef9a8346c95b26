import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { contactsWithEmail } from './contact-store.ts';
import { sendWaysIn, type Desk } from './letters.ts';
import { limits, oneMoreTry, tryKey } from './limits.ts';
import { makeLink } from './links.ts';
import type { Knock } from './register.ts';

/**
 * Sends a letter with a way in: to sign in, or to confirm what is not confirmed yet. An address that nobody is known under gets a letter that says so: the page answers
 * the same, and the work is the same.
 */
export async function sendWayIn(
  tx: Tx,
  desk: Desk,
  { email, lang, to, knock }: { email: string; lang: Lang; to: string | null; knock: Knock },
): Promise<{ waitSeconds: number } | null> {
  const limited = await oneMoreTry(
    tx,
    [
      { key: tryKey(knock.limitKey, 'letter', email), ...limits.letters },
      { key: tryKey(knock.limitKey, 'network', knock.network), ...limits.network },
    ],
    desk.now,
  );
  if (limited !== null) return limited;
  const known = await contactsWithEmail(tx, email);
  const asked = known.map((one) => ({ contactId: one.id, institution: one.institutionName, purpose: one.confirmedAt === null ? ('confirm' as const) : ('sign-in' as const) }));
  const nobody = { contactId: uuidv7(desk.now.getTime()), institution: '', purpose: 'sign-in' as const };
  const ways = [];
  for (const one of asked.length === 0 ? [nobody] : asked) ways.push({ ...one, token: await makeLink(tx, { ...one, now: desk.now }) });
  await sendWaysIn(tx, desk, { email, lang: known[0]?.lang ?? lang, ways: asked.length === 0 ? [] : ways, to });
  return null;
}
