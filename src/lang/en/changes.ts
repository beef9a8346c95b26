import type { Same } from '#lang/lang.ts';
import { numberInWords, plural } from '#lang/numbers.ts';
import type { changes as pl } from '#lang/pl/changes.ts';

export const changes: Same<typeof pl> = {
  title: 'Change register',
  lead: 'Every record that is published, changed or withdrawn leaves a line here. No line ever goes away. Each one leads to the revision that was published at the time.',
  description: 'Who published, changed or withdrew records of the register, when and why, with links to archived revisions.',
  kind: 'Kind of record',
  everyKind: 'all',
  count: (count) => `${numberInWords(count, 'en')} ${plural(count, 'en', { one: 'change', other: 'changes' })}`,
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  version: (number) => `revision ${number}`,
  versionOf: (title) => `of ${title}`,
  by: (who) => `Published by: ${who}.`,
  noReason: 'No reason given',
  scheduled: (moment) => `The time of publication was set beforehand: ${moment}.`,
  override: 'emergency',
  overrideMeans: 'An administrator published the change without a second person’s approval.',
  none: 'There is no change of this kind yet.',
  all: 'Show all changes',
  downloads: { lead: 'Download:', csv: 'the whole list (CSV)', json: 'this page (JSON)', atom: 'the latest changes (Atom)' },
};
