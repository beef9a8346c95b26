import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';

/** Work that waits for its time. `onceKey` names what must not be done twice: a job with a key that was ever used is not added again. */
export type NewJob = { name: string; payload: unknown; runAt: Date; onceKey?: string };

export async function addJob(tx: Tx, { name, payload, runAt, onceKey }: NewJob): Promise<void> {
  await tx
    .insertInto('jobs')
    .values({ id: uuidv7(), name, payload: JSON.stringify(payload), runAt, onceKey: onceKey ?? null })
    .onConflict((conflict) => conflict.column('onceKey').doNothing())
    .execute();
}

/** Waits until nobody works on the job, and keeps others from taking it up for the rest of the transaction. Answers the time of a job that still waits. */
export async function holdJob(tx: Tx, onceKey: string): Promise<Date | undefined> {
  const job = await tx.selectFrom('jobs').select(['runAt', 'doneAt']).where('onceKey', '=', onceKey).forUpdate().executeTakeFirst();
  return job?.doneAt === null ? job.runAt : undefined;
}

/** Takes a job back that has not been done. */
export async function dropJob(tx: Tx, onceKey: string): Promise<void> {
  await tx.deleteFrom('jobs').where('onceKey', '=', onceKey).where('doneAt', 'is', null).execute();
}

export type WaitingJob = { onceKey: string | null; runAt: Date; attempts: number; givenUp: boolean; lastError: string | null };

/** The jobs of a name that were not done, the earliest first; those that were given up are among them. */
export async function waitingJobs(reader: Reader, name: string): Promise<WaitingJob[]> {
  const rows = await reader
    .selectFrom('jobs')
    .select(['onceKey', 'runAt', 'attempts', 'failedAt', 'lastError'])
    .where('name', '=', name)
    .where('doneAt', 'is', null)
    .orderBy('runAt')
    .orderBy('id')
    .execute();
  return rows.map(({ failedAt, ...row }) => ({ ...row, givenUp: failedAt !== null }));
}

type DueJob = { id: string; name: string; payload: unknown };

/** The job that is due first and that nobody else is at, held until the transaction ends. */
export async function takeDueJob(tx: Tx, names: readonly string[], now: Date): Promise<DueJob | undefined> {
  return tx
    .selectFrom('jobs')
    .select(['id', 'name', 'payload'])
    .where('name', 'in', [...names])
    .where('doneAt', 'is', null)
    .where('failedAt', 'is', null)
    .where('runAt', '<=', now)
    .orderBy('runAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function markDone(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('jobs').set({ doneAt: now, lastError: null }).where('id', '=', id).execute();
}

/** Minutes until the next attempt, by the number of attempts that have failed. After the last of them the job is given up: somebody has to look at it. */
const backOff = [1, 5, 15, 60, 180, 360, 720] as const;
const minute = 60_000;

export async function markFailed(tx: Tx, id: string, { now, error }: { now: Date; error: string }): Promise<void> {
  const job = await tx.selectFrom('jobs').select('attempts').where('id', '=', id).where('doneAt', 'is', null).forUpdate().executeTakeFirst();
  if (!job) return;
  const attempts = job.attempts + 1;
  const pause = backOff[attempts - 1];
  await tx
    .updateTable('jobs')
    .set({ attempts, lastError: error, ...(pause === undefined ? { failedAt: now } : { runAt: new Date(now.getTime() + pause * minute) }) })
    .where('id', '=', id)
    .execute();
}

/** When the next job of these names becomes due; null where none waits. */
export async function nextRunAt(reader: Reader, names: readonly string[]): Promise<Date | null> {
  const row = await reader
    .selectFrom('jobs')
    .select((select) => select.fn.min('runAt').as('at'))
    .where('name', 'in', [...names])
    .where('doneAt', 'is', null)
    .where('failedAt', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Jobs of a name that were done long ago are of no more interest, where each day makes many of them. */
export async function forgetDoneJobs(tx: Tx, name: string, before: Date): Promise<void> {
  await tx.deleteFrom('jobs').where('name', '=', name).where('doneAt', '<', before).execute();
}

/** Whatever was done long ago. A key is free again then: what it stood for is settled. */
export async function forgetAllDoneJobs(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('jobs').where('doneAt', '<', before).execute();
}

export async function countFailedJobs(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('jobs')
    .select((select) => select.fn.countAll().as('count'))
    .where('failedAt', 'is not', null)
    .where('doneAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export type FailedJob = { id: string; name: string; runAt: Date; failedAt: Date | null; attempts: number; lastError: string | null };

/** Jobs that were given up, the latest first. */
export const failedJobs = (reader: Reader, limit: number): Promise<FailedJob[]> =>
  reader
    .selectFrom('jobs')
    .select(['id', 'name', 'runAt', 'failedAt', 'attempts', 'lastError'])
    .where('failedAt', 'is not', null)
    .where('doneAt', 'is', null)
    .orderBy('failedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Sets a job that was given up to be done at once, its attempts counted anew. Whether there was one. */
export async function repeatJob(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('jobs')
    .set({ failedAt: null, attempts: 0, runAt: now, lastError: null })
    .where('id', '=', id)
    .where('failedAt', 'is not', null)
    .where('doneAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Drops a job that was given up. Whether there was one. */
export async function dropFailedJob(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.deleteFrom('jobs').where('id', '=', id).where('failedAt', 'is not', null).where('doneAt', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}
