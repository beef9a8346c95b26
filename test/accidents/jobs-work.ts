import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Db } from '#db/handles.ts';
import type { Handlers } from '#jobs/index.ts';
import { publishJob } from '../../src/office/queue/decide.ts';
import { publishAtItsTime } from '../../src/office/queue/scheduled-job.ts';
import { kinds } from '../../src/kinds.ts';
import { startJobs } from '../../src/run-jobs.ts';
import type { Said } from './said.ts';

const payloadShape = z.object({ revisionId: z.uuid() });

/** So long the work stays between its last statement and the commit, that an accident finds it there. */
export const lingerMs = 60;

/** The loop of the service, which tells when it has taken a job up. */
export async function doJobsWithoutEnd(db: Db, say: (said: Said) => void): Promise<never> {
  const publishNow = publishAtItsTime(kinds);
  const handlers: Handlers = {
    [publishJob]: async (tx, payload, now) => {
      say({ said: 'took', revision: payloadShape.parse(payload).revisionId });
      await publishNow(tx, payload, now);
      await pause(lingerMs);
    },
  };
  const failed = Promise.withResolvers<never>();
  startJobs(db, handlers, (line) => failed.reject(new Error(line)));
  return failed.promise;
}
