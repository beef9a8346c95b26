import type { City } from '#basics/city.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { visitorActor } from '../institutions/store.ts';
import { offerWithId } from './call-store.ts';
import { tellOfMessage } from './letters.ts';
import { insertMessage, markRead } from './paper-store.ts';
import { holdApplication, type Mover } from './store.ts';

export const maxMessage = 5000;

type Writing = { id: string; by: Mover; text: string; onceKey: string; now: Date; city: City; baseUrl: string };

/** Adds to the thread between the office and the institution. A form sent twice writes once. An answer says that what came before was read. */
export async function writeMessage(tx: Tx, { id, by, text, onceKey, now, city, baseUrl }: Writing): Promise<Outcome<null, 'gone' | 'empty' | 'tooLong'>> {
  const held = await holdApplication(tx, id);
  // A draft is the institution's alone: the office does not know of it.
  if (held === undefined || held.erasedAt !== null || (held.sentAt === null && held.state !== 'interest')) return refused('gone');
  const words = text.trim();
  if (words === '') return refused('empty');
  if (words.length > maxMessage) return refused('tooLong');
  const key = `${id}:${by.role}:${onceKey}`;
  const who = by.role === 'applicant' ? { actorId: null, contactId: by.contactId } : { actorId: by.actorId, contactId: null };
  if (!(await insertMessage(tx, { applicationId: id, role: by.role, ...who, text: words, at: now, onceKey: key }))) return done(null);
  await markRead(tx, id, by.role === 'applicant' ? 'coordinator' : 'applicant', now);
  if (by.role === 'coordinator') await tellOfMessage(tx, { application: held, offer: await offerWithId(tx, held.offerId), messageKey: key, now, city, baseUrl });
  const actorId = by.role === 'coordinator' ? by.actorId : await visitorActor(tx, now);
  await insertAudit(tx, { at: now, actorId, action: 'write about application', recordId: held.offerId, about: `application ${id}` });
  return done(null);
}
