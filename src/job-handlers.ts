import type { Handlers } from '#jobs/index.ts';
import { publishJob } from '#office/queue/decide.ts';
import { publishAtItsTime } from '#office/queue/scheduled-job.ts';
import { importJobs } from '#office/spreadsheets/imports/jobs.ts';
import { kinds } from './kinds.ts';

/** Every job there is. */
export const jobHandlers: Handlers = { [publishJob]: publishAtItsTime(kinds), ...importJobs(kinds) };
