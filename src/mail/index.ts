/** The door: mails that wait, how they go out, and how they look. */
export { letter, type Letter } from './layout.ts';
export type { NewMail } from './mail.ts';
export { eraseFromOutbox, outboxTransport, readOutbox } from './outbox.ts';
export { forgetOldMails, sendWaiting } from './send-waiting.ts';
export { smtpTransport } from './smtp.ts';
export { countMails, enqueueMail, enqueueMails, eraseMails, findMail, listMails, mailStates, mayTryAgain, tryAgain, type ListedMail, type MailState, whichWait } from './store.ts';
