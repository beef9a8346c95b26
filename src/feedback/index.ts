/** The door: what residents report about public pages. */
export { bodyBytesAtMost, readFeedback } from './feedback.ts';
export { forgetSenders, sendFeedback } from './send.ts';
export { countFeedback, listFeedback, type StoredFeedback } from './store.ts';
