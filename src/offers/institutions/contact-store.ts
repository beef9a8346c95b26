import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { langOf } from './store.ts';

export type ContactSource = 'self' | 'colleague' | 'office';

export type KeptContact = {
  id: string;
  institutionId: string;
  name: string;
  email: string;
  lang: Lang;
  source: ContactSource;
  createdAt: Date;
  consentAt: Date | null;
  confirmedAt: Date | null;
  seenAt: Date | null;
};

const contactRows = (reader: Reader) => reader.selectFrom('contacts').selectAll('contacts');
type ContactRow = Awaited<ReturnType<ReturnType<typeof contactRows>['execute']>>[number];
const sourceOf = (text: string): ContactSource => (text === 'office' || text === 'colleague' ? text : 'self');
const kept = (row: ContactRow): KeptContact => ({ ...row, lang: langOf(row.lang), source: sourceOf(row.source) });

const sameEmail = (email: string) => sql<boolean>`lower(contacts.email) = ${email.toLowerCase()}`;

export async function insertContact(tx: Tx, contact: KeptContact): Promise<void> {
  await tx.insertInto('contacts').values(contact).execute();
}

/** The people of an institution, those who came first first. */
export async function contactsOf(reader: Reader, institutionId: string): Promise<KeptContact[]> {
  return (await contactRows(reader).where('institutionId', '=', institutionId).orderBy('createdAt').orderBy('id').execute()).map(kept);
}

export async function findContact(reader: Reader, institutionId: string, id: string): Promise<KeptContact | undefined> {
  const row = await contactRows(reader).where('institutionId', '=', institutionId).where('id', '=', id).executeTakeFirst();
  return row && kept(row);
}

export async function contactAnywhere(reader: Reader, id: string): Promise<KeptContact | undefined> {
  const row = await contactRows(reader).where('id', '=', id).executeTakeFirst();
  return row && kept(row);
}

export async function contactWithEmail(reader: Reader, institutionId: string, email: string): Promise<KeptContact | undefined> {
  const row = await contactRows(reader).where('institutionId', '=', institutionId).where(sameEmail(email)).executeTakeFirst();
  return row && kept(row);
}

export type KnownContact = KeptContact & { institutionName: string; institutionFolded: string; institutionConfirmed: boolean };

/** Everybody under an address of mail: somebody may work for several institutions. */
export async function contactsWithEmail(reader: Reader, email: string): Promise<KnownContact[]> {
  const rows = await contactRows(reader)
    .innerJoin('institutions', 'institutions.id', 'contacts.institutionId')
    .select(['institutions.name as institutionName', 'institutions.folded as institutionFolded', 'institutions.confirmedAt as institutionConfirmedAt'])
    .where(sameEmail(email))
    .where('institutions.deletedAt', 'is', null)
    .where('institutions.deactivatedAt', 'is', null)
    .orderBy('institutions.folded')
    .orderBy('contacts.id')
    .limit(20)
    .execute();
  return rows.map(({ institutionName, institutionFolded, institutionConfirmedAt, ...row }) => ({
    ...kept(row),
    institutionName: institutionName ?? '',
    institutionFolded: institutionFolded ?? '',
    institutionConfirmed: institutionConfirmedAt !== null,
  }));
}

export async function changeContact(tx: Tx, id: string, given: { name?: string; email?: string; lang?: Lang; consentAt?: Date; confirmedAt?: Date }): Promise<void> {
  await tx.updateTable('contacts').set(given).where('id', '=', id).execute();
}

export async function deleteContact(tx: Tx, institutionId: string, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('contacts').where('id', '=', id).where('institutionId', '=', institutionId).executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}

/** People who were entered, did not come, and were not entered by the office. */
export async function unconfirmedContacts(reader: Reader, before: Date): Promise<KeptContact[]> {
  const rows = await contactRows(reader).where('confirmedAt', 'is', null).where('source', '<>', 'office').where('createdAt', '<', before).execute();
  return rows.map(kept);
}

/** The log of erasures holds ids alone: a database that comes back from an older backup is made to forget again. */
export async function noteErasure(tx: Tx, what: 'contact' | 'institution', subject: string): Promise<void> {
  await tx.insertInto('erasures').values({ id: uuidv7(), what, subject }).execute();
}

export type LinkPurpose = 'confirm' | 'sign-in';
export type KeptLink = { contact: KeptContact; institutionName: string; institutionConfirmed: boolean; purpose: LinkPurpose; state: 'open' | 'used' | 'late' };

/** A contact that is nobody's gets no link; the work is the same. */
export async function addLink(tx: Tx, link: { tokenHash: string; contactId: string; purpose: LinkPurpose; madeAt: Date; expiresAt: Date }): Promise<void> {
  await tx
    .insertInto('contactLinks')
    .columns(['tokenHash', 'contactId', 'purpose', 'madeAt', 'expiresAt'])
    .expression((from) =>
      from
        .selectFrom('contacts')
        .select([
          sql<string>`${link.tokenHash}`.as('tokenHash'),
          'contacts.id as contactId',
          sql<string>`${link.purpose}`.as('purpose'),
          sql<Date>`${link.madeAt}::timestamptz`.as('madeAt'),
          sql<Date>`${link.expiresAt}::timestamptz`.as('expiresAt'),
        ])
        .where('contacts.id', '=', link.contactId),
    )
    .execute();
}

export async function hasLinkSince(reader: Reader, contactId: string, since: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('contactLinks')
    .select('tokenHash')
    .where('contactId', '=', contactId)
    .where('usedAt', 'is', null)
    .where('madeAt', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findLink(reader: Reader, tokenHash: string, now: Date): Promise<KeptLink | undefined> {
  const row = await contactRows(reader)
    .innerJoin('contactLinks', 'contactLinks.contactId', 'contacts.id')
    .innerJoin('institutions', 'institutions.id', 'contacts.institutionId')
    .select(['contactLinks.purpose', 'contactLinks.expiresAt', 'contactLinks.usedAt', 'institutions.name as institutionName', 'institutions.confirmedAt as institutionConfirmedAt'])
    .where('contactLinks.tokenHash', '=', tokenHash)
    .where('institutions.deletedAt', 'is', null)
    .where('institutions.deactivatedAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { purpose, expiresAt, usedAt, institutionName, institutionConfirmedAt, ...contact } = row;
  return {
    contact: kept(contact),
    institutionName: institutionName ?? '',
    institutionConfirmed: institutionConfirmedAt !== null,
    purpose: purpose === 'confirm' ? 'confirm' : 'sign-in',
    state: usedAt !== null ? 'used' : expiresAt <= now ? 'late' : 'open',
  };
}

/** Takes a link, and with it every other that is still open for the same person. Of two who use it at the same time, one finds it used. */
export async function useLink(tx: Tx, tokenHash: string, contactId: string, now: Date): Promise<boolean> {
  const taken = await tx.updateTable('contactLinks').set({ usedAt: now }).where('tokenHash', '=', tokenHash).where('usedAt', 'is', null).executeTakeFirst();
  if (Number(taken.numUpdatedRows) !== 1) return false;
  await tx.updateTable('contactLinks').set({ usedAt: now }).where('contactId', '=', contactId).where('usedAt', 'is', null).execute();
  return true;
}
