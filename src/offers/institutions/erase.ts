import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { erasers } from '../erasing.ts';
import { contactAnywhere, contactsOf, deleteContact, findContact, noteErasure, type KeptContact } from './contact-store.ts';
import { sendFarewell, takeBackLetters, type Desk } from './letters.ts';
import { eraseInstitutionRow, findInstitution, visitorActor } from './store.ts';

/** Somebody of the office; null for the institution's own people. */
type By = string | null;
const actorFor = async (tx: Tx, by: By, now: Date): Promise<string> => by ?? visitorActor(tx, now);

/** The ids of letters that went too: where they lie as files, these go as well. */
type Gone = { mails: string[] };

/** Erases a person: name, address, links, sessions, letters. Whoever did not do it themselves is told in a last letter. */
export async function eraseContact(
  tx: Tx,
  desk: Desk,
  { institutionId, contactId, by, tell }: { institutionId: string; contactId: string; by: By; tell: boolean },
): Promise<Outcome<Gone, 'notFound'>> {
  const person = await findContact(tx, institutionId, contactId);
  const institution = await findInstitution(tx, institutionId);
  if (person === undefined || institution === undefined) return refused('notFound');
  const mails = await forgetContact(tx, person, desk.now);
  await noteErasure(tx, 'contact', contactId);
  if (tell && person.confirmedAt !== null) await sendFarewell(tx, desk, person, { institution: institution.name, what: 'removed' });
  await insertAudit(tx, { at: desk.now, actorId: await actorFor(tx, by, desk.now), action: 'erase contact', about: institutionId });
  return done({ mails });
}

/** Erases an institution with all its people; its kind and themes stay for the figures. Each person is told in a last letter. */
export async function eraseInstitution(tx: Tx, desk: Desk, { institutionId, by }: { institutionId: string; by: By }): Promise<Outcome<Gone, 'notFound'>> {
  const institution = await findInstitution(tx, institutionId);
  if (institution === undefined) return refused('notFound');
  const people = await contactsOf(tx, institutionId);
  const mails = await forgetInstitution(tx, { id: institutionId, people }, desk.now);
  await noteErasure(tx, 'institution', institutionId);
  for (const person of people.filter((one) => one.confirmedAt !== null)) await sendFarewell(tx, desk, person, { institution: institution.name, what: 'erased' });
  await insertAudit(tx, { at: desk.now, actorId: await actorFor(tx, by, desk.now), action: 'erase institution', about: institutionId });
  return done({ mails });
}

async function forgetContact(tx: Tx, person: KeptContact, now: Date): Promise<string[]> {
  for (const erase of erasers) await erase(tx, { institutionId: person.institutionId, contactId: person.id }, now);
  const mails = await takeBackLetters(tx, person);
  await deleteContact(tx, person.institutionId, person.id);
  return mails;
}

async function forgetInstitution(tx: Tx, { id, people }: { id: string; people: readonly KeptContact[] }, now: Date): Promise<string[]> {
  for (const erase of erasers) await erase(tx, { institutionId: id, contactId: null }, now);
  const mails: string[] = [];
  for (const person of people) mails.push(...(await takeBackLetters(tx, person)));
  await eraseInstitutionRow(tx, id, now);
  return mails;
}

/** Erases once more who came back with a restored copy of the database: nobody is written to. Whether they had come back. */
export function eraseContactAgain(db: Db, contactId: string, now: Date): Promise<boolean> {
  return db.write(async (tx) => {
    const person = await contactAnywhere(tx, contactId);
    if (person === undefined) return false;
    await forgetContact(tx, person, now);
    return true;
  });
}

/** The same for an institution with all its people. */
export function eraseInstitutionAgain(db: Db, institutionId: string, now: Date): Promise<boolean> {
  return db.write(async (tx) => {
    if ((await findInstitution(tx, institutionId)) === undefined) return false;
    await forgetInstitution(tx, { id: institutionId, people: await contactsOf(tx, institutionId) }, now);
    return true;
  });
}
