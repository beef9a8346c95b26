import { randomUUID } from 'node:crypto';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Score } from './choice.ts';
import type { ApplicationRole } from './state.ts';

export type PaperPurpose = 'answer' | 'endorsement';
export type Paper = { id: string; applicationId: string; purpose: PaperPurpose; field: string | null; name: string; type: string; size: number; at: Date };

const columns = ['id', 'applicationId', 'purpose', 'field', 'name', 'type', 'size', 'at'] as const;
const purposeOf = (text: string): PaperPurpose => (text === 'endorsement' ? 'endorsement' : 'answer');

export async function papersOf(reader: Reader, applicationId: string): Promise<Paper[]> {
  const rows = await reader.selectFrom('applicationFiles').select(columns).where('applicationId', '=', applicationId).orderBy('at').orderBy('id').execute();
  return rows.map((row) => ({ ...row, purpose: purposeOf(row.purpose) }));
}

/** A file of this very application and of no other. */
export async function paperWithContent(reader: Reader, applicationId: string, id: string): Promise<(Paper & { content: Buffer<ArrayBuffer>; sha256: string }) | undefined> {
  const row = await reader
    .selectFrom('applicationFiles')
    .select([...columns, 'content', 'sha256'])
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, purpose: purposeOf(row.purpose), content: Buffer.from(row.content) };
}

type NewPaper = Omit<Paper, 'id'> & { sha256: string; content: Buffer };

/** One file for a question: a new one takes the place of the one before. */
export async function putPaper(tx: Tx, { content, ...paper }: NewPaper): Promise<void> {
  await removePaper(tx, paper);
  await tx
    .insertInto('applicationFiles')
    .values({ ...paper, id: randomUUID(), content })
    .execute();
}

export async function removePaper(tx: Tx, { applicationId, purpose, field }: Pick<Paper, 'applicationId' | 'purpose' | 'field'>): Promise<boolean> {
  const rows = await tx
    .deleteFrom('applicationFiles')
    .where('applicationId', '=', applicationId)
    .where('purpose', '=', purpose)
    .where('field', field === null ? 'is' : '=', field)
    .returning('id')
    .execute();
  return rows.length > 0;
}

export async function deletePapers(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx.deleteFrom('applicationFiles').where('applicationId', 'in', applicationIds).execute();
}

export type Message = { id: string; role: ApplicationRole; name: string | null; text: string; at: Date; readAt: Date | null };

/** The thread, the oldest first. Of institutions only the institution is named. */
export async function messagesOf(reader: Reader, applicationId: string): Promise<Message[]> {
  const rows = await reader
    .selectFrom('applicationMessages')
    .leftJoin('people', 'people.actorId', 'applicationMessages.actorId')
    .select(['applicationMessages.id', 'applicationMessages.role', 'people.name', 'applicationMessages.text', 'applicationMessages.at', 'applicationMessages.readAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('applicationMessages.id')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role === 'applicant' ? 'applicant' : 'coordinator' }));
}

type NewMessage = { applicationId: string; role: 'applicant' | 'coordinator'; actorId: string | null; contactId: string | null; text: string; at: Date; onceKey: string };

/** False where the same form has written it already. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const row = await tx
    .insertInto('applicationMessages')
    .values({ ...message, id: uuidv7(message.at.getTime()) })
    .onConflict((conflict) => conflict.column('onceKey').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What the other side has written counts as read by who answers or says so. */
export async function markRead(tx: Tx, applicationId: string, writtenBy: ApplicationRole, at: Date): Promise<number> {
  const rows = await tx
    .updateTable('applicationMessages')
    .set({ readAt: at })
    .where('applicationId', '=', applicationId)
    .where('role', '=', writtenBy)
    .where('readAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

export type NamedScore = Score & { name: string | null; at: Date };

export async function scoresOf(reader: Reader, applicationId: string): Promise<NamedScore[]> {
  return reader
    .selectFrom('applicationScores')
    .leftJoin('people', 'people.actorId', 'applicationScores.scorerId')
    .select(['scorerId', 'criterion', 'points', 'reason', 'at', 'people.name'])
    .where('applicationId', '=', applicationId)
    .orderBy('scorerId')
    .orderBy('criterion')
    .execute();
}

export async function scoresOfAll(reader: Reader, applicationIds: readonly string[]): Promise<(Score & { applicationId: string })[]> {
  if (applicationIds.length === 0) return [];
  return reader.selectFrom('applicationScores').select(['applicationId', 'scorerId', 'criterion', 'points', 'reason']).where('applicationId', 'in', applicationIds).execute();
}

export async function putScore(tx: Tx, score: Score & { applicationId: string; at: Date }): Promise<void> {
  const { applicationId, scorerId, criterion, ...given } = score;
  await tx
    .insertInto('applicationScores')
    .values({ applicationId, scorerId, criterion, ...given })
    .onConflict((conflict) => conflict.columns(['applicationId', 'scorerId', 'criterion']).doUpdateSet(given))
    .execute();
}
