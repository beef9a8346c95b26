import type { Reader, Tx } from '#db/handles.ts';
import { lasts, type Contact } from './contact.ts';
import { addSession, contactWithSession, deleteSession, deleteSessions } from './session-store.ts';
import { hashOf, newToken } from './token.ts';

/** Who holds a session; null for nobody, for one that has ended, and for people of an institution that was closed. */
export async function contactOf(reader: Reader, sessionToken: string, now: Date): Promise<Contact | null> {
  return (await contactWithSession(reader, hashOf(sessionToken), now)) ?? null;
}

/** Opens a session; the token is for the person's browser alone. */
export async function openSession(tx: Tx, contactId: string, now: Date): Promise<{ token: string; seconds: number }> {
  const token = newToken();
  await addSession(tx, { tokenHash: hashOf(token), contactId, createdAt: now, expiresAt: new Date(now.getTime() + lasts.session) });
  return { token, seconds: lasts.session / 1000 };
}

export const endSession = (tx: Tx, sessionToken: string): Promise<void> => deleteSession(tx, hashOf(sessionToken));

/** Ends the person's sessions wherever they are open. */
export const endAllSessions = (tx: Tx, contactId: string): Promise<void> => deleteSessions(tx, contactId);
