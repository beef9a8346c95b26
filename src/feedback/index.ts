/** The door: what residents report about public pages. */
export { eraseContacts, markAnswered } from './answer.ts';
export { bodyBytesAtMost, readFeedback } from './feedback.ts';
export { networkOf } from './limits.ts';
export { forgetSenders, sendFeedback } from './send.ts';
export { countFeedback, listFeedback, type FeedbackState, type StoredFeedback } from './store.ts';
