import type { Same } from '../lang.ts';
import type { officeRemarks as pl } from '../pl/office-remarks.ts';

export const officeRemarks: Same<typeof pl> = {
  title: 'Remarks from readers',
  chipsLabel: 'Which remarks',
  chips: { new: 'to be answered', answered: 'dealt with' },
  heads: { remark: 'Remark', page: 'Page', about: 'About', sent: 'Sent', contact: 'Contact', act: 'Action' },
  kinds: { error: 'a mistake in the text', missing: 'something is missing', technical: 'how the page works', other: 'something else' },
  noPage: 'no page',
  useful: 'page was useful',
  notUseful: 'page was not useful',
  noContact: 'no address',
  answered: 'Mark as dealt with',
  erase: 'Erase the address',
  answeredHint: 'When you mark a remark as dealt with, the address for the answer is erased. So answer first.',
  newest: (count) => `These are the newest; there are ${count} in all.`,
  empty: {
    new: 'There are no remarks to answer',
    answered: 'No remarks have been dealt with',
    next: 'Remarks come from the link “Report something about this page” on public pages.',
  },
};
