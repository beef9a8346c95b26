import type { Same } from '../lang.ts';
import type { officeMails as pl } from '../pl/office-mails.ts';

export const officeMails: Same<typeof pl> = {
  title: 'Mail',
  chipsLabel: 'Which mails',
  chips: { waiting: 'waiting', failed: 'not sent', sent: 'sent' },
  heads: { subject: 'Subject', to: 'To', when: 'When', why: 'What happened', act: 'Action' },
  caption: { waiting: 'Mails that wait', failed: 'Mails that were not sent', sent: 'Sent mails' },
  folder: 'No mail server is set (SMTP_URL). Mails lie in a folder and can be read here:',
  server: 'A mail server sends these mails. The office does not keep their words.',
  tries: { one: '{n} attempt', few: '{n} attempts', many: '{n} attempts', other: '{n} attempts' },
  next: (at) => `next attempt: ${at}`,
  firstTry: 'in a moment',
  again: 'Send again',
  againFor: (subject) => `Send again: ${subject}`,
  read: 'Read',
  newest: (count) => `These are the newest; there are ${count} in all.`,
  empty: { waiting: 'Nothing waits to be sent', failed: 'Everything could be sent', sent: 'Nothing has been sent yet' },
  jobs: {
    title: 'Background tasks that failed',
    lead: 'The service tried these for a day and gave them up. Repeat a task once its cause is mended, or drop it.',
    none: 'No background task has failed',
    name: 'Task',
    since: 'Given up',
    repeat: 'repeat',
    drop: 'drop',
    names: {
      publish: 'publication at a set time',
      'offer notifications': 'mails about offers',
      'read spreadsheet': 'reading a spreadsheet',
      'check spreadsheet': 'checking a spreadsheet',
      'write spreadsheet': 'entering records from a spreadsheet',
    },
  },
  one: { to: 'To', sent: 'Sent', gone: 'The file with this mail is no longer in the folder.', back: 'Back to the list' },
};
