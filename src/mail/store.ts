import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { heldForMs } from './back-off.ts';
import { mailShape, type NewMail, type Outgoing } from './mail.ts';

/** Puts a mail among those that wait: it goes out after this transaction, or not at all. */
export const enqueueMail = (tx: Tx, mail: NewMail, now: Date): Promise<void> => enqueueMails(tx, [mail], now);

/** Many at once, in one statement: some hundreds at most. */
export async function enqueueMails(tx: Tx, mails: readonly NewMail[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => {
    const { to, onceKey, headers, ...rest } = mailShape.parse(mail);
    return {
      id: uuidv7(now.getTime()),
      messageId: randomUUID(),
      onceKey: onceKey ?? null,
      recipient: to,
      subject: rest.subject,
      textBody: rest.text,
      htmlBody: rest.html,
      headers: JSON.stringify(headers),
      bulk: rest.bulk,
      createdAt: now,
      nextTryAt: now,
    };
  });
  await tx
    .insertInto('mails')
    .values(rows)
    .onConflict((conflict) => conflict.column('onceKey').doNothing())
    .execute();
}

const headersShape = z.record(z.string(), z.string());

export type Taken = Outgoing & { rowId: string; attempts: number; createdAt: Date };

/**
 * Takes the mail that is due first and that nobody else is at. The attempt is counted and the next one set before anything is
 * sent: a process that ends in the middle leaves one mail whose fate is unknown, and only that one is sent again.
 */
export async function takeDueMail(tx: Tx, now: Date): Promise<Taken | undefined> {
  const due = await tx
    .selectFrom('mails')
    .selectAll()
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('nextTryAt', '<=', now)
    .orderBy('bulk')
    .orderBy('nextTryAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return undefined;
  const attempts = due.attempts + 1;
  await tx
    .updateTable('mails')
    .set({ attempts, nextTryAt: new Date(now.getTime() + heldForMs) })
    .where('id', '=', due.id)
    .execute();
  return {
    rowId: due.id,
    id: due.messageId,
    to: due.recipient,
    subject: due.subject,
    text: due.textBody,
    html: due.htmlBody,
    headers: headersShape.parse(due.headers),
    attempts,
    createdAt: due.createdAt,
  };
}

/** What was sent is kept without its words and headers: links that let somebody in must not lie about. */
export async function markSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('mails').set({ sentAt: at, textBody: '', htmlBody: '', headers: '{}', lastError: null }).where('id', '=', id).execute();
}

export async function markUnsent(tx: Tx, id: string, given: { why: string; next: Date | null; at: Date }): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ lastError: given.why, ...(given.next === null ? { givenUpAt: given.at } : { nextTryAt: given.next }) })
    .where('id', '=', id)
    .execute();
}

/** Whether a mail may be tried at once: it was given up, or waits for longer than any attempt takes. */
export const mayTryAgain = (mail: { sentAt: Date | null; givenUpAt: Date | null; nextTryAt: Date }, now: Date): boolean =>
  mail.sentAt === null && (mail.givenUpAt !== null || mail.nextTryAt.getTime() > now.getTime() + heldForMs);

/** Sets a mail that was given up, or that waits for long, to be tried at once. One that may be under way just now is left alone, or it would go twice. Whether there was one. */
export async function tryAgain(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('mails')
    // Its days are counted anew.
    .set({ givenUpAt: null, attempts: 0, nextTryAt: now, createdAt: now })
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where((where) => where.or([where('givenUpAt', 'is not', null), where('nextTryAt', '>', new Date(now.getTime() + heldForMs))]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Mails that were sent or given up long ago are forgotten, and so are the addresses in them. */
export async function forgetMailsBefore(tx: Tx, before: Date): Promise<void> {
  await tx
    .deleteFrom('mails')
    .where((where) => where.or([where('sentAt', '<', before), where('givenUpAt', '<', before)]))
    .execute();
}

/** Which of the mails with these keys have not gone out yet. */
export async function whichWait(reader: Reader, onceKeys: readonly string[]): Promise<string[]> {
  if (onceKeys.length === 0) return [];
  const rows = await reader
    .selectFrom('mails')
    .select('onceKey')
    .where(sql<boolean>`once_key = any(${[...onceKeys]}::text[])`)
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .execute();
  return rows.flatMap((row) => row.onceKey ?? []);
}

/** Takes back mails to an address, whether they have gone out or not, and with them the address. Answers their ids, by which files in the outbox are named. */
export async function eraseMails(tx: Tx, given: { to: string; keyBegins: string } | { onceKeys: readonly string[] }): Promise<string[]> {
  const all = tx.deleteFrom('mails').returning('messageId');
  const rows = await (
    'to' in given
      ? all.where(sql<boolean>`lower(recipient) = ${given.to.toLowerCase()} and starts_with(once_key, ${given.keyBegins})`)
      : all.where(sql<boolean>`once_key = any(${[...given.onceKeys]}::text[])`)
  ).execute();
  return rows.map((row) => row.messageId);
}

export const mailStates = ['waiting', 'failed', 'sent'] as const;
export type MailState = (typeof mailStates)[number];
export type ListedMail = {
  id: string;
  messageId: string;
  to: string;
  subject: string;
  createdAt: Date;
  attempts: number;
  nextTryAt: Date;
  sentAt: Date | null;
  givenUpAt: Date | null;
  lastError: string | null;
};

const inState = (reader: Reader, state: MailState) =>
  reader
    .selectFrom('mails')
    .$if(state === 'sent', (query) => query.where('sentAt', 'is not', null))
    .$if(state === 'failed', (query) => query.where('givenUpAt', 'is not', null))
    .$if(state === 'waiting', (query) => query.where('sentAt', 'is', null).where('givenUpAt', 'is', null));

/** Mails in a state, the newest first. */
export async function listMails(reader: Reader, state: MailState, limit: number): Promise<ListedMail[]> {
  const rows = await inState(reader, state)
    .select(['id', 'messageId', 'recipient', 'subject', 'createdAt', 'attempts', 'nextTryAt', 'sentAt', 'givenUpAt', 'lastError'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ recipient, ...row }) => ({ ...row, to: recipient }));
}

export async function findMail(reader: Reader, id: string): Promise<ListedMail | undefined> {
  const row = await reader
    .selectFrom('mails')
    .select(['id', 'messageId', 'recipient', 'subject', 'createdAt', 'attempts', 'nextTryAt', 'sentAt', 'givenUpAt', 'lastError'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { recipient, ...rest } = row;
  return { ...rest, to: recipient };
}

export async function countMails(reader: Reader): Promise<Record<MailState, number>> {
  const count = async (state: MailState): Promise<number> => {
    const row = await inState(reader, state)
      .select((select) => select.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return { waiting: await count('waiting'), failed: await count('failed'), sent: await count('sent') };
}
