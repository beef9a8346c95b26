import { sql } from 'kysely';
import type { Reader, Tx } from '#db/handles.ts';
import type { Contact } from './contact.ts';
import { langOf } from './store.ts';

export async function contactWithSession(reader: Reader, tokenHash: string, now: Date): Promise<Contact | undefined> {
  const row = await reader
    .selectFrom('contactSessions')
    .innerJoin('contacts', 'contacts.id', 'contactSessions.contactId')
    .innerJoin('institutions', 'institutions.id', 'contacts.institutionId')
    .select(['contacts.id', 'contacts.institutionId', 'institutions.name as institutionName', 'contacts.name', 'contacts.email', 'contacts.lang'])
    .where('contactSessions.tokenHash', '=', tokenHash)
    .where('contactSessions.expiresAt', '>', now)
    .where('institutions.deletedAt', 'is', null)
    .where('institutions.deactivatedAt', 'is', null)
    .executeTakeFirst();
  return row && { contactId: row.id, institutionId: row.institutionId, institutionName: row.institutionName ?? '', name: row.name, email: row.email, lang: langOf(row.lang) };
}

export async function addSession(tx: Tx, session: { tokenHash: string; contactId: string; createdAt: Date; expiresAt: Date }): Promise<void> {
  await tx.insertInto('contactSessions').values(session).execute();
  await tx.updateTable('contacts').set({ seenAt: session.createdAt }).where('id', '=', session.contactId).execute();
}

export async function sessionsOf(reader: Reader, contactId: string, now: Date): Promise<{ createdAt: Date; expiresAt: Date }[]> {
  return reader.selectFrom('contactSessions').select(['createdAt', 'expiresAt']).where('contactId', '=', contactId).where('expiresAt', '>', now).orderBy('createdAt').execute();
}

export async function linksOf(reader: Reader, contactId: string): Promise<{ purpose: string; madeAt: Date; expiresAt: Date; usedAt: Date | null }[]> {
  return reader.selectFrom('contactLinks').select(['purpose', 'madeAt', 'expiresAt', 'usedAt']).where('contactId', '=', contactId).orderBy('madeAt').execute();
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('contactSessions').where('tokenHash', '=', tokenHash).execute();
}

export async function deleteSessions(tx: Tx, contactId: string): Promise<void> {
  await tx.deleteFrom('contactSessions').where('contactId', '=', contactId).execute();
}

/** Sessions that have ended, and links nobody can use any more. A link is remembered a while longer, so that a late use is answered plainly. */
export async function deleteEnded(tx: Tx, now: Date, linksBefore: Date): Promise<void> {
  await tx.deleteFrom('contactSessions').where('expiresAt', '<=', now).execute();
  await tx.deleteFrom('contactLinks').where('expiresAt', '<=', linksBefore).execute();
}

/** One more, or the first after the window has passed. The row is locked to the end of the transaction. */
export async function addTry(tx: Tx, key: string, now: Date, windowMs: number): Promise<{ count: number; since: Date }> {
  const begins = new Date(now.getTime() - windowMs);
  return tx
    .insertInto('contactTries')
    .values({ key, since: now, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when contact_tries.since <= ${begins} then 1 else contact_tries.count + 1 end`,
        since: sql<Date>`case when contact_tries.since <= ${begins} then excluded.since else contact_tries.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
}

export async function forgetTriesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('contactTries').where('since', '<=', before).execute();
}
