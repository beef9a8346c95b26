import type { Reader, Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { lasts } from './contact.ts';
import { addLink, changeContact, findLink, useLink, type KeptLink, type LinkPurpose } from './contact-store.ts';
import { openSession } from './sessions.ts';
import { confirmInstitution, visitorActor } from './store.ts';
import { hashOf, newToken } from './token.ts';

/** A link for somebody; the token goes into a letter and is kept nowhere. */
export async function makeLink(tx: Tx, { contactId, purpose, now }: { contactId: string; purpose: LinkPurpose; now: Date }): Promise<string> {
  const token = newToken();
  const ms = purpose === 'confirm' ? lasts.confirmation : lasts.signIn;
  await addLink(tx, { tokenHash: hashOf(token), contactId, purpose, madeAt: now, expiresAt: new Date(now.getTime() + ms) });
  return token;
}

/** What a link opens: it need not be open any more. Undefined where there never was one. */
export const lookAtContactLink = (reader: Reader, token: string, now: Date): Promise<KeptLink | undefined> => findLink(reader, hashOf(token), now);

/** Whether somebody must say yes first: they were entered by others. */
export const asksConsent = ({ contact }: KeptLink): boolean => contact.consentAt === null;

type Taken = { session: { token: string; seconds: number }; became: 'confirmed' | 'joined' | 'signedIn' };

/** Uses a link, once: it confirms what waits for it, and opens a session. Null where it is not open. `name` is how an invited person writes their own. */
export async function takeContactLink(tx: Tx, { token, name, now }: { token: string; name: string | null; now: Date }): Promise<Taken | null> {
  const link = await lookAtContactLink(tx, token, now);
  if (link?.state !== 'open') return null;
  const { contact } = link;
  if (!(await useLink(tx, hashOf(token), contact.id, now))) return null;
  const isNew = contact.confirmedAt === null;
  if (isNew) await changeContact(tx, contact.id, { confirmedAt: now, consentAt: contact.consentAt ?? now, ...(name === null ? {} : { name }) });
  const confirmed = isNew && (await confirmInstitution(tx, contact.institutionId, now));
  const session = await openSession(tx, contact.id, now);
  if (isNew) await insertAudit(tx, { at: now, actorId: await visitorActor(tx, now), action: confirmed ? 'confirm institution' : 'join institution', about: contact.institutionId });
  return { session, became: confirmed ? 'confirmed' : isNew ? 'joined' : 'signedIn' };
}
