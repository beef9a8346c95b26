import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { contactsWithEmail, hasLinkSince, insertContact } from './contact-store.ts';
import { foldedName, type Institution, type NewContact } from './institution.ts';
import { sendConfirmation, sendKnown, type Desk } from './letters.ts';
import { limits, oneMoreTry, tryKey } from './limits.ts';
import { makeLink } from './links.ts';
import { insertInstitution, visitorActor } from './store.ts';

/** A form sent twice within this time is one, and makes one letter. */
const sameFormMs = 120_000;

export type Knock = { limitKey: string; network: string };

/**
 * Takes a registration: the institution waits until somebody opens the link in the letter. Whoever asks learns nothing about who is known: a registration that is there
 * already answers the same, and the letter says what is so.
 */
export async function registerInstitution(
  tx: Tx,
  desk: Desk,
  { registration, lang, to, knock }: { registration: Institution & NewContact; lang: Lang; to: string | null; knock: Knock },
): Promise<{ waitSeconds: number } | null> {
  const { contactName, email, ...institution } = registration;
  const { now } = desk;
  const known = await contactsWithEmail(tx, email);
  const same = known.find((one) => one.institutionFolded === foldedName(institution.name));
  if (same !== undefined && (await hasLinkSince(tx, same.id, new Date(now.getTime() - sameFormMs)))) return null;
  const limited = await oneMoreTry(
    tx,
    [
      { key: tryKey(knock.limitKey, 'letter', email), ...limits.letters },
      { key: tryKey(knock.limitKey, 'registration', knock.network), ...limits.registrations },
    ],
    now,
  );
  if (limited !== null) return limited;
  if (same !== undefined) {
    const purpose = same.confirmedAt === null ? 'confirm' : 'sign-in';
    const token = await makeLink(tx, { contactId: same.id, purpose, now });
    const letter = { institution: same.institutionName, token, to };
    await (purpose === 'confirm' ? sendConfirmation(tx, desk, same, letter) : sendKnown(tx, desk, same, letter));
    return null;
  }
  const [institutionId, contactId] = [uuidv7(now.getTime()), uuidv7(now.getTime())];
  await insertInstitution(tx, { ...institution, id: institutionId, source: 'self', createdAt: now, confirmedAt: null });
  await insertContact(tx, { id: contactId, institutionId, name: contactName, email, lang, source: 'self', createdAt: now, consentAt: now, confirmedAt: null, seenAt: null });
  const token = await makeLink(tx, { contactId, purpose: 'confirm', now });
  await sendConfirmation(tx, desk, { id: contactId, email, lang }, { institution: institution.name, token, to });
  await insertAudit(tx, { at: now, actorId: await visitorActor(tx, now), action: 'register institution', about: institutionId });
  return null;
}
