import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { contactWithEmail, findContact, hasLinkSince, insertContact, type KeptContact } from './contact-store.ts';
import type { NewContact } from './institution.ts';
import { sendInvitation, type Desk } from './letters.ts';
import { limits, oneMoreTry, tryKey } from './limits.ts';
import { makeLink } from './links.ts';

/** An invitation that is sent twice within this time is one. */
const sameFormMs = 120_000;

type By = { actorId: string; limitKey: string } & ({ source: 'colleague'; contactId: string; name: string } | { source: 'office' });
type Given = { institution: { id: string; name: string }; contact: NewContact; lang: Lang; by: By };

/** Asks somebody to act for an institution too. Until they say yes they are only an address. */
export async function inviteContact(tx: Tx, desk: Desk, { institution, contact, lang, by }: Given): Promise<Outcome<{ id: string }, 'known' | 'tooMany'>> {
  const { now } = desk;
  const known = await contactWithEmail(tx, institution.id, contact.email);
  if (known !== undefined && (known.confirmedAt !== null || !(await hasLinkSince(tx, known.id, new Date(now.getTime() - sameFormMs))))) return refused('known');
  if (known !== undefined) return done({ id: known.id });
  const id = uuidv7(now.getTime());
  const person: KeptContact = {
    id,
    institutionId: institution.id,
    name: contact.contactName,
    email: contact.email,
    lang,
    source: by.source,
    createdAt: now,
    consentAt: null,
    confirmedAt: null,
    seenAt: null,
  };
  if (await isTooMuch(tx, desk, person, by)) return refused('tooMany');
  await insertContact(tx, person);
  await sendLinkTo(tx, desk, { person, institution: institution.name, by });
  return done({ id });
}

/** Sends an invitation once more, with a fresh link. */
export async function inviteAgain(
  tx: Tx,
  desk: Desk,
  { institution, id, by }: { institution: { id: string; name: string }; id: string; by: By },
): Promise<Outcome<null, 'notFound' | 'tooMany'>> {
  const person = await findContact(tx, institution.id, id);
  if (person === undefined || person.confirmedAt !== null) return refused('notFound');
  if (await hasLinkSince(tx, id, new Date(desk.now.getTime() - sameFormMs))) return done(null);
  if (await isTooMuch(tx, desk, person, by)) return refused('tooMany');
  await sendLinkTo(tx, desk, { person, institution: institution.name, by });
  return done(null);
}

async function isTooMuch(tx: Tx, { now }: Desk, person: KeptContact, by: By): Promise<boolean> {
  const letters = { key: tryKey(by.limitKey, 'letter', person.email), ...limits.letters };
  const own = by.source === 'colleague' ? [{ key: tryKey(by.limitKey, 'invitation', by.contactId), ...limits.invitations }] : [];
  return (await oneMoreTry(tx, [letters, ...own], now)) !== null;
}

async function sendLinkTo(tx: Tx, desk: Desk, { person, institution, by }: { person: KeptContact; institution: string; by: By }): Promise<void> {
  const token = await makeLink(tx, { contactId: person.id, purpose: 'confirm', now: desk.now });
  await sendInvitation(tx, desk, person, { institution, token, inviter: by.source === 'colleague' ? by.name : null });
  await insertAudit(tx, { at: desk.now, actorId: by.actorId, action: 'invite to institution', about: person.institutionId });
}
