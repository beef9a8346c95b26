import type { Db, Tx } from '#db/handles.ts';
import { markDone, markFailed, takeDueJob } from './store.ts';

/** Does one kind of job. What it writes and that the job is done are one transaction: it happens once, or it has not happened. */
export type Handler = (tx: Tx, payload: unknown, now: Date) => Promise<void>;
export type Handlers = Readonly<Record<string, Handler>>;

export type Ran = { done: number; failures: { name: string; error: string }[] };

/** Does what is due, one job at a time, each in its own transaction. Any number of processes may do so at once. */
export async function runDueJobs(db: Db, handlers: Handlers, now: Date, atMost = 20): Promise<Ran> {
  const ran: Ran = { done: 0, failures: [] };
  const names = Object.keys(handlers);
  while (names.length > 0 && ran.done + ran.failures.length < atMost) {
    const taken = await runOne(db, handlers, names, now);
    if (taken === 'none') break;
    if (taken === 'done') ran.done += 1;
    else ran.failures.push(taken);
  }
  return ran;
}

async function runOne(db: Db, handlers: Handlers, names: readonly string[], now: Date): Promise<'none' | 'done' | Ran['failures'][number]> {
  let taken: { id: string; name: string } | undefined;
  try {
    return await db.write(async (tx) => {
      taken = undefined;
      const job = await takeDueJob(tx, names, now);
      if (job === undefined) return 'none';
      taken = job;
      const handler = handlers[job.name];
      if (handler === undefined) throw new Error(`nobody knows how to do ${job.name}`);
      await handler(tx, job.payload, now);
      await markDone(tx, job.id, now);
      return 'done';
    });
  } catch (error) {
    // Without a job it was the database that failed, and the loop has to know.
    if (taken === undefined) throw error;
    const { id, name } = taken;
    const words = inWords(error);
    await db.write((tx) => markFailed(tx, id, { now, error: words }));
    return { name, error: words };
  }
}

const longestError = 300;

/** The first line, without what an address may carry: names and passwords of servers stand there. */
function inWords(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ''] = text.split('\n');
  return line
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)\S+/gi, '$1…')
    .replace(/\b(pass\w*|secret|token|key|authorization)\b\s*[=:]\s*\S+/gi, '$1=…')
    .slice(0, longestError);
}
