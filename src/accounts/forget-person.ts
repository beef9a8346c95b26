import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db, Tx } from '#db/handles.ts';
import { doorkeeper, trace } from './store.ts';

/** Takes away everything that tells who somebody was. What they did stays under their role. Whether there was anything. */
export async function forgetPerson(tx: Tx, actorId: string): Promise<boolean> {
  const account = await sql`delete from accounts."user" where id = ${actorId}`.execute(tx);
  // Letters to them bear the address too, whether they have gone out or wait.
  await sql`delete from mails where lower(recipient) = (select lower(email) from people where actor_id = ${actorId})`.execute(tx);
  const staff = await tx.deleteFrom('staff').where('actorId', '=', actorId).executeTakeFirst();
  const person = await tx.deleteFrom('people').where('actorId', '=', actorId).executeTakeFirst();
  return (account.numAffectedRows ?? 0n) + staff.numDeletedRows + person.numDeletedRows > 0n;
}

/** The log of erasures holds ids alone. */
export async function noteErasure(tx: Tx, actorId: string): Promise<void> {
  await tx.insertInto('erasures').values({ id: uuidv7(), what: 'person', subject: actorId }).execute();
}

/** Forgets somebody who came back with a restored copy of the database. Whether they had come back. */
export const forgetPersonAgain = (db: Db, actorId: string, at: Date): Promise<boolean> =>
  db.write(async (tx) => {
    if (!(await forgetPerson(tx, actorId))) return false;
    await trace(tx, { at, actorId: await doorkeeper(tx, 'operator', at), action: 'erase person', about: actorId });
    return true;
  });
