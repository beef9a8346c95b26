export { runDueJobs, type Handlers } from './run.ts';
export {
  addJob,
  countFailedJobs,
  dropFailedJob,
  dropJob,
  failedJobs,
  forgetAllDoneJobs,
  forgetDoneJobs,
  holdJob,
  nextRunAt,
  repeatJob,
  waitingJobs,
  type FailedJob,
  type WaitingJob,
} from './store.ts';
