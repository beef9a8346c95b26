import type { Db } from '#db/handles.ts';
import { forgetAllDoneJobs, nextRunAt, runDueJobs, type Handlers } from '#jobs/index.ts';
import { every } from './every.ts';

/** A job that another process, or a person, has just added is seen within this time. */
const longestPauseMs = 1000;

const dayMs = 24 * 3_600_000;
/** What was done eight weeks ago is of no more interest. */
const keptForMs = 56 * dayMs;

/** Does due jobs until it is stopped. Stopping waits for the job in hand. */
export function startJobs(db: Db, handlers: Handlers, log: (line: string) => void): { stop: () => Promise<void> } {
  const names = Object.keys(handlers);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let complained = false;

  async function work(): Promise<number> {
    const { done, failures } = await runDueJobs(db, handlers, new Date());
    for (const { name, error } of failures) log(`job ${name}: ${error}`);
    complained = false;
    if (done + failures.length > 0) return 0;
    const next = await db.read((reader) => nextRunAt(reader, names));
    return next === null ? longestPauseMs : Math.min(longestPauseMs, Math.max(0, next.getTime() - Date.now()));
  }

  async function turn(): Promise<void> {
    let pause = longestPauseMs;
    try {
      pause = await work();
    } catch (error) {
      // Said once: the database may be away for a while.
      if (!complained && !stopped) log(`jobs: ${error instanceof Error ? error.message : String(error)}`);
      complained = true;
    }
    if (!stopped) timer = setTimeout(begin, pause);
  }

  function begin(): void {
    round = turn();
  }

  begin();
  const forgetting = every(dayMs, 'done jobs', () => db.write((tx) => forgetAllDoneJobs(tx, new Date(Date.now() - keptForMs))), log);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all([round, forgetting.stop()]);
    },
  };
}
