import type { Handlers } from '#jobs/index.ts';
import { digestJobs } from './institution/notifications/digest-job.ts';
import { publishJob } from '#office/queue/decide.ts';
import { publishAtItsTime } from '#office/queue/scheduled-job.ts';
import { importJobs } from '#office/spreadsheets/imports/jobs.ts';
import { kinds } from './kinds.ts';

/** The jobs of the office. */
export const jobHandlers: Handlers = { [publishJob]: publishAtItsTime(kinds), ...importJobs(kinds) };

/** Every job there is. `secret` signs the links in mails about offers. */
export const allJobs = (given: { baseUrl: string; secret: string }): Handlers => ({ ...jobHandlers, [publishJob]: publishAtItsTime(kinds, given.baseUrl), ...digestJobs(given) });
