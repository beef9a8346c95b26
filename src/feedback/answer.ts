import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';

/** Marks a message as answered and forgets the address it came with: it was given for the answer and for nothing else. Whether it was still waiting. */
export async function markAnswered(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.updateTable('feedback').set({ state: 'answered' }).where('id', '=', id).where('state', '=', 'new').returning('id').executeTakeFirst();
  if (row === undefined) return false;
  await eraseContacts(tx, id);
  return true;
}

/** Forgets the addresses that came with a message. Whether there were any. */
export async function eraseContacts(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.deleteFrom('feedbackContacts').where('feedbackId', '=', id).returning('email').execute();
  if (rows.length === 0) return false;
  await tx.insertInto('erasures').values({ id: uuidv7(), what: 'remark-contact', subject: id }).execute();
  return true;
}
