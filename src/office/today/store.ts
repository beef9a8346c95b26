import { day, type Day } from '#basics/day.ts';
import type { Reader, Tx } from '#db/handles.ts';

export type Note = { key: string; dueOn: string | null; until: Day | null; reason: string; by: string | null };

/** Everything that was said about tasks, by key, with the name of who said it while it is kept. */
export async function notes(reader: Reader): Promise<Map<string, Note>> {
  const rows = await reader
    .selectFrom('taskNotes')
    .leftJoin('people', 'people.actorId', 'taskNotes.byId')
    .select(['taskNotes.key', 'taskNotes.dueOn', 'taskNotes.until', 'taskNotes.reason', 'people.name'])
    .execute();
  return new Map(rows.map(({ name, until, ...row }) => [row.key, { ...row, until: until === null ? null : day(until), by: name }]));
}

export async function keepNote(tx: Tx, note: { key: string; dueOn: string | null; until: Day | null; reason: string; byId: string; at: Date }): Promise<void> {
  await tx
    .insertInto('taskNotes')
    .values(note)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(note))
    .execute();
}

/** Whether there was one. */
export async function dropNote(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.deleteFrom('taskNotes').where('key', '=', key).returning('key').executeTakeFirst();
  return row !== undefined;
}
