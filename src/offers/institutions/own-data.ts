import type { Reader } from '#db/handles.ts';
import type { Contact } from './contact.ts';
import { contactsOf } from './contact-store.ts';
import { linksOf, sessionsOf } from './session-store.ts';
import { findInstitution } from './store.ts';

/** Everything held about a person and the institution they act for, to be taken along. */
export async function ownData(reader: Reader, contact: Contact, now: Date): Promise<Record<string, unknown>> {
  const [institution, people] = [await findInstitution(reader, contact.institutionId), await contactsOf(reader, contact.institutionId)];
  const self = people.find((one) => one.id === contact.contactId);
  return {
    person: self && {
      name: self.name,
      email: self.email,
      lang: self.lang,
      enteredBy: self.source,
      enteredAt: self.createdAt,
      consentAt: self.consentAt,
      confirmedAt: self.confirmedAt,
      lastSignInAt: self.seenAt,
      sessions: await sessionsOf(reader, contact.contactId, now),
      links: await linksOf(reader, contact.contactId),
    },
    institution: institution && {
      name: institution.name,
      kind: institution.kind,
      themes: institution.themes,
      description: institution.description,
      url: institution.url,
      address: institution.address,
      enteredBy: institution.source,
      enteredAt: institution.createdAt,
      confirmedAt: institution.confirmedAt,
      people: people.filter((one) => one.id !== contact.contactId).map(({ name, email, confirmedAt }) => ({ name, email, confirmedAt })),
    },
  };
}
