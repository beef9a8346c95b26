/** The door: what residents report about public pages. */
export { bodyBytesAtMost, readFeedback, type FeedbackField, type FeedbackProblem } from './feedback.ts';
export { forgetSenders, sendFeedback } from './send.ts';
export { countFeedback, listFeedback, type StoredFeedback } from './store.ts';
