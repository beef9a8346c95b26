import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Feedback } from './feedback.ts';
import { dayMs } from './limits.ts';

/** The keys that hashes of the last day may have been made with, today's first. Whoever sends at the same time waits here. */
export async function keysAt(tx: Tx, now: Date): Promise<[string, ...string[]]> {
  const today = dayOf(now);
  const made = await tx
    .insertInto('feedbackKeys')
    .values({ day: today, key: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ day: today }))
    .returning('key')
    .executeTakeFirstOrThrow();
  const others = await tx.selectFrom('feedbackKeys').select('key').where('day', '<', today).execute();
  return [made.key, ...others.map((row) => row.key)];
}

/** Hashes of senders are kept for a day, keys until the last hash made with them has gone. */
export async function forgetSendersBefore(tx: Tx, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - dayMs);
  await tx.deleteFrom('feedbackSenders').where('at', '<=', yesterday).execute();
  await tx.deleteFrom('feedbackKeys').where('day', '<', dayOf(yesterday)).execute();
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export async function recentSenders(tx: Tx): Promise<{ at: Date; sender: string }[]> {
  return tx.selectFrom('feedbackSenders').select(['at', 'sender']).orderBy('at').execute();
}

export async function rememberSender(tx: Tx, sender: string, now: Date): Promise<void> {
  await tx
    .insertInto('feedbackSenders')
    .values({ id: uuidv7(now.getTime()), at: now, sender })
    .execute();
}

/** The same message, still waiting for an answer. */
export async function findSame(tx: Tx, { path, kind, useful, message }: Feedback): Promise<{ id: string; emails: string[] } | undefined> {
  const row = await tx
    .selectFrom('feedback')
    .select('id')
    .where('state', '=', 'new')
    .where('kind', '=', kind)
    // Written as the index feedback_once has it.
    .where(sql<boolean>`coalesce(path, '') = ${path ?? ''} and coalesce(useful::text, '') = ${useful === null ? '' : String(useful)} and md5(message) = md5(${message})`)
    .executeTakeFirst();
  if (!row) return undefined;
  const contacts = await tx.selectFrom('feedbackContacts').select('email').where('feedbackId', '=', row.id).execute();
  return { id: row.id, emails: contacts.map((contact) => contact.email) };
}

export async function insertFeedback(tx: Tx, { path, lang, kind, useful, message }: Feedback, now: Date): Promise<string> {
  const id = uuidv7(now.getTime());
  await tx.insertInto('feedback').values({ id, at: now, path, lang, kind, useful, message }).execute();
  return id;
}

export async function addContact(tx: Tx, feedbackId: string, email: string): Promise<void> {
  await tx.insertInto('feedbackContacts').values({ feedbackId, email }).execute();
}

export type StoredFeedback = { id: string; at: Date; path: string | null; lang: string; kind: string; useful: boolean | null; message: string; state: string; emails: string[] };

export type FeedbackState = 'new' | 'answered';

/** What has been sent, newest first; in one state or in any. */
export async function listFeedback(reader: Reader, limit: number, state?: FeedbackState): Promise<StoredFeedback[]> {
  const rows = await reader
    .selectFrom('feedback')
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .select(['id', 'at', 'path', 'lang', 'kind', 'useful', 'message', 'state'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const contacts = await reader.selectFrom('feedbackContacts').select(['feedbackId', 'email']).orderBy('email').execute();
  return rows.map((row) => ({ ...row, emails: contacts.filter((contact) => contact.feedbackId === row.id).map((contact) => contact.email) }));
}

export async function countFeedback(reader: Reader, state?: FeedbackState): Promise<number> {
  const row = await reader
    .selectFrom('feedback')
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
