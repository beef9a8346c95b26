import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { contactsOf, contactWithEmail, insertContact } from './contact-store.ts';
import { deleteSessions } from './session-store.ts';
import type { Institution, NewContact } from './institution.ts';
import { findInstitution, insertInstitution, setDeactivated } from './store.ts';

type By = { by: string; now: Date };

/** The office enters an institution that does not do so itself. `id` comes with the form: sent twice, it is one. */
export async function enterInstitution(
  tx: Tx,
  { id, institution, contact, lang, by, now }: By & { id: string; institution: Institution; contact: NewContact | null; lang: Lang },
): Promise<void> {
  if (!(await insertInstitution(tx, { ...institution, id, source: 'office', createdAt: now, confirmedAt: now }))) return;
  await insertAudit(tx, { at: now, actorId: by, action: 'enter institution', about: id });
  if (contact !== null) await enterContact(tx, { institutionId: id, contact, lang, by, now });
}

/** The office enters whom to write to. The person has not said yes to anything, and is asked to when they first sign in. */
export async function enterContact(
  tx: Tx,
  { institutionId, contact, lang, by, now }: By & { institutionId: string; contact: NewContact; lang: Lang },
): Promise<Outcome<{ id: string }, 'known' | 'notFound'>> {
  if ((await findInstitution(tx, institutionId)) === undefined) return refused('notFound');
  const known = await contactWithEmail(tx, institutionId, contact.email);
  // The same form sent twice adds one person.
  if (known !== undefined) return known.name === contact.contactName && known.source === 'office' ? done({ id: known.id }) : refused('known');
  const id = uuidv7(now.getTime());
  await insertContact(tx, {
    id,
    institutionId,
    name: contact.contactName,
    email: contact.email,
    lang,
    source: 'office',
    createdAt: now,
    consentAt: null,
    confirmedAt: null,
    seenAt: null,
  });
  await insertAudit(tx, { at: now, actorId: by, action: 'enter contact', about: institutionId });
  return done({ id });
}

/** Nobody acts for an institution that is switched off; everything is kept, and its sessions end. */
export async function switchInstitution(tx: Tx, { id, active, by, now }: By & { id: string; active: boolean }): Promise<Outcome<null, 'notFound'>> {
  const institution = await findInstitution(tx, id);
  if (institution === undefined) return refused('notFound');
  if (active === (institution.deactivatedAt === null)) return done(null);
  await setDeactivated(tx, id, active ? null : now);
  if (!active) for (const person of await contactsOf(tx, id)) await deleteSessions(tx, person.id);
  await insertAudit(tx, { at: now, actorId: by, action: active ? 'activate institution' : 'deactivate institution', about: id });
  return done(null);
}
