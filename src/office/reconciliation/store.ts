import { z } from 'zod';
import type { Reader, Tx } from '#db/handles.ts';
import { listShape, type Columns, type List } from './list.ts';

/** Where the list comes from; every draft made of a difference names it. */
export const sourceShape = z.object({ url: z.string(), title: z.string(), seenOn: z.string() });
export type ListSource = z.infer<typeof sourceShape>;

export type Reconciliation = {
  id: string;
  about: 'memberships' | 'network';
  /** The network whose members are compared. */
  network: string | null;
  fileName: string;
  list: List;
  source: ListSource;
  /** What somebody has answered for a line: the record that is meant, or that it is none of them. */
  answers: Record<string, string>;
  madeAt: Date;
};

const rowShape = z.object({
  id: z.string(),
  about: z.enum(['memberships', 'network']),
  network: z.string().nullable(),
  fileName: z.string(),
  list: listShape,
  source: sourceShape,
  answers: z.record(z.string(), z.string()),
  madeAt: z.date(),
});

const columns = ['id', 'about', 'network', 'fileName', 'list', 'source', 'answers', 'madeAt'] as const;

export async function findReconciliation(reader: Reader, id: string): Promise<Reconciliation | undefined> {
  const row = await reader.selectFrom('reconciliations').select(columns).where('id', '=', id).executeTakeFirst();
  return row && rowShape.parse(row);
}

export async function holdReconciliation(tx: Tx, id: string): Promise<Reconciliation | undefined> {
  const row = await tx.selectFrom('reconciliations').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && rowShape.parse(row);
}

export async function latestReconciliations(reader: Reader, limit: number) {
  return reader
    .selectFrom('reconciliations')
    .leftJoin('people', 'people.actorId', 'reconciliations.madeBy')
    .select(['reconciliations.id', 'reconciliations.about', 'reconciliations.network', 'reconciliations.fileName', 'reconciliations.madeAt', 'people.name as by'])
    .orderBy('madeAt', 'desc')
    .orderBy('reconciliations.id')
    .limit(limit)
    .execute();
}

/** False where the same form was sent before. */
export async function insertReconciliation(tx: Tx, made: Omit<Reconciliation, 'answers'> & { madeBy: string }): Promise<boolean> {
  const row = await tx
    .insertInto('reconciliations')
    .values({ ...made, list: JSON.stringify(made.list), source: JSON.stringify(made.source) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setAnswers(tx: Tx, id: string, answers: Record<string, string>): Promise<void> {
  await tx
    .updateTable('reconciliations')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute();
}

export async function setColumns(tx: Tx, held: Reconciliation, chosen: Columns): Promise<void> {
  await tx
    .updateTable('reconciliations')
    .set({ list: JSON.stringify({ ...held.list, columns: chosen }) })
    .where('id', '=', held.id)
    .execute();
}

export async function clearOldReconciliations(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('reconciliations').where('madeAt', '<', before).execute();
}

/** The drafts that were made of differences, by difference. */
export async function draftsMade(reader: Reader, id: string): Promise<Map<string, string>> {
  const rows = await reader.selectFrom('reconciliationDrafts').select(['difference', 'draftId']).where('reconciliationId', '=', id).execute();
  return new Map(rows.map(({ difference, draftId }) => [difference, draftId]));
}

export async function insertDraftMade(tx: Tx, made: { reconciliationId: string; difference: string; draftId: string; madeAt: Date }): Promise<void> {
  await tx
    .insertInto('reconciliationDrafts')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
