export { runDueJobs, type Handlers } from './run.ts';
export { addJob, dropJob, holdJob, nextRunAt, waitingJobs, type WaitingJob } from './store.ts';
